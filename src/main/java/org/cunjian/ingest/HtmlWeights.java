package org.cunjian.ingest;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Characters below each element of a page: of sentences outside links and headings, of links, of everything. One pass. */
final class HtmlWeights {
    /** Shorter texts are labels, whatever marks they have. */
    private static final int LEAST_SENTENCE = 10;

    private static final class Weight {
        int prose;
        int linked;
        int all;
        int links;
    }

    private static final Weight NONE = new Weight();

    private final IdentityHashMap<Node, Weight> weights = new IdentityHashMap<>();

    private HtmlWeights() {}

    static HtmlWeights of(Element root) {
        HtmlWeights weights = new HtmlWeights();
        root.traverse(new NodeVisitor() {
            private int links;
            private int headings;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element e && e.normalName().equals("a")) {
                    links++;
                    weights.at(e).links++;
                }
                if (isHeading(node)) headings++;
                if (node instanceof TextNode leaf && leaf.parentNode() != null)
                    weights.add(weights.at(leaf.parentNode()), leaf.getWholeText(), links > 0, headings > 0);
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof Element e)) return;
                if (e.normalName().equals("a")) links--;
                if (isHeading(e)) headings--;
                Weight own = weights.weights.get(e);
                Node parent = e.parentNode();
                if (own == null || parent == null || e.equals(root)) return;
                Weight up = weights.at(parent);
                up.prose += own.prose;
                up.linked += own.linked;
                up.all += own.all;
                up.links += own.links;
            }
        });
        return weights;
    }

    private Weight at(Node node) {
        return weights.computeIfAbsent(node, n -> new Weight());
    }

    private static boolean isHeading(Node node) {
        String name = node.nodeName();
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private void add(Weight weight, String text, boolean isLinked, boolean isHeading) {
        int marks = 0;
        int chars = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Han.isSpace(c)) continue;
            chars++;
            if (Han.isSentenceMark(c)) marks++;
        }
        weight.all += chars;
        if (isLinked) weight.linked += chars;
        else if (!isHeading && marks > 0 && chars >= LEAST_SENTENCE) weight.prose += chars;
    }

    /** Prose below the element that is no link. */
    int prose(Element element) {
        return weights.getOrDefault(element, NONE).prose;
    }

    int all(Element element) {
        return weights.getOrDefault(element, NONE).all;
    }

    /** Whether links are nearly all that the element says: a menu, a list of other articles. */
    boolean isLinkList(Element element) {
        Weight weight = weights.getOrDefault(element, NONE);
        return weight.links >= 3 && weight.linked * 10L >= weight.all * 6L && weight.prose * 5L <= weight.linked;
    }
}
