package org.cunjian.site;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.html.HtmlWriter;
import com.vladsch.flexmark.html.renderer.NodeRenderer;
import com.vladsch.flexmark.html.renderer.NodeRendererContext;
import com.vladsch.flexmark.html.renderer.NodeRenderingHandler;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.Locale;
import java.util.Set;

/**
 * The nodes that we render otherwise than flexmark: text, cut at the marks; links and images, made harmless; headings, set
 * below the page's own. One is made for each document, so it may keep the place it has reached.
 */
final class SafeNodeRenderer implements NodeRenderer {
    /** Article headings stand below the page's title and its sections. */
    private static final int TOP_HEADING = 3;

    private final MarkedText text;

    SafeNodeRenderer(DataHolder options) {
        this.text = new MarkedText(Markdown.MARKS.get(options));
    }

    @Override
    public Set<NodeRenderingHandler<?>> getNodeRenderingHandlers() {
        return Set.of(
                new NodeRenderingHandler<>(Document.class, this::document),
                new NodeRenderingHandler<>(Text.class, (node, context, html) -> write(node.getChars(), html)),
                new NodeRenderingHandler<>(TextBase.class, (node, context, html) -> context.renderChildren(node)),
                new NodeRenderingHandler<>(
                        HtmlEntity.class,
                        (node, context, html) -> html.text(node.getChars().unescape())),
                new NodeRenderingHandler<>(Heading.class, this::heading),
                new NodeRenderingHandler<>(Link.class, this::link),
                new NodeRenderingHandler<>(LinkRef.class, this::linkRef),
                new NodeRenderingHandler<>(AutoLink.class, this::autoLink),
                new NodeRenderingHandler<>(MailLink.class, (node, context, html) -> write(node.getText(), html)),
                new NodeRenderingHandler<>(Image.class, (node, context, html) -> image(node.getText(), html)),
                new NodeRenderingHandler<>(ImageRef.class, this::imageRef));
    }

    private void document(Document node, NodeRendererContext context, HtmlWriter html) {
        context.renderChildren(node);
        StringBuilder rest = new StringBuilder();
        text.finish(rest);
        html.raw(rest);
    }

    private void heading(Heading node, NodeRendererContext context, HtmlWriter html) {
        int level = level(node);
        html.line().raw("<h" + level + ">");
        context.renderChildren(node);
        html.raw("</h" + level + ">").line();
    }

    static int level(Heading node) {
        return Math.min(6, Math.max(TOP_HEADING, node.getLevel() + 1));
    }

    private void link(Link node, NodeRendererContext context, HtmlWriter html) {
        anchor(node, node.getUrl(), context, html);
    }

    private void linkRef(LinkRef node, NodeRendererContext context, HtmlWriter html) {
        Reference target = node.getReferenceNode(context.getDocument());
        if (target == null) bracketed(node, context, html);
        else anchor(node, target.getUrl(), context, html);
    }

    private void imageRef(ImageRef node, NodeRendererContext context, HtmlWriter html) {
        if (node.getReferenceNode(context.getDocument()) == null) bracketed(node, context, html);
        else image(node.getText(), html);
    }

    /** 国发[2022]5号 looks like a reference and is none: the brackets are text. */
    private void bracketed(RefNode node, NodeRendererContext context, HtmlWriter html) {
        BasedSequence chars = node.getChars();
        if (!node.hasChildren()) {
            write(chars, html);
            return;
        }
        BasedSequence inner = node.getChildChars();
        write(chars.prefixOf(inner), html);
        context.renderChildren(node);
        write(chars.suffixOf(inner), html);
    }

    private void anchor(Node node, BasedSequence url, NodeRendererContext context, HtmlWriter html) {
        boolean isOpen = openLink(url.unescape(), html);
        context.renderChildren(node);
        if (isOpen) html.raw("</a>");
    }

    private void autoLink(AutoLink node, NodeRendererContext context, HtmlWriter html) {
        boolean isOpen = openLink(node.getText().unescape(), html);
        write(node.getText(), html);
        if (isOpen) html.raw("</a>");
    }

    private static boolean openLink(String address, HtmlWriter html) {
        if (!isSafe(address)) return false;
        html.raw("<a rel=\"noopener noreferrer\" href=\"" + Escaping.escapeHtml(address.strip(), false) + "\">");
        return true;
    }

    /** A picture would be a request to another host, or a file that is not part of the site. */
    private void image(BasedSequence alternative, HtmlWriter html) {
        html.raw("<span class=\"no-image\">");
        html.text(alternative.isBlank() ? "〔图〕" : "〔图：");
        if (!alternative.isBlank()) {
            write(alternative, html);
            html.text("〕");
        }
        html.raw("</span>");
    }

    /** True for an address that leaves the page without running anything: relative ones would point at nothing here. */
    static boolean isSafe(String address) {
        String start = address.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://") || start.startsWith("mailto:");
    }

    private void write(BasedSequence chars, HtmlWriter html) {
        StringBuilder out = new StringBuilder(2 * chars.length());
        text.write(chars, out);
        html.raw(out);
    }
}
