package org.cunjian.site;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jbake.parser.MarkupEngine;
import org.jbake.parser.ParserContext;

/**
 * JBake's Markdown engine for the cases of one bake. Front matter is read by JBake; the body is the one that facts point into,
 * which {@code content} read and checked, not what the file may hold by now.
 */
final class CaseMarkdown extends MarkupEngine {
    private record Source(String body, List<Mark> marks) {}

    private final Map<File, Source> sources = new ConcurrentHashMap<>();

    void expect(File file, String body, List<Mark> marks) {
        sources.put(file, new Source(body, marks));
    }

    @Override
    public void processBody(ParserContext context) {
        Source source = sources.remove(context.getFile());
        context.setBody(source == null ? "" : Markdown.toHtml(source.body(), source.marks()));
    }
}
