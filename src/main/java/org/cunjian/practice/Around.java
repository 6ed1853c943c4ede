package org.cunjian.practice;

import java.util.List;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Parts that stand in the same sentence as a name, with a word that ties them to it. */
final class Around {
    private static final List<String> BASES = List.of("按照", "根据", "依据", "对照", "围绕", "从");
    private static final List<String> MEASURES_OF = List.of("标准", "方面", "内容", "指标", "维度", "要求", "类别");
    private static final List<String> STEPS = List.of("程序", "步骤", "流程", "环节");
    private static final List<String> STEPS_TAKEN = List.of("民主程序", "程序", "步骤", "环节");
    private static final List<String> OFFERS = List.of("提供", "包括", "包含", "涵盖", "设有", "配有", "集");
    private static final List<String> OFFERED = List.of("服务", "功能", "活动", "事项", "内容", "项目", "民主程序", "程序", "步骤", "环节");

    private static final int FARTHEST = 60;

    /** What the clause behind a name may open with when it goes on to list the parts. */
    private static final List<String> OPENINGS =
            List.of("持续开展", "开展", "形成", "聚焦", "提供", "设立", "设置", "设有", "包括", "含", "通过", "实施");

    private Around() {}

    static List<Span> read(ArticleText article, Candidate mention, @Nullable Integer declared) {
        Span sentence = article.sentenceAt(mention.surface().start());
        List<Span> found = steps(article, mention, sentence);
        if (found.isEmpty()) found = next(article, mention, sentence);
        if (found.isEmpty()) found = offered(article, mention, sentence, declared);
        if (found.isEmpty()) found = basis(article, mention, sentence);
        return found;
    }

    /** 推行晒谷场轮用办法，规范“报名、抽签、公示、轮换”流程; 在“识字、算账、手艺”三个方面互助. */
    private static List<Span> steps(ArticleText article, Candidate mention, Span sentence) {
        for (int i = mention.surface().end(); i < sentence.end(); i++) {
            Quote quote = article.quoteAt(i);
            if (quote == null || quote.open() != i) continue;
            List<Span> items = Inside.items(article, quote.inner());
            int at = quote.close() + 1;
            boolean told = startsWithAny(article, at, STEPS) || isAspects(article, at);
            if (items.size() >= 3 && told && isNearest(article, mention, i)) return items;
            i = quote.close();
        }
        return List.of();
    }

    /** True where no other name in quotation marks and no list stands between the name and {@code at}. */
    private static boolean isNearest(ArticleText article, Candidate mention, int at) {
        int from = mention.surface().end();
        if (at - from > FARTHEST) return false;
        for (int i = from; i < at; i++) if (article.at(i) == '、' || QuoteFinder.isMark(article.at(i))) return false;
        return true;
    }

    private static boolean isAspects(ArticleText article, int at) {
        return NameGroup.isNumeral(article.at(at))
                && article.at(at + 1) == '个'
                && article.text.startsWith("方面", at + 2);
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
        int start = comma + 1 + startingWord(article, comma + 1, OPENINGS).length();
        ItemList list = ItemList.startingAt(article, start);
        ItemList whole = ItemList.startingAt(article, comma + 1);
        if (whole != null && isParallel(article, whole)) list = whole;
        if (list == null || list.items().size() < 3 || list.end() > sentence.end()) return List.of();
        boolean told = isTold(article, list, comma + 1);
        return told && !holdsPerson(article, list) ? list.items() : List.of();
    }

    private static boolean isTold(ArticleText article, ItemList list, int clause) {
        if (article.text.startsWith("通过", clause)) return closesWith(article, list, STEPS_TAKEN);
        boolean parallel = isParallel(article, list);
        boolean even = list.items().stream()
                .allMatch(i -> i.length() >= 4 && i.length() <= 14 && (parallel || isPlain(article, i)));
        boolean stops = ArticleText.partsClauses(article.at(list.end())) || article.at(list.end()) == '等';
        return even && stops;
    }

    /** 聚焦甲、聚焦乙、聚焦丙. */
    private static boolean isParallel(ArticleText article, ItemList list) {
        String opening = article.sub(
                list.items().get(0).start(),
                Math.min(list.items().get(0).end(), list.items().get(0).start() + 2));
        return opening.length() == 2
                && list.items().stream().allMatch(i -> article.text.startsWith(opening, i.start()));
    }

    private static boolean closesWith(ArticleText article, ItemList list, List<String> words) {
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
        for (int i = mention.surface().end(); i < sentence.end(); i++) {
            String word = startingWord(article, i, OFFERS);
            if (word.isEmpty()) continue;
            ItemList list = ItemList.startingAt(article, i + word.length());
            if (list == null || list.items().size() < 3) continue;
            boolean closed = closesWith(article, list, OFFERED) && isNearest(article, mention, i);
            if (closed && (declared == null || list.items().size() <= declared)) return list.items();
        }
        return List.of();
    }

    /** 按照院净、屋亮、人和等标准评选“清风小院”. */
    private static List<Span> basis(ArticleText article, Candidate mention, Span sentence) {
        for (int i = sentence.start(); i < mention.surface().start(); i++) {
            String word = startingWord(article, i, BASES);
            if (word.isEmpty()) continue;
            ItemList list = ItemList.startingAt(article, i + word.length());
            if (list == null
                    || list.items().size() < 2
                    || list.end() >= mention.surface().start()) continue;
            int at = list.end();
            if (article.at(at) == '等') at++;
            while (NameGroup.isNumeral(article.at(at)) || article.at(at) == '个' || article.at(at) == '项') at++;
            if (startsWithAny(article, at, MEASURES_OF) && mention.surface().start() - at < 24) return list.items();
        }
        return List.of();
    }

    private static boolean startsWithAny(ArticleText article, int at, List<String> words) {
        return !startingWord(article, at, words).isEmpty();
    }

    private static String startingWord(ArticleText article, int at, List<String> words) {
        char first = article.at(at);
        for (String word : words) if (word.charAt(0) == first && article.text.startsWith(word, at)) return word;
        return "";
    }
}
