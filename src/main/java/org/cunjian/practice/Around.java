package org.cunjian.practice;

import java.util.List;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts that stand in the same sentence as a name, with a word that ties them to it. */
final class Around {
    private static final PhraseTrie<Boolean> BASES = PhraseTrie.of("按照", "根据", "依据", "对照", "围绕", "从");
    private static final PhraseTrie<Boolean> MEASURES_OF = PhraseTrie.of("标准", "方面", "内容", "指标", "维度", "要求", "类别");
    private static final PhraseTrie<Boolean> STEPS = PhraseTrie.of("程序", "步骤", "流程", "环节");
    private static final PhraseTrie<Boolean> STEPS_TAKEN = PhraseTrie.of("民主程序", "程序", "步骤", "环节");
    private static final PhraseTrie<Boolean> OFFERS =
            PhraseTrie.of("提供", "包括", "包含", "涵盖", "设有", "配有", "集", "内设", "下设", "分为", "细分为", "划分为");

    /** What is listed right behind these needs no word that closes the list. */
    private static final PhraseTrie<Boolean> HOLDS = PhraseTrie.of("内设", "下设", "设有", "分为", "细分为", "划分为");

    private static final PhraseTrie<Boolean> OFFERED =
            PhraseTrie.of("服务", "功能", "活动", "事项", "内容", "项目", "民主程序", "程序", "步骤", "环节");

    private static final int FARTHEST = 60;

    /** What the clause behind a name may open with when it goes on to list the parts. */
    private static final PhraseTrie<Boolean> OPENINGS =
            PhraseTrie.of("持续开展", "开展", "形成", "聚焦", "提供", "设立", "设置", "设有", "包括", "含", "通过", "实施");

    private Around() {}

    static List<Span> read(ArticleText article, Candidate mention, @Nullable Integer declared) {
        Span sentence = article.sentenceAt(mention.surface().start());
        List<Span> found = steps(article, mention, sentence);
        if (found.isEmpty()) found = next(article, mention, sentence);
        if (found.isEmpty()) found = offered(article, mention, sentence, declared);
        if (found.isEmpty())
            found = basis(article, sentence.start(), mention.surface().start(), mention);
        if (found.isEmpty()) found = basis(article, mention.surface().end(), reach(mention, sentence), mention);
        return found;
    }

    /** 推行晒谷场轮用办法，规范“报名、抽签、公示、轮换”流程; 在“识字、算账、手艺”三个方面互助. */
    private static List<Span> steps(ArticleText article, Candidate mention, Span sentence) {
        int open = firstMark(article, mention, sentence);
        Quote quote = article.quoteAt(open);
        if (quote == null || quote.open() != open || open >= reach(mention, sentence)) return List.of();
        List<Span> items = Inside.items(article, quote.inner());
        int at = quote.close() + 1;
        boolean told = startsWithAny(article, at, STEPS) || isAspects(article, at, items.size());
        return items.size() >= 3 && told ? items : List.of();
    }

    /**
     * The first place behind a name with a quotation mark or a 、, or else as far as what belongs to the name may begin. What
     * comes later belongs to another name or to a list.
     */
    private static int firstMark(ArticleText article, Candidate mention, Span sentence) {
        int at = mention.surface().end();
        int limit = reach(mention, sentence);
        while (at < limit && article.at(at) != '、' && !QuoteFinder.isMark(article.at(at))) at++;
        return at;
    }

    private static int reach(Candidate mention, Span sentence) {
        return Math.min(sentence.end(), mention.surface().end() + FARTHEST + 1);
    }

    /** 五个方面, 六个步骤, 六步: as many as were listed. */
    private static boolean isAspects(ArticleText article, int at, int count) {
        if (!ItemList.isSum(article, at, count)) return false;
        return article.at(at + 1) == '步'
                || startsWithAny(article, at + 2, MEASURES_OF)
                || startsWithAny(article, at + 2, STEPS);
    }

    /** 制定“灯笼”计划，持续开展修桥、补路、点灯: the clause that follows the name at once is a list of three or more. */
    private static List<Span> next(ArticleText article, Candidate mention, Span sentence) {
        int comma = mention.surface().end();
        if (article.at(comma) == '等') return List.of();
        while (comma < sentence.end()
                && comma - mention.surface().end() < 5
                && ArticleText.isNameChar(article.at(comma))) comma++;
        if (article.at(comma - 1) == '中') return List.of();
        if (article.at(comma) != '，' && article.at(comma) != ',') return List.of();
        int start = comma + 1 + OPENINGS.longest(article.chars, comma + 1, article.length());
        if (BASES.longest(article.chars, start, article.length()) > 0) return List.of();
        ItemList list = ItemList.startingAt(article, start);
        ItemList whole = ItemList.startingAt(article, comma + 1);
        if (whole != null && isParallel(article, whole)) list = whole;
        if (list == null || list.items().size() < 3 || list.end() > sentence.end()) return List.of();
        boolean told = isTold(article, list, comma + 1);
        return told && !holdsPerson(article, list) ? list.items() : List.of();
    }

    private static boolean isTold(ArticleText article, ItemList list, int clause) {
        if (article.startsWith("通过", clause)) return closesWith(article, list, STEPS_TAKEN);
        boolean parallel = isParallel(article, list);
        boolean even = list.items().stream()
                .allMatch(i -> i.length() >= 4 && i.length() <= 14 && (parallel || isPlain(article, i)));
        even &= isBalanced(list);
        boolean stops = ArticleText.partsClauses(article.at(list.end())) || article.at(list.end()) == '等';
        return even && stops;
    }

    /** 统筹做好政策宣传、党员管理、信息采集: a first item far longer than the others drags a verb along. */
    private static boolean isBalanced(ItemList list) {
        int longest = 0;
        for (Span item : list.items().subList(1, list.items().size())) longest = Math.max(longest, item.length());
        return list.items().get(0).length() <= longest + 4;
    }

    /** 聚焦甲、聚焦乙、聚焦丙. */
    private static boolean isParallel(ArticleText article, ItemList list) {
        String opening = article.sub(
                list.items().get(0).start(),
                Math.min(list.items().get(0).end(), list.items().get(0).start() + 2));
        return opening.length() == 2 && list.items().stream().allMatch(i -> article.startsWith(opening, i.start()));
    }

    private static boolean closesWith(ArticleText article, ItemList list, PhraseTrie<Boolean> words) {
        return article.at(list.end()) == '等' && startsWithAny(article, list.end() + 1, words);
    }

    private static boolean breaks(Cue cue) {
        return cue == Cue.BUILD || cue == Cue.ADV || cue == Cue.MEASURE;
    }

    /** No 的, no 让: an item is a name, not a clause; 增收, 提质 and their like are what is hoped for. */
    private static boolean isPlain(ArticleText article, Span item) {
        for (int i = item.start(); i < item.end(); i++) if ("的了增提将更".indexOf(article.at(i)) >= 0) return false;
        if (breaks(article.cue(item.start())) || breaks(article.cue(item.start() + 1))) return false;
        return !NameGroup.isNumeral(article.at(item.start()));
    }

    /** People and places that a clause names are no parts of the name before it. */
    private static boolean holdsPerson(ArticleText article, ItemList list) {
        return list.items().stream().anyMatch(i -> "人员者户民村县员".indexOf(article.at(i.end() - 1)) >= 0);
    }

    /** 开展“便民五样”活动，免费提供磨刀、配匙、补鞋等服务. */
    private static List<Span> offered(
            ArticleText article, Candidate mention, Span sentence, @Nullable Integer declared) {
        int mark = firstMark(article, mention, sentence);
        for (int i = mention.surface().end(); i < mark; i++) {
            int length = OFFERS.longest(article.chars, i, article.length());
            if (length == 0) continue;
            List<Span> quoted = quotedAt(article, i + length);
            if (!quoted.isEmpty()) return quoted;
            ItemList list = ItemList.startingAt(article, i + length);
            if (list == null || list.items().size() < 3) continue;
            boolean closed = closesWith(article, list, OFFERED)
                    || (HOLDS.longest(article.chars, i, article.length()) == length && list.end() <= sentence.end());
            if (closed && (declared == null || list.items().size() <= declared)) return list.items();
        }
        return List.of();
    }

    /** 按照院净、屋亮、人和等标准评选“清风小院”; “清风小院”积分从院净、屋亮、人和等方面打分. */
    private static List<Span> basis(ArticleText article, int from, int to, Candidate mention) {
        for (int i = from; i < to; i++) {
            int length = BASES.longest(article.chars, i, article.length());
            if (length == 0) continue;
            ItemList list = ItemList.startingAt(article, i + length);
            if (list == null || list.items().size() < 2 || list.end() >= to) continue;
            int at = list.end();
            if (article.at(at) == '等') at++;
            while (NameGroup.isNumeral(article.at(at)) || article.at(at) == '个' || article.at(at) == '项') at++;
            if (startsWithAny(article, at, MEASURES_OF) && mention.surface().start() - at < 24) return list.items();
        }
        return List.of();
    }

    /** 设有|“孝善、环保、诚信”三个账户. */
    private static List<Span> quotedAt(ArticleText article, int at) {
        Quote quote = article.quoteAt(at);
        if (quote == null || quote.open() != at) return List.of();
        List<Span> items = Inside.items(article, quote.inner());
        return items.size() >= 3 && ItemList.isSum(article, quote.close() + 1, items.size()) ? items : List.of();
    }

    private static boolean startsWithAny(ArticleText article, int at, PhraseTrie<Boolean> words) {
        return words.longest(article.chars, at, article.length()) > 0;
    }
}
