package org.cunjian.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a practice where the article states them; never adds one. Each rule looks at one position; the first that
 * finds parts wins:
 *
 * <ol>
 *   <li>explained operands: “1+2”模式，“1”即村党支部，“2”即老年协会、妇女之家
 *   <li>right: “三员”（护林员、保洁员、调解员）; 做到“三个一”：建一支队伍、办一所夜校、开一次晚会; “两站”，即邮政站、农资站
 *   <li>left: 渠长、塘长、井长“三长”; 林场帮农户、农户带散户的“双帮”机制; “修路、通水、亮灯”的“三件事”
 *   <li>class by class: 三亮三比: 亮身份、亮承诺、亮标准，比作风、比技能、比业绩
 *   <li>counted out: “五步法”：一是收集，二是公示 …, as many as the name declares
 *   <li>operands of the formula: 老党员+大学生 → 老党员, 大学生
 *   <li>parts that the name itself lists: 一窗收件、全程跟踪
 *   <li>enumerated elsewhere: 三化: 推进机械化耕作、订单化种植、品牌化销售; quotations that end in the same character; headings
 *       that share a word with the name
 * </ol>
 */
final class ComponentReader {
    /** Parts are stated at one of the first mentions, or not at all. */
    private static final int MOST_MENTIONS = 24;

    /** An article has a few dozen lists, quotations and headings; past this many it is no article. */
    private static final int MOST_LISTS = 1000;

    private static final Set<String> OPPOSITES = Set.of(
            "红黑", "红白", "黑白", "红黄", "高低", "上下", "内外", "新老", "老少", "奖惩", "奖罚", "正负", "公私", "干湿", "男女", "大小", "前后", "增减",
            "先后", "城乡", "村企", "村社", "校社", "警民", "政银", "农旅");

    private final ArticleText article;
    /** The rule that found something last. */
    private String rule = "none";

    private @Nullable List<ItemList> lists;

    ComponentReader(ArticleText article) {
        this.article = article;
    }

    /** The parts that an article states, in its order, and the code of the rule that found them; no spans where it states none. */
    record Parts(String rule, List<Span> spans) {
        private static final Parts NONE = new Parts("none", List.of());

        boolean isEmpty() {
            return spans.isEmpty();
        }
    }

    Parts read(NameGroup group) {
        String name = group.name();
        Integer declared = group.declaredCount();
        List<Candidate> mentions = new ArrayList<>();
        for (Candidate mention : group.mentions())
            if (article.isInBody(mention.surface()) && mentions.size() < MOST_MENTIONS) mentions.add(mention);
        List<Span> found = List.of();
        for (Candidate mention : mentions) {
            if (found.isEmpty()) found = by("listed", Inside.listed(article, mention));
            if (found.isEmpty()) found = by("explained", Explained.operands(article, mention, name));
            if (found.isEmpty() && declared != null)
                found = by("enumerated", Enumerated.read(article, mention, declared));
            if (found.isEmpty()) found = by("right", Beside.right(article, mention, declared));
            if (found.isEmpty()) found = by("left", Beside.left(article, mention, declared));
        }
        for (Candidate mention : mentions)
            if (found.isEmpty()) found = by("counted", Counted.read(article, mention, name));
        for (Candidate mention : mentions) {
            if (found.isEmpty()) found = by("operands", Inside.operands(article, mention));
            if (found.isEmpty()) found = by("inside", Inside.list(article, mention));
        }
        if (found.isEmpty()) found = by("elsewhere", elsewhere(name, declared));
        for (Candidate mention : mentions)
            if (found.isEmpty()) found = by("sentence", Around.read(article, mention, declared));
        if (found.isEmpty()) found = by("folded", folded(name));
        for (Span part : found) if (!article.isInBody(part)) return Parts.NONE;
        return found.isEmpty() ? Parts.NONE : new Parts(rule, found);
    }

    private List<Span> by(String code, List<Span> found) {
        if (!found.isEmpty()) rule = code;
        return found;
    }

    /** For names with a number: somewhere the article lists that many things of the class the name speaks of. */
    private List<Span> elsewhere(String name, @Nullable Integer declared) {
        List<Span> pairs = pairs(name);
        if (!pairs.isEmpty() || declared == null || declared < 2 || name.length() < 2) return pairs;
        // 一卡一榜一队 counts three classes: three things of the first one are not its parts.
        if (!Counted.pieces(name).isEmpty()) return List.of();
        String classWord = classWord(name);
        if (classWord.isEmpty()) return List.of();
        for (ItemList list : lists()) {
            if (list.items().size() != declared) continue;
            boolean all = list.items().stream().allMatch(i -> i.of(article.text).contains(classWord) && i.length() > 1);
            if (all || opensWith(list, name)) return trimmed(list.items(), classWord);
        }
        List<Span> quoted = quotedWith(text -> text.endsWith(classWord));
        if (quoted.size() == declared) return quoted;
        List<Span> opening = quotedWith(text -> text.startsWith(classWord)); // 五微: “微网格” … “微服务”
        if (opening.size() == declared) return opening;
        List<Span> headings = headingsWith(classWord);
        return headings.size() == declared ? headings : List.of();
    }

    /** 院净、路净、塘净样样好: where the others end in the class word, so does the last. */
    private List<Span> trimmed(List<Span> items, String classWord) {
        List<Span> others = items.subList(0, items.size() - 1);
        Span last = items.get(items.size() - 1);
        int at = last.of(article.text).indexOf(classWord);
        if (at < 1 || !others.stream().allMatch(i -> i.of(article.text).endsWith(classWord))) return items;
        List<Span> trimmed = new ArrayList<>(others);
        trimmed.add(new Span(last.start(), last.start() + at + classWord.length()));
        return trimmed;
    }

    /** 三整治: 整治河道、路边、房前. */
    private boolean opensWith(ItemList list, String name) {
        String word = name.substring(1);
        return word.length() == 2 && list.items().get(0).of(article.text).startsWith(word);
    }

    /** 高低榜, where the article also speaks of 高榜 and of 低榜. */
    private List<Span> folded(String name) {
        if (name.length() != 3 || !OPPOSITES.contains(name.substring(0, 2)) || !article.isRepeated(name.substring(1)))
            return List.of();
        int first = article.text.indexOf("" + name.charAt(0) + name.charAt(2), article.bodyStart);
        int second = article.text.indexOf(name.substring(1), article.bodyStart);
        while (second > 0 && article.at(second - 1) == name.charAt(0))
            second = article.text.indexOf(name.substring(1), second + 1);
        return first < 0 || second < 0 ? List.of() : List.of(Span.at(first, 2), Span.at(second, 2));
    }

    /** 三长 → 长, 邻里六帮 → 帮, 四个聚焦 → 聚焦, 五大行动 → 行动. */
    private static String classWord(String name) {
        int at = NameGroup.isNumeral(name.charAt(0)) ? 0 : 2;
        while (at < name.length() && NameGroup.isNumeral(name.charAt(at))) at++;
        if (at >= name.length()) return "";
        boolean counted = "个大项条种件".indexOf(name.charAt(at)) >= 0;
        if (!counted) return name.substring(at, at + 1);
        return at + 3 <= name.length() ? name.substring(at + 1, at + 3) : "";
    }

    /** “三化”促“三优”: the headings that pair “……化” with “……优”. */
    private List<Span> pairs(String name) {
        if (name.length() < 5 || !NameGroup.isNumeral(name.charAt(0))) return List.of();
        int second = -1;
        for (int i = 2; i < name.length(); i++) if (NameGroup.isNumeral(name.charAt(i))) second = i;
        if (second < 3 || name.charAt(second) != name.charAt(0) || second + 1 >= name.length()) return List.of();
        String verb = name.substring(second - 1, second);
        Map<String, Span> found = new LinkedHashMap<>();
        for (int q = 0; q + 1 < Math.min(MOST_LISTS, article.quotes.size()); q++) {
            Quote left = article.quotes.get(q);
            Quote right = article.quotes.get(q + 1);
            boolean pair = right.open() == left.close() + 2
                    && article.at(left.close() + 1) == verb.charAt(0)
                    && article.at(left.close() - 1) == name.charAt(second - 2)
                    && article.at(right.close() - 1) == name.charAt(second + 1)
                    && !NameGroup.isNumeral(article.at(left.open() + 1))
                    && left.open() >= article.bodyStart;
            Span span = new Span(left.open(), right.close() + 1);
            if (pair) found.putIfAbsent(NameForm.key(span.of(article.text)), span);
        }
        return found.size() >= 2 ? new ArrayList<>(found.values()) : List.of();
    }

    private List<Span> quotedWith(Predicate<String> tells) {
        Map<String, Span> found = new LinkedHashMap<>();
        for (Quote quote : article.quotes.subList(0, Math.min(MOST_LISTS, article.quotes.size()))) {
            Span inner = quote.inner();
            if (inner.start() < article.bodyStart || inner.length() < 2 || inner.length() > 9) continue;
            String text = inner.of(article.text);
            if (tells.test(text) && !NameGroup.isNumeral(text.charAt(0))) found.putIfAbsent(text, inner);
        }
        return new ArrayList<>(found.values());
    }

    private List<Span> headingsWith(String word) {
        Map<String, Span> found = new LinkedHashMap<>();
        if (word.length() < 2) return List.of();
        for (Span line : article.lines.subList(0, Math.min(MOST_LISTS, article.lines.size()))) {
            if (line.start() < article.bodyStart || line.isEmpty() || !article.isInHeading(line.start())) continue;
            int start = line.start();
            while (start < line.end() && !ArticleText.isNameChar(article.at(start))) start++;
            int end = start;
            while (end < line.end() && ArticleText.isNameChar(article.at(end))) end++;
            Span part = new Span(start, end);
            if (part.length() > word.length() && part.of(article.text).startsWith(word))
                found.putIfAbsent(part.of(article.text), part);
        }
        return new ArrayList<>(found.values());
    }

    /** All lists of the body, read once. */
    private List<ItemList> lists() {
        if (lists == null) {
            lists = new ArrayList<>();
            for (int i = article.bodyStart; i < article.length() && lists.size() < MOST_LISTS; i++) {
                if (article.at(i) != '、') continue;
                int end = i + 1;
                while (end < article.length()
                        && end - i < 200
                        && !ArticleText.partsClauses(article.at(end))
                        && article.at(end) != '。') end++;
                ItemList list = first(i);
                if (list != null) lists.add(list);
                i = end;
            }
        }
        return lists;
    }

    /** The list whose first 、 stands at {@code comma}. */
    private @Nullable ItemList first(int comma) {
        Quote quote = article.quoteAt(comma - 1);
        if (quote != null && quote.close() == comma - 1) return ItemList.startingAt(article, quote.open());
        if (quote != null && comma - quote.open() <= 24) return ItemList.startingAt(article, quote.open() + 1);
        ItemList list = ItemList.startingAt(article, NameBoundary.left(article, comma, 24));
        if (list == null) return null;
        // 引进一批人才、培养一批工匠: a clause as long as the second item is the first one, verb and all.
        int clause = article.clauseStart(comma);
        boolean whole =
                clause < list.start() && comma - clause == list.items().get(1).length();
        return whole ? ItemList.startingAt(article, clause) : list;
    }
}
