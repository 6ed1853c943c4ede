package org.cunjian.practice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cunjian.figure.Figure;
import org.cunjian.practice.Annotated.Gold;

/** The rules of the shared scoring script, in Java: how names match, and the sums over articles. */
final class Scoring {
    private static final List<String> HEADS = List.of(
            "运营工作模式", "工作模式", "治理模式", "管理模式", "发展模式", "工作机制", "联动机制", "管理制度", "组织体系", "服务平台", "信息平台", "专项行动", "工作法",
            "模式", "机制", "制度", "体系", "平台", "行动", "活动", "计划", "工程", "项目", "建设", "创建", "评选", "管理", "治理", "服务", "系统", "标准",
            "要求", "政策", "队伍", "工作", "制");

    int core;
    int hit;
    int good;
    int bad;
    int withComponents;
    int componentsExact;
    int invented;
    int figures;
    int figuresFound;
    int flagsRight;
    int confirmedOnOthers;
    final List<String> log = new ArrayList<>();

    static String norm(String name) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> c == '+' || Character.isLetter(c) || isNumber(c))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static String headOff(String name) {
        for (String head : HEADS)
            if (name.endsWith(head) && name.length() - head.length() >= 2)
                return name.substring(0, name.length() - head.length());
        return name;
    }

    static boolean same(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) return false;
        if (a.equals(b) || headOff(a).equals(headOff(b))) return true;
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        return shorter.length() >= 3 && longer.contains(shorter) && shorter.length() >= 0.6 * longer.length();
    }

    static boolean matches(List<String> names, Gold gold) {
        for (String a : names) for (String b : gold.names()) if (same(norm(a), norm(b))) return true;
        return false;
    }

    static List<String> names(PracticeFinding finding) {
        List<String> names = new ArrayList<>(List.of(finding.name()));
        names.addAll(finding.aliases());
        return names;
    }

    void add(Annotated article, List<PracticeFinding> findings) {
        List<Gold> cores = article.practices().stream().filter(Gold::isCore).toList();
        Map<Gold, PracticeFinding> found = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        core += cores.size();
        for (PracticeFinding finding : findings) {
            if (finding.status() != PracticeStatus.CONFIRMED) continue;
            List<Gold> hits = article.practices().stream()
                    .filter(g -> matches(names(finding), g))
                    .toList();
            if (hits.isEmpty()) wrong.add(finding.name());
            else good++;
            for (Gold gold : hits) if (gold.isCore()) found.putIfAbsent(gold, finding);
            if (!article.isCase()) confirmedOnOthers++;
        }
        bad += wrong.size();
        hit += found.size();
        List<String> missed = new ArrayList<>();
        for (Gold gold : cores) {
            PracticeFinding finding = found.get(gold);
            if (finding == null) missed.add(gold.name());
            List<String> got = finding == null
                    ? List.of()
                    : finding.components().stream().map(Component::name).toList();
            if (!gold.components().isEmpty()) {
                withComponents++;
                if (exact(gold.components(), got)) componentsExact++;
                else if (finding != null)
                    log.add(article.id() + " components of " + gold.name() + ": want " + gold.components() + " got "
                            + got);
            } else if (!got.isEmpty()) {
                invented++;
                log.add(article.id() + " invented for " + gold.name() + ": " + got);
            }
        }
        log.add(article.id() + " core " + found.size() + "/" + cores.size() + "  missed: " + String.join("; ", missed)
                + "  false: " + String.join("; ", wrong));
    }

    void addFigures(Annotated article, List<Figure> found) {
        for (Annotated.GoldFigure gold : article.figures()) {
            figures++;
            String want = norm(gold.text());
            Figure match = found.stream()
                    .filter(f -> norm(f.text()).contains(want))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                log.add(article.id() + " figure missed: " + gold.text());
                continue;
            }
            // The script keeps the flag of the last figure with the same text.
            boolean flag = found.stream()
                    .filter(f -> norm(f.text()).equals(norm(match.text())))
                    .reduce((a, b) -> b)
                    .orElse(match)
                    .isProjected();
            figuresFound++;
            if (flag == gold.isProjected()) flagsRight++;
            else log.add(article.id() + " figure flag wrong: " + gold.text() + " in " + match.text());
        }
    }

    static boolean exact(List<String> want, List<String> got) {
        if (want.size() != got.size()) return false;
        for (int i = 0; i < want.size(); i++) {
            String a = norm(want.get(i));
            String b = norm(got.get(i));
            if (!a.contains(b) && !b.contains(a)) return false;
        }
        return true;
    }

    double precision() {
        return ratio(good, good + bad);
    }

    double recall() {
        return ratio(hit, core);
    }

    double f1() {
        return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
    }

    double componentRate() {
        return ratio(componentsExact, withComponents);
    }

    double figureRecall() {
        return ratio(figuresFound, figures);
    }

    double flagRate() {
        return ratio(flagsRight, figuresFound);
    }

    private static double ratio(int a, int b) {
        return b == 0 ? 1 : (double) a / b;
    }

    String line(String label) {
        return String.format(
                Locale.ROOT,
                "%-28s precision %.3f  recall %.3f  F1 %.3f  confirmed %d (wrong %d, on other pages %d)  components exact %.3f of %d, invented %d",
                label,
                precision(),
                recall(),
                f1(),
                good + bad,
                bad,
                confirmedOnOthers,
                componentRate(),
                withComponents,
                invented);
    }
}
