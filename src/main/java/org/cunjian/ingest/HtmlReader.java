package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * A saved web page to a draft, as who looks at it in a browser would read it: {@code HtmlDeclared} is what the page says of
 * itself to machines, {@code HtmlHeader} what it shows around its title, {@code HtmlSurroundings} what is no part of the article,
 * {@code HtmlBody} the rest in lines. What is shown wins over what is declared. A page that its scripts have yet to fill is read
 * from the scripts' own data ({@code PageState}).
 */
final class HtmlReader {
    private static final String NOT_CONTENT =
            "script,style,noscript,template,nav,footer,button,select,input,textarea,option,dialog,canvas,map,link,meta,audio";
    private static final String NOT_SHOWN =
            "[style*=display:none],[style*=display: none],[hidden],[type=hidden],[aria-hidden=true]";

    /** Fewer characters of prose are no article: what the page shows is a frame that scripts fill. */
    private static final int LEAST_PROSE = 40;

    private HtmlReader() {}

    static Draft read(String html) {
        Document page = Jsoup.parse(html);
        Draft draft = new Draft();
        draft.isTitleTaken = true;
        String address = savedFrom(page);
        HtmlDeclared declared = HtmlDeclared.of(page, address);
        List<String> scripts = PageState.scripts(page);
        page.select(NOT_CONTENT).not("head").remove();
        removeHidden(page);
        removeComments(page);
        HtmlHeader header = HtmlHeader.of(page, declared);
        HtmlSurroundings.remove(page, header.titleElement());
        HtmlWeights weights = HtmlWeights.of(page.body());
        if (weights.prose(page.body()) < LEAST_PROSE) {
            Optional<PageState> state = PageState.of(scripts);
            if (state.isPresent()) return filled(draft, declared, state.get());
        }
        new HtmlBody(draft, header.titleElement(), header.read())
                .read(HtmlBody.main(page.body(), weights, header.titleElement()));
        String subtitle = header.subtitle();
        if (subtitle != null
                && draft.lines.stream().noneMatch(line -> line.text().equals(subtitle)))
            draft.lines.add(0, Line.text(subtitle, 0));
        draft.title = header.title();
        draft.date = first(
                header.date(), declared.date(), header.lateDate(), PageState.date(scripts), declared.addressDate());
        draft.source = first(header.source(), declared.source());
        draft.byline = first(header.byline(), declared.byline());
        draft.siteName = declared.siteName() != null ? declared.siteName() : header.siteName();
        draft.sourceUrl = first(declared.url(), header.url());
        return draft;
    }

    /** The article out of the data of a page without text. */
    private static Draft filled(Draft draft, HtmlDeclared declared, PageState state) {
        Document part = Jsoup.parseBodyFragment(state.html());
        HtmlWeights weights = HtmlWeights.of(part.body());
        new HtmlBody(draft, null, Set.of()).read(HtmlBody.main(part.body(), weights, null));
        draft.title = first(state.title(), declared.title());
        draft.date = first(state.date(), declared.date(), declared.addressDate());
        draft.source = first(state.source(), declared.source());
        draft.byline = first(state.byline(), declared.byline());
        draft.siteName = declared.siteName();
        draft.sourceUrl = declared.url();
        return draft;
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... values) {
        for (T value : values) if (value != null) return value;
        return null;
    }

    /** Profiles, share dialogs and the like; never most of the page, for what a script shows later is hidden before. */
    private static void removeHidden(Document page) {
        int all = textLength(page.body());
        for (Element hidden : page.select(NOT_SHOWN))
            if (hidden.parent() != null && !hidden.equals(page.body()) && textLength(hidden) * 2 < all) hidden.remove();
    }

    private static int textLength(Element element) {
        int[] length = new int[1];
        element.traverse((node, depth) -> {
            if (node instanceof org.jsoup.nodes.TextNode leaf)
                length[0] += leaf.getWholeText().length();
        });
        return length[0];
    }

    private static void removeComments(Document page) {
        List<Node> found = new ArrayList<>();
        page.traverse((node, depth) -> {
            if (node.nodeName().equals("#comment")) found.add(node);
        });
        found.forEach(Node::remove);
    }

    /** {@code <!-- saved from url=(0030)https://… -->}, which browsers write on top of a saved page. */
    private static String savedFrom(Document page) {
        for (Node node : page.childNodes()) {
            if (!(node instanceof Comment comment)) continue;
            String text = comment.getData();
            int at = text.indexOf("saved from url=(");
            int from = at < 0 ? 0 : text.indexOf(')', at) + 1;
            if (from > 0 && text.length() < 2000) return text.substring(from).strip();
        }
        return "";
    }
}
