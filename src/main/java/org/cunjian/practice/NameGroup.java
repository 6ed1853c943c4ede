package org.cunjian.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** All candidates of one article that are surfaces of one name: “五会”制度, “五会”, 五会制度. */
final class NameGroup {
    private static final int LONGEST_OWNER = 6;

    /** These end like places but are words: 美丽乡村, 城乡社区. */
    private static final Set<String> COMMON_PLACES = Set.of(
            "乡村", "农村", "山村", "新村", "全村", "各村", "村村", "城乡", "下乡", "返乡", "家乡", "全乡", "城市", "都市", "城区", "园区", "全县", "全市",
            "县市", "小区", "街区", "地区", "全镇", "城镇", "乡镇", "村镇");

    /** Surfaces past this number are mentions still, but no aliases. */
    private static final int MOST_FORMS = 60;

    final String key;
    final List<Candidate> candidates = new ArrayList<>();
    private final ArticleText article;
    private final Map<String, Integer> forms = new LinkedHashMap<>();
    /** Told once all candidates are in, then asked for by every reader of the group. */
    private @Nullable String name;

    private @Nullable Declared declared;
    private @Nullable List<Candidate> mentions;
    private @Nullable List<String> formList;

    private NameGroup(String key, ArticleText article) {
        this.key = key;
        this.article = article;
    }

    /** Groups in the order of their first candidate. */
    static List<NameGroup> of(ArticleText article, List<Candidate> candidates) {
        Map<String, NameGroup> groups = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            String key = keyOf(article, candidate);
            if (key.length() > 0)
                groups.computeIfAbsent(key, k -> new NameGroup(k, article)).add(candidate);
        }
        return new ArrayList<>(groups.values());
    }

    private void add(Candidate candidate) {
        candidates.add(candidate);
        name = null;
        declared = null;
        mentions = null;
        formList = null;
        for (String form : formsOf(article, candidate))
            if (forms.size() < MOST_FORMS || forms.containsKey(form)) forms.merge(form, 1, Integer::sum);
    }

    /** A short quotation that is no number word says too little alone: “早课” is keyed with what stands around it. */
    private static String keyOf(ArticleText article, Candidate candidate) {
        String inner = NameForm.key(candidate.inner().of(article.text));
        if (inner.isEmpty()) return "";
        boolean standsAlone = inner.length() >= 3 || (inner.length() == 2 && isNumeral(inner.charAt(0)));
        if (standsAlone || candidate.tail().isEmpty()) return NameForm.stem(withoutOwner(article, inner));
        return NameForm.stem(NameForm.key(inner + candidate.tail().of(article.text)));
    }

    static boolean isNumeral(char c) {
        return switch (c) {
            case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '两', '双', '百', '千', '万' -> true;
            default -> c >= '0' && c <= '9';
        };
    }

    private static List<String> formsOf(ArticleText article, Candidate candidate) {
        List<String> forms = new ArrayList<>();
        String inner = NameForm.shown(candidate.inner().of(article.text));
        String bare = withoutOwner(article, inner);
        forms.add(bare);
        if (!bare.equals(inner)) forms.add(inner);
        if (candidate.isListed()) forms.add(NameForm.shown(candidate.surface().of(article.text)));
        if (!candidate.tail().isEmpty())
            forms.add(NameForm.shown(bare + candidate.tail().of(article.text)));
        return forms;
    }

    /** 桃源村议事亭 is 议事亭 where the article names 桃源村 elsewhere too. */
    private static String withoutOwner(ArticleText article, String name) {
        int end = ownerEnd(name);
        if (end < 3 || name.length() - end < 3 || COMMON_PLACES.contains(name.substring(end - 2, end))) return name;
        return article.isRepeated(name.substring(0, end)) ? name.substring(end) : name;
    }

    /** Where a village, a town or the like ends that {@code name} begins with; 0 where it begins with none. */
    private static int ownerEnd(String name) {
        int longest = Math.min(LONGEST_OWNER, name.length() - 1);
        for (int stem = 1; stem <= longest && isCommonHan(name.charAt(stem - 1)); stem++) {
            switch (name.charAt(stem)) {
                case '村', '镇', '乡', '县', '市', '区' -> {
                    return stem + 1;
                }
                case '社', '街' -> {
                    if (name.startsWith("社区", stem) || name.startsWith("街道", stem)) return stem + 2;
                }
                default -> {}
            }
        }
        return 0;
    }

    private static boolean isCommonHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /** The shortest form that still identifies the practice. */
    String name() {
        if (name == null) name = shortest();
        return name;
    }

    /** Null where the name declares no number. */
    private record Declared(@Nullable Integer count) {}

    /** The number in the name; see {@link KindReader#declaredCount}. */
    @Nullable
    Integer declaredCount() {
        if (declared == null) declared = new Declared(KindReader.declaredCount(this, name()));
        return declared.count();
    }

    private String shortest() {
        String best = "";
        for (Map.Entry<String, Integer> form : forms.entrySet())
            if (best.isEmpty() || cost(form.getKey(), form.getValue()) < cost(best, forms.getOrDefault(best, 0)))
                best = form.getKey();
        return best;
    }

    private int cost(String form, int count) {
        int cost = form.length() * 2 - Math.min(3, count);
        String key = NameForm.key(form);
        if (key.length() <= 2 || isDigits(key)) cost += 20;
        if (isFormula(form) && Character.isDigit(form.charAt(0)) && !form.endsWith("模式") && hasModel(form)) cost += 16;
        if (form.endsWith("工作") || form.endsWith("建设工作")) cost += 2;
        return cost;
    }

    private static boolean isDigits(String key) {
        for (int i = 0; i < key.length(); i++) if (!Character.isDigit(key.charAt(i))) return false;
        return true;
    }

    /** 1+2, where the article also says 1+2治理模式: the longer form is the name. */
    private boolean hasModel(String form) {
        return forms.keySet().stream().anyMatch(f -> f.startsWith(form) && f.endsWith("模式"));
    }

    static boolean isFormula(String name) {
        return name.indexOf('+') > 0;
    }

    List<String> aliases(String name) {
        return forms.keySet().stream()
                .filter(f -> !f.equals(name) && !f.isBlank())
                .toList();
    }

    List<String> forms() {
        if (formList == null) formList = List.copyOf(forms.keySet());
        return formList;
    }

    @Nullable
    Candidate firstQuoted() {
        for (Candidate candidate : candidates) if (candidate.isQuoted()) return candidate;
        return null;
    }

    /** One candidate a place: of those that share characters the longest, in text order. */
    List<Candidate> mentions() {
        if (mentions == null) mentions = apart();
        return mentions;
    }

    private List<Candidate> apart() {
        List<Candidate> sorted = new ArrayList<>(candidates);
        sorted.sort((a, b) -> a.surface().compareTo(b.surface()));
        List<Candidate> kept = new ArrayList<>(sorted.size());
        Span last = null;
        for (Candidate candidate : sorted) {
            if (last != null && last.overlaps(candidate.surface())) continue;
            last = candidate.surface();
            kept.add(candidate);
        }
        return kept;
    }
}
