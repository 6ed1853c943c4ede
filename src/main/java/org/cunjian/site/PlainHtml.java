package org.cunjian.site;

import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;

/**
 * What nearly all articles are, headings and paragraphs of text and emphasis, written straight from flexmark's tree: the same
 * characters that flexmark's renderer gives, which looks at each character for indents and trailing spaces.
 */
final class PlainHtml {
    private final MarkedText text;
    private final StringBuilder out;

    private PlainHtml(MarkLayout layout, int length) {
        this.text = new MarkedText(layout);
        this.out = new StringBuilder(length);
    }

    /** True for a document that {@link #of} can write. */
    static boolean isPlain(Document document) {
        for (Node block = document.getFirstChild(); block != null; block = block.getNext())
            if (!(block instanceof Paragraph || block instanceof Heading) || !areSpansPlain(block)) return false;
        return true;
    }

    private static boolean areSpansPlain(Node parent) {
        for (Node span = parent.getFirstChild(); span != null; span = span.getNext()) {
            if (span instanceof Text || span instanceof SoftLineBreak) continue;
            if (!isEmphasis(span) || !areSpansPlain(span)) return false;
        }
        return true;
    }

    private static boolean isEmphasis(Node span) {
        return span instanceof Emphasis || span instanceof StrongEmphasis || span instanceof TextBase;
    }

    static String of(Document document, MarkLayout layout) {
        PlainHtml html = new PlainHtml(layout, document.getTextLength() * 5 / 4);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) html.block(block);
        int end = html.out.length();
        html.text.finish(html.out);
        if (html.out.length() > end) html.out.append('\n');
        return html.out.toString();
    }

    private void block(Node block) {
        if (block instanceof Heading heading) {
            int level = SafeNodeRenderer.level(heading);
            out.append("<h").append(level).append('>');
            spans(block);
            out.append("</h").append(level).append(">\n");
        } else {
            out.append("<p>");
            spans(block);
            out.append("</p>\n");
        }
    }

    private void spans(Node parent) {
        for (Node span = parent.getFirstChild(); span != null; span = span.getNext()) {
            if (span instanceof Text) {
                text.write(span.getChars(), out);
            } else if (span instanceof SoftLineBreak) {
                out.append(Markdown.LINE_BREAK);
            } else if (span instanceof TextBase) {
                spans(span);
            } else {
                String name = span instanceof Emphasis ? "em" : "strong";
                out.append('<').append(name).append('>');
                spans(span);
                out.append("</").append(name).append('>');
            }
        }
    }
}
