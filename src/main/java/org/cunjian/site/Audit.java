package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Flag;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;

/** What the curator should look at, most pressing first. */
final class Audit {
    /** A section is a list to work through; the rest is in the open data. */
    private static final int MOST_ROWS = 200;

    private final Catalogue catalogue;
    private final KnowledgeBase kb;

    Audit(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.kb = catalogue.kb;
    }

    View.Audit view() {
        List<View.AuditSection> sections = new ArrayList<>();
        addFlags(sections);
        addCandidates(sections);
        addCases(
                sections,
                "no-place",
                "没有地点的案例",
                "在文章头部写 place=省/市/县/乡/村，不知道的一级留空。",
                c -> c.places().isEmpty());
        addCases(
                sections,
                "no-date",
                "没有日期的案例",
                "在文章头部写 date=YYYY-MM-DD。",
                c -> c.article().metadata().date() == null);
        addCases(
                sections,
                "no-source",
                "没有来源的案例",
                "在文章头部写 source=媒体或单位名称，能找到网址的再写 sourceUrl=。",
                c -> c.article().metadata().source() == null);
        addCases(
                sections,
                "no-practice",
                "没有认出做法的案例",
                "文章若确有成形的做法，在头部写 practices=+名称。",
                c -> kb.practicesOf(c.id()).isEmpty());
        addShortfalls(sections);
        addDuplicates(sections);
        return new View.Audit(kb.cases().size(), sections);
    }

    /** Contradictions, inferred repairs and other doubts, a section for each code. */
    private void addFlags(List<View.AuditSection> sections) {
        Map<String, List<View.AuditRow>> byCode = new TreeMap<>();
        for (Case c : kb.cases())
            for (Flag flag : c.flags())
                byCode.computeIfAbsent(flag.code(), code -> new ArrayList<>()).add(row(c, flag.message()));
        byCode.forEach(
                (code, rows) -> add(sections, "flag-" + code, flagTitle(code), "对照原文核实；确认后在文章里改正，或在头部写明。", rows));
    }

    private static String flagTitle(String code) {
        return switch (code) {
            case "place-conflict" -> "标题与正文地点不一致";
            case "figure-conflict" -> "同一件事有两个数字";
            default -> "存疑：" + code;
        };
    }

    private void addCandidates(List<View.AuditSection> sections) {
        List<View.AuditRow> rows = new ArrayList<>();
        for (Case c : kb.cases())
            for (PracticeFinding finding : c.practices())
                if (finding.status() == PracticeStatus.CANDIDATE)
                    rows.add(row(c, finding.name() + "（把握 " + Math.round(finding.confidence() * 100) + "%）"));
        add(sections, "candidates", "待定的做法名称", "是做法就写 practices=+名称，不是就写 practices=-名称。", rows);
    }

    private void addShortfalls(List<View.AuditSection> sections) {
        List<View.AuditRow> rows = new ArrayList<>();
        for (Case c : kb.cases())
            for (Catalogue.Shown shown : catalogue.shown(c)) {
                PracticeFinding finding = shown.finding();
                String shortfall = Catalogue.shortfall(
                        finding.declaredCount(), finding.components().size());
                if (!shortfall.isEmpty()) rows.add(row(c, finding.name() + "：" + shortfall));
            }
        add(sections, "shortfall", "组成部分不齐的做法", "可在 content/practices/ 里补写该做法的组成部分。", rows);
    }

    private void addDuplicates(List<View.AuditSection> sections) {
        List<View.AuditRow> rows = new ArrayList<>();
        for (Case c : kb.cases()) {
            var original = c.duplicateOf();
            if (original != null)
                rows.add(row(
                        c,
                        "与《" + catalogue.caseOf(original).article().metadata().title() + "》是同一篇（编号 " + original + "）"));
        }
        add(sections, "duplicates", "重复的文章", "不是同一篇，就在头部写 duplicateOf=-另一篇的编号；多余的一篇可改为 status=draft。", rows);
    }

    private void addCases(
            List<View.AuditSection> sections, String id, String title, String advice, Predicate<Case> isAmiss) {
        List<View.AuditRow> rows = new ArrayList<>();
        for (Case c : kb.cases())
            if (isAmiss.test(c)) rows.add(row(c, c.article().path().value()));
        add(sections, id, title, advice, rows);
    }

    private static void add(
            List<View.AuditSection> sections, String id, String title, String advice, List<View.AuditRow> rows) {
        if (rows.isEmpty()) return;
        sections.add(new View.AuditSection(
                id, title, advice, rows.size(), rows.subList(0, Math.min(MOST_ROWS, rows.size()))));
    }

    private static View.AuditRow row(Case c, String note) {
        return new View.AuditRow(
                c.article().metadata().title(), Catalogue.casePath(c.id()), Catalogue.lang(c.script()), note);
    }
}
