package org.cunjian.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What stands around an article on its page: known by the name that its element has (sidebar, comment, share …), by the words
 * with which it begins (相关新闻, 网友评论 …), or because it is links and little else. The element of the title is never taken
 * away, nor what holds more than half of the page's prose, whatever its name: sites name their elements as they like.
 */
final class HtmlSurroundings {
    private static final Pattern NAME = Pattern.compile(
            "(?:^|[-_\\s])(?:nav|navbar|navi|menu|mainnav|topnav|breadcrumbs?|crumbs?|sidebar|side|aside|footer|foot|copyright|copy|"
                    + "comments?|cmnt|pinglun|discuss|disqus|reply|replies|gentie|tucao|liuyan|ds-thread|"
                    + "share|sharebar|bdshare\\w*|related|relate|relevant|xgxw|recommend\\w*|reco|rec|guess|hot|hotnews|hotlist|rank\\w*|"
                    + "ads?|advert\\w*|adbox|banner|qrcode|ewm|toolbar|tool|pager|pagination|paging|pagebar|page-?(?:nav|list|num|turn|link)s?|prevnext|prev-next|"
                    + "login|search|subscribe|social|tags?|keywords?|friend\\w*|links?|gotop|totop|popup|modal|dialog|toast|"
                    + "declare|statement|disclaimer|app-?(?:download|banner|bar)|open-?app\\w*|download\\w*|"
                    + "vjs|player-?(?:bar|tips?|control)?|video-?(?:tips?|control)|user-?card|profile|feed\\w*)(?:$|[-_\\s\\d])",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> BOXES = Set.of(
            "div", "ul", "ol", "section", "table", "td", "tr", "header", "dl", "p", "aside", "center", "article",
            "span", "h4");

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "table", "tr", "td", "div", "section", "center");

    /** What readers say of the article, and what else there is to read; the first words of a box. */
    private static final Pattern COMMENTS = Pattern.compile(
            "(?:网友|最新|热门|全部|精彩|用户|读者|共有)?\\s*[（(]?\\d{0,6}[)）]?\\s*(?:条|則|则)?\\s*(?:网友)?(?:评论|評論|跟帖|留言|回應|回应|讨论)(?:区|區|列表)?\\s*共?[（(]?\\s*共?\\d{0,6}\\s*(?:条|則|篇)?(?:评论)?[)）]?(?:条|則)?");

    private static final Pattern SHARE = Pattern.compile("(?:分享|轉貼|转发)(?:此文|本文|文章|到|至|至好友)?\\s*[:：]");

    private static final Pattern MORE = Pattern.compile(
            "[【\\[◆■●▌|]?\\s*(?:相关|相關|推荐|推薦|延伸|热门|熱門|热点|熱點|精彩|更多|最新|猜你喜欢|猜你喜歡|大家都在看|大家还在看|还看了|为您推荐|為您推薦|你可能(?:也|还)?(?:感兴趣|喜欢).{0,4}|24小时|一周|本周|点击|阅读|人气|热)\\s*"
                    + "(?:新闻|新聞|阅读|閱讀|链接|鏈接|连结|報導|报道|報道|文章|推荐|推薦|内容|內容|资讯|資訊|信息|专题|视频|影音|图片|图集|稿件|排行榜?|热点|热文|热榜|热门|榜|要闻|导读)?\\s*[】\\]]?\\s*[:：>»]*");

    /** Higher than this nobody nests the box of a heading. */
    private static final int MOST_LEVELS = 10;

    private final HtmlWeights weights;
    private final int halfOfAll;
    private final Set<Element> above = Collections.newSetFromMap(new IdentityHashMap<>());

    private HtmlSurroundings(Document page, @Nullable Element title) {
        weights = HtmlWeights.of(page.body());
        halfOfAll = weights.prose(page.body()) / 2;
        for (Element e = title; e != null; e = e.parent()) above.add(e);
    }

    static void remove(Document page, @Nullable Element title) {
        new HtmlSurroundings(page, title).remove(page);
    }

    private void remove(Document page) {
        List<Element> gone = new ArrayList<>();
        for (Element e : page.body().getAllElements()) {
            if (e.equals(page.body()) || isAboveTitle(e) || weights.prose(e) > halfOfAll) continue;
            if (isPager(e)) continue;
            if (isNamed(e) && !tells(e)) gone.add(e);
            else if (LISTS.contains(e.normalName()) && weights.isLinkList(e)) gone.add(e);
            else if (isHeading(e)) gone.add(box(e));
        }
        for (Element e : gone) if (e.parent() != null && !isAboveTitle(e)) e.remove();
    }

    /** 上一页 1 2 3 下一页 stays for the rules that join what a page break cut. */
    private boolean isPager(Element e) {
        if (weights.all(e) > 60) return false;
        String text = HtmlText.small(e, " ");
        return text.contains("下一页") || text.contains("上一页") || text.contains("下一頁");
    }

    private boolean isAboveTitle(Element e) {
        return above.contains(e);
    }

    static boolean isNamed(Element e) {
        if (!BOXES.contains(e.normalName())) return e.normalName().equals("aside");
        String name = HtmlText.name(e);
        return name.length() > 1 && NAME.matcher(name).find();
    }

    /** A line of source and date is read, whatever the element is called. */
    private static boolean tells(Element e) {
        String text = HtmlText.small(e, "  ");
        return text.length() >= 6
                && MetaLine.parse(text)
                        .filter(m -> m.source() != null || m.date() != null || m.byline() != null)
                        .isPresent();
    }

    /** Words that begin what is no longer the article: comments, other articles. */
    static boolean opensOther(String text) {
        return text.length() <= 16
                && (SHARE.matcher(text).matches()
                        || COMMENTS.matcher(text).matches()
                        || (text.length() >= 4 && MORE.matcher(text).matches()));
    }

    private boolean isHeading(Element e) {
        int length = weights.all(e);
        if (length < 2 || length > 16) return false;
        // What is no block heads one only where it comes first in it.
        boolean canHead = HtmlText.isBlock(e) || (e.normalName().matches("b|strong|font|span") && isFirst(e));
        return canHead && opensOther(HtmlText.small(e, ""));
    }

    /** The outermost element that begins with this heading and is not the article. */
    private Element box(Element heading) {
        Element box = heading;
        for (int i = 0; i < MOST_LEVELS; i++) {
            Element parent = box.parent();
            if (parent == null || parent.normalName().equals("body") || isAboveTitle(parent)) return box;
            if (weights.prose(parent) > halfOfAll || !isFirst(box)) return box;
            box = parent;
        }
        return box;
    }

    private static boolean isFirst(Element e) {
        for (Node before = e.previousSibling(); before != null; before = before.previousSibling()) {
            if (before instanceof TextNode leaf && leaf.isBlank()) continue;
            if (before instanceof Element other && !other.hasText()) continue;
            return false;
        }
        return true;
    }
}
