package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of small elements, and which elements end a line. */
final class HtmlText {
    private static final int MOST_NODES = 80;
    private static final int MOST_CHARS = 240;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "td",
            "th",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "blockquote",
            "dd",
            "dt",
            "dl",
            "center",
            "figure",
            "figcaption",
            "main",
            "body",
            "header",
            "fieldset",
            "tbody",
            "pre",
            "hr",
            "address",
            "aside",
            "details",
            "summary");

    private HtmlText() {}

    static boolean isBlock(Element e) {
        return BLOCKS.contains(e.normalName());
    }

    /**
     * The whole text of a small element, stripped; of a large one nothing, so that asking every element of a page stays linear.
     *
     * @param between what is put where a child begins, so that values set side by side stay apart
     */
    static String small(Element element, String between) {
        int nodes = 0;
        List<Node> open = new ArrayList<>(List.of(element));
        StringBuilder text = new StringBuilder();
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (++nodes > MOST_NODES || text.length() > MOST_CHARS) return "";
            if (node instanceof TextNode leaf) {
                text.append(leaf.text());
            } else {
                if (node instanceof Element e && isApart(e)) text.append(between);
                for (int i = node.childNodeSize() - 1; i >= 0; i--) open.add(node.childNode(i));
            }
        }
        return Han.strip(DebrisRule.tidy(text.toString()));
    }

    private static boolean isApart(Element e) {
        return isBlock(e)
                || switch (e.normalName()) {
                    case "span", "em", "i", "a", "br", "time", "cite", "small", "b", "strong", "font", "label" -> true;
                    default -> false;
                };
    }

    /** Class and id, for looking for words in them: {@code articleTime} has two. */
    static String name(Element e) {
        String name = e.className() + " " + e.id();
        if (name.length() < 2 || name.length() > 200) return "";
        StringBuilder words = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            boolean isHump =
                    i > 0 && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            if (isHump) words.append('-');
            words.append(name.charAt(i));
        }
        return words.toString();
    }
}
