package org.cunjian.site;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.util.Objects;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.text.LineMap;
import org.cunjian.text.Span;
import org.jbake.template.RenderingException;
import org.jspecify.annotations.Nullable;

/** A template that could not show a page, as a diagnostic that names template, line and page. */
final class TemplateFailure {
    private TemplateFailure() {}

    /** @param failure its message is the page's path, its cause what the template engine says */
    static Diagnostic diagnose(RenderingException failure, TemplateSet templates) {
        String page = Objects.requireNonNullElse(failure.getMessage(), "");
        Throwable cause = failure.getCause();
        if (cause instanceof TemplateNotFoundException missing)
            return Diagnostic.error("site/template-missing", SourceRange.file(file(missing.getTemplateName())), page);
        if (cause instanceof ParseException syntax)
            return Diagnostic.error(
                    "site/template-syntax",
                    range(templates, syntax.getTemplateName(), syntax.getLineNumber(), syntax.getColumnNumber()),
                    page,
                    firstLine(syntax.getEditorMessage()));
        if (cause instanceof TemplateException broken)
            return Diagnostic.error(
                    "site/template-failed",
                    range(
                            templates,
                            broken.getTemplateSourceName(),
                            number(broken.getLineNumber()),
                            number(broken.getColumnNumber())),
                    page,
                    firstLine(broken.getMessageWithoutStackTop()));
        return Diagnostic.error("site/page-failed", SourceRange.file(page), firstLine(String.valueOf(cause)));
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static String file(@Nullable String template) {
        return TemplateSet.FOLDER + "/" + (template == null ? "" : template);
    }

    private static SourceRange range(TemplateSet templates, @Nullable String name, int line, int column) {
        String source = name == null ? null : templates.sources().get(name);
        if (source == null || line < 1) return SourceRange.file(file(name));
        LineMap lines = LineMap.of(source);
        if (line > lines.lineCount()) return SourceRange.file(file(name));
        int start = Math.min(lines.offset(line) + Math.max(0, column - 1), source.length());
        int end = Math.max(start, lines.offset(line) + lines.lineText(line).length());
        return SourceRange.of(file(name), lines, new Span(start, end));
    }

    /** The engine's explanations run over many lines; the first two say what is wrong. */
    private static String firstLine(@Nullable String message) {
        if (message == null) return "";
        return message.lines()
                .limit(2)
                .map(String::strip)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
