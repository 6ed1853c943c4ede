package org.cunjian.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cunjian.practice.Lexicon.Cue;
import org.cunjian.practice.QuoteFinder.Quote;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * One article made ready for the rules: title, a line end, body, all in Simplified characters; its quotations, sentences,
 * headings and cue words. Offsets in this package count from the title; {@link #toBody} turns them into the body's.
 */
final class ArticleText {
    private static final int LONGEST_HEADING = 45;
    private static final int FARTHEST_CLAUSE = 80;
    private static final int OPENING = 8000;
    private static final int LONGEST_CITATION = 300;
    private static final PhraseTrie<Boolean> CITATIONS = PhraseTrie.of(
            "资料来源", "来源：", "来源:", "文章来源", "稿件来源", "信息来源", "参考资料", "参考文献", "参见《", "摘自《", "原载《", "原标题", "责任编辑", "责编",
            "编辑：", "上一篇", "下一篇", "相关阅读", "延伸阅读", "相关链接", "推荐阅读");
    private static final Pattern NOTICE = Pattern.compile("通知|通报|公告|公示|名单|招聘|启事|目录|会议纪要");

    final String text;
    /** The same as {@link #text}, for loops. */
    final char[] chars;

    final int bodyStart;
    final List<Quote> quotes;
    final List<Span> sentences;
    final List<Span> lines;
    private final String body;
    /** Null where no cue word stands. */
    private final @Nullable Cue[] cue;

    private final boolean[] wordStart;
    private final int[] quoteAt;
    private final boolean isNotice;
    private final boolean isDirective;
    private final Map<String, Boolean> repeated = new HashMap<>();
    private @Nullable String opening;

    ArticleText(String title, String body) {
        this.body = body;
        text = ScriptFolding.toSimplified(title).replace('\n', ' ').replace('\r', ' ')
                + "\n"
                + ScriptFolding.toSimplified(body);
        chars = text.toCharArray();
        bodyStart = title.length() + 1;
        isNotice = NOTICE.matcher(title.isEmpty() ? "" : text.substring(0, bodyStart))
                .find();
        isDirective = PageKind.isDirective(text.substring(0, bodyStart - 1), text);
        quotes = QuoteFinder.find(chars);
        sentences = SentenceSplitter.split(chars);
        lines = lines(chars);
        cue = new @Nullable Cue[chars.length];
        wordStart = new boolean[chars.length + 1];
        markCues();
        quoteAt = new int[chars.length];
        markQuotes();
    }

    private static List<Span> lines(char[] text) {
        List<Span> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length; i++) {
            if (i == text.length || text[i] == '\n') {
                lines.add(new Span(from, i));
                from = i + 1;
            }
        }
        return lines;
    }

    private void markCues() {
        PhraseTrie<Cue> cues = Lexicon.shared().cues;
        for (int i = 0; i < chars.length; ) {
            wordStart[i] = true;
            PhraseTrie.Node<Cue> word = cues.find(chars, i, chars.length);
            if (word == null || word.value == null) {
                i++;
                continue;
            }
            Cue found = word.value;
            if (found == Cue.MEASURE && word.depth == 1 && !counts(i - 1)) found = Cue.NONE;
            int end = i + word.depth;
            if (found.governsNames() && isVerbEnding(end)) end++;
            for (; i < end; i++) cue[i] = found;
        }
        wordStart[chars.length] = true;
    }

    /** 搭建|起, 探索|出, 制作|了: said of the verb before it, where no word such as 出台 begins there. */
    private boolean isVerbEnding(int at) {
        if (at >= chars.length || (chars[at] != '了' && chars[at] != '起' && chars[at] != '出')) return false;
        return Lexicon.shared().cues.longest(chars, at, chars.length) <= 1;
    }

    /** 场 measures in 三场 and in 这场, not in 林场. */
    private boolean counts(int at) {
        return at >= 0 && "一二三四五六七八九十百千万亿两几数多余这那各每首某0123456789".indexOf(chars[at]) >= 0;
    }

    /** For each place, 1 + the index of the innermost quotation that holds it (its marks included), or 0. */
    private void markQuotes() {
        for (int q = 0; q < quotes.size(); q++)
            for (int i = quotes.get(q).open(); i <= quotes.get(q).close(); i++) quoteAt[i] = q + 1;
    }

    @Nullable
    Quote quoteAt(int at) {
        return isInQuote(at) ? quotes.get(quoteAt[at] - 1) : null;
    }

    boolean isInQuote(int at) {
        return at >= 0 && at < quoteAt.length && quoteAt[at] != 0;
    }

    int length() {
        return chars.length;
    }

    boolean startsWith(String word, int at) {
        return text.startsWith(word, at);
    }

    char at(int offset) {
        return offset < 0 || offset >= chars.length ? '\n' : chars[offset];
    }

    String sub(int from, int to) {
        return text.substring(from, to);
    }

    Cue cue(int at) {
        Cue found = at < 0 || at >= cue.length ? null : cue[at];
        return found == null ? Cue.NONE : found;
    }

    /** The first character of the cue word (or of the single character) that covers {@code at}. */
    int wordStart(int at) {
        int start = at;
        while (start > 0 && !wordStart[start]) start--;
        return start;
    }

    int wordEnd(int at) {
        int end = at + 1;
        while (end < chars.length && !wordStart[end]) end++;
        return end;
    }

    /** Where the clause that holds {@code at} begins: after the last mark that parts clauses, quotes and commas of lists excepted. */
    int clauseStart(int at) {
        int start = at;
        while (start > 0 && at - start < FARTHEST_CLAUSE && !partsClauses(chars[start - 1])) start--;
        return start;
    }

    int clauseEnd(int at) {
        int end = at;
        while (end < chars.length && end - at < FARTHEST_CLAUSE && !partsClauses(chars[end])) end++;
        return end;
    }

    static boolean partsClauses(char c) {
        return switch (c) {
            case '。', '！', '？', '!', '?', '；', ';', '，', ',', '：', ':', '\n', '\r' -> true;
            default -> false;
        };
    }

    /** Han characters, letters and digits: what a name is made of. */
    static boolean isNameChar(char c) {
        return NameForm.isHan(c) || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** True for a page that tells what shall be done, not what was done: {@link PageKind}. */
    boolean isDirective() {
        return isDirective;
    }

    /** True where the title is that of an announcement or a list. */
    boolean isNotice() {
        return isNotice;
    }

    boolean isInTitle(int at) {
        return at < bodyStart;
    }

    /** True in a line that tells where the text comes from: 资料来源：《…》，某报. */
    boolean isInCitation(int at) {
        Span line = lineAt(at);
        if (line.length() > LONGEST_CITATION) return false;
        int start = line.start();
        while (start < at && !isNameChar(chars[start])) start++;
        return CITATIONS.longest(chars, start, chars.length) > 0;
    }

    /** True where the line at {@code at} is a heading: marked with #, or short and without a sentence end. */
    boolean isInHeading(int at) {
        Span line = lineAt(at);
        if (line.isEmpty()) return false;
        if (chars[line.start()] == '#') return true;
        if (line.length() > LONGEST_HEADING || line.length() < 5) return false;
        char last = chars[line.end() - 1];
        return "。！？!?；;：:，,”…".indexOf(last) < 0 || (last == '”' && line.length() < LONGEST_HEADING / 2);
    }

    /** True in the opening words of a paragraph, before its first sentence end or colon. */
    boolean isInLead(int at) {
        Span line = lineAt(at);
        if (at - line.start() > LONGEST_HEADING) return false;
        for (int i = line.start(); i < at; i++) if (endsLead(chars[i])) return false;
        return true;
    }

    private static boolean endsLead(char c) {
        return c == '。' || c == '！' || c == '？' || c == '：';
    }

    /** True where {@code place} stands twice or more in the opening {@value #OPENING} characters. */
    boolean isRepeated(String place) {
        return repeated.computeIfAbsent(place, p -> {
            String start = opening();
            int first = start.indexOf(p);
            return first >= 0 && start.indexOf(p, first + 1) >= 0;
        });
    }

    private String opening() {
        if (opening == null) opening = text.substring(0, Math.min(text.length(), OPENING));
        return opening;
    }

    Span lineAt(int at) {
        return holding(lines, at);
    }

    /** The sentence that holds {@code at}, or an empty span there. */
    Span sentenceAt(int at) {
        Span found = holding(sentences, at);
        return found.start() <= at && at < found.end() ? found : new Span(at, at);
    }

    private static Span holding(List<Span> spans, int at) {
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int mid = (low + high + 1) >>> 1;
            if (spans.get(mid).start() <= at) low = mid;
            else high = mid - 1;
        }
        return spans.isEmpty() ? new Span(0, 0) : spans.get(low);
    }

    boolean isInBody(Span span) {
        return span.start() >= bodyStart;
    }

    Span toBody(Span span) {
        return span.shift(-bodyStart);
    }

    /** The characters of {@code span} (offsets of this text) as the body prints them. */
    String printed(Span span) {
        return toBody(span).of(body);
    }
}
