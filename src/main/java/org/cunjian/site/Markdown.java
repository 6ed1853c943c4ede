package org.cunjian.site;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataKey;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;

/**
 * Markdown to HTML that is safe to publish: raw HTML is shown as text, links lead to http, https and mailto only, images
 * become a note of what they show. Parser and renderer are built once and shared by all threads.
 */
final class Markdown {
    static final DataKey<MarkLayout> MARKS = new DataKey<>("CUNJIAN_MARKS", MarkLayout.NONE);

    static final String LINE_BREAK = "<br>\n";

    /** Four spaces before a paragraph are a typist's indent in Chinese articles, never code. */
    private static final MutableDataSet OPTIONS = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .set(Parser.INDENTED_CODE_BLOCK_PARSER, false)
            .set(Parser.HTML_BLOCK_PARSER, false)
            .set(HtmlRenderer.ESCAPE_HTML, true)
            .set(HtmlRenderer.SOFT_BREAK, LINE_BREAK)
            .set(HtmlRenderer.HARD_BREAK, LINE_BREAK);

    private static final Parser PARSER = Parser.builder(OPTIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder(OPTIONS)
            .nodeRendererFactory(SafeNodeRenderer::new)
            .build();

    private Markdown() {}

    static String toHtml(String markdown) {
        return toHtml(markdown, List.of());
    }

    /** Each mark's id is in the result once, also where its text is in a place that shows no marks (a link's address, code). */
    static String toHtml(String markdown, List<Mark> marks) {
        MarkLayout layout = MarkLayout.of(markdown, marks);
        Document document = parse(markdown);
        return PlainHtml.isPlain(document) ? PlainHtml.of(document, layout) : rendered(document, layout);
    }

    /** Any document, by flexmark. */
    static String rendered(Document document, MarkLayout layout) {
        document.set(MARKS, layout);
        return RENDERER.render(document);
    }

    static Document parse(String markdown) {
        return PARSER.parse(markdown);
    }
}
