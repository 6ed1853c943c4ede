package org.cunjian.site;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code <@fixed by="…">…</@fixed>}: a part of the page that is the same wherever {@code by} is, rendered and looked through for
 * links for the first such page and then repeated: the header of a page depends on its depth and section only. For the few parts
 * that nearly all pages share: with the cards of 10,000 cases kept this way the collector's work cost more than was saved.
 */
final class FixedPart implements TemplateDirectiveModel {
    /** What comes after is rendered each time. */
    private static final int MOST_PARTS = 1_000;

    private final Map<String, FixedText> rendered = new ConcurrentHashMap<>();

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
        FixedText part = rendered.get(key);
        if (part == null) {
            PageText text = new PageText();
            body.render(text);
            part = new FixedText(text.toString());
            if (rendered.size() < MOST_PARTS) rendered.put(key, part);
        }
        Writer out = environment.getOut();
        if (out instanceof PageText page) page.write(part);
        else out.write(part.text());
    }
}
