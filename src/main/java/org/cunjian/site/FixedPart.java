package org.cunjian.site;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code <@fixed by="…">…</@fixed>}: a part of the page that is the same wherever {@code by} is, rendered for the first such
 * page and then repeated: the header of a page depends on its depth and section only.
 */
final class FixedPart implements TemplateDirectiveModel {
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (body == null) return;
        if (!(parameters.get("by") instanceof TemplateScalarModel by))
            throw new TemplateModelException("<@fixed by=\"…\"> needs a text that says what its content depends on");
        String key = by.getAsString();
        String text = rendered.get(key);
        if (text == null) {
            PageText part = new PageText();
            body.render(part);
            text = part.toString();
            rendered.put(key, text);
        }
        environment.getOut().write(text);
    }
}
