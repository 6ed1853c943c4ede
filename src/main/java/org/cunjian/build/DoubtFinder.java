package org.cunjian.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cunjian.build.Doubt.Kind;
import org.cunjian.build.Doubt.Remedy;
import org.cunjian.content.Article;
import org.cunjian.content.Checked;
import org.cunjian.content.PracticeEntry;
import org.cunjian.diagnostic.SourceRange;
import org.cunjian.figure.FigureConflict;
import org.cunjian.ingest.Damage;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Flag;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.Practice;
import org.cunjian.place.Level;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.LineMap;
import org.cunjian.text.Pinyin;
import org.cunjian.text.SentenceSplitter;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** What is doubtful in a site, by worth, each with the line that settles it. Pure; linear in the text of the articles. */
final class DoubtFinder {
    private static final String NEVER = "content/lexicon/never.tsv";

    /** The files of a practice's articles are named one by one up to here. */
    private static final int MOST_FILES = 5;

    /** So many characters before the place are enough to understand it. */
    private static final int MOST_BEFORE = 36;

    private final List<Doubt> doubts = new ArrayList<>();
    private final Map<String, List<Sighting>> candidates = new TreeMap<>();

    /** A name that one article leaves open. */
    private record Sighting(Article article, PracticeFinding finding) {}

    private DoubtFinder() {}

    /** In the order in which they are worth looking at. */
    static List<Doubt> find(KnowledgeBase kb, List<PracticeEntry> entries) {
        DoubtFinder finder = new DoubtFinder();
        for (Case c : kb.cases()) finder.read(c);
        finder.candidates.forEach(finder::addCandidate);
        Set<String> curated = entries.stream().map(PracticeEntry::name).collect(Collectors.toCollection(HashSet::new));
        for (Practice practice : kb.practices()) finder.count(kb, practice, curated);
        finder.doubts.sort(Comparator.comparing(Doubt::kind)
                .thenComparing(Comparator.comparingDouble(Doubt::worth).reversed())
                .thenComparing(Doubt::where)
                .thenComparing(Doubt::code));
        return List.copyOf(finder.doubts);
    }

    private void read(Case c) {
        Article article = c.article();
        if (c.duplicateOf() != null) {
            String original = c.duplicateOf().value();
            if (c.duplicateOf().equals(article.curation().reprint().of())) return;
            List<Remedy> remedies = List.of(
                    header(article, "build/remedy-copy", "duplicateOf=" + original),
                    header(article, "build/remedy-no-copy", "duplicateOf=-" + original));
            add(Kind.COPY, "build/doubt-duplicate", 0, file(article), "", remedies, original);
            return;
        }
        addConflicts(c);
        addDamage(article);
        addPlace(c);
        for (PracticeFinding finding : c.practices())
            if (finding.status() == PracticeStatus.CANDIDATE)
                candidates
                        .computeIfAbsent(finding.name(), k -> new ArrayList<>())
                        .add(new Sighting(article, finding));
        if (article.metadata().date() == null)
            addMissing(article, Checked.DATE, "build/doubt-no-date", 2, "date=YYYY-MM-DD");
        if (article.metadata().source() == null)
            addMissing(article, Checked.SOURCE, "build/doubt-no-source", 1, "source=发布单位");
    }

    private void addMissing(Article article, Checked what, String code, double worth, String line) {
        if (isChecked(article, what)) return;
        List<Remedy> remedies = List.of(header(article, "build/remedy-header", line), checked(article, what));
        add(
                Kind.MISSING,
                code,
                worth,
                file(article),
                "",
                remedies,
                article.metadata().title());
    }

    private void add(
            Kind kind,
            String code,
            double worth,
            SourceRange where,
            String evidence,
            List<Remedy> remedies,
            String... args) {
        doubts.add(new Doubt(kind, code, List.of(args), 1, worth, where, evidence, remedies));
    }

    // ---- conflicts and damage ----

    private void addConflicts(Case c) {
        Article article = c.article();
        for (Flag flag : c.flags()) {
            if (!flag.code().equals("place-conflict")) continue;
            Span at = c.places().isEmpty() ? null : first(c.places().get(0).mentions());
            List<Remedy> remedies = new ArrayList<>();
            for (PlaceFinding found : c.places())
                if (remedies.size() < 2)
                    remedies.add(header(
                            article,
                            "build/remedy-place",
                            "place=" + found.place().chain()));
            if (remedies.isEmpty()) remedies.add(header(article, "build/remedy-place", placeForm()));
            add(Kind.CONFLICT, "build/doubt", 3, where(article, at), evidence(article, at), remedies, flag.message());
        }
        if (isChecked(article, Checked.FIGURES)) return;
        for (FigureConflict conflict : FigureConflict.find(article.body(), c.figures())) {
            Span at = conflict.second().span();
            add(
                    Kind.CONFLICT,
                    "build/figure-conflict",
                    1,
                    where(article, at),
                    evidence(article, at),
                    List.of(
                            new Remedy("build/remedy-mend", where(article, at).label(), "", ""),
                            checked(article, Checked.FIGURES)),
                    conflict.first().text(),
                    conflict.second().text());
        }
    }

    private void addDamage(Article article) {
        if (isChecked(article, Checked.TEXT)) return;
        for (Damage damage : Damage.in(article.body())) {
            SourceRange where = where(article, damage.span());
            add(
                    Kind.CONFLICT,
                    "build/doubt-damage",
                    2,
                    where,
                    evidence(article, damage.span()),
                    List.of(new Remedy("build/remedy-mend", where.label(), "", ""), checked(article, Checked.TEXT)),
                    damage.span().of(article.body()));
        }
    }

    /** The number in the name against the parts that the articles list; an entry of the curator settles it. */
    private void count(KnowledgeBase kb, Practice practice, Set<String> curated) {
        Integer declared = practice.declaredCount();
        int listed = practice.components().size();
        if (declared == null
                || listed == 0
                || listed == declared
                || curated.contains(practice.name())
                || practice.occurrences().isEmpty()) return;
        Practice.Occurrence shown = practice.occurrences().get(0);
        for (Practice.Occurrence o : practice.occurrences())
            if (o.finding().components().size() == listed) shown = o;
        Article article = kb.findCase(shown.article()).orElseThrow().article();
        List<Component> parts = shown.finding().components();
        Span at = parts.isEmpty()
                ? first(shown.finding().mentions().stream().map(Mention::span).toList())
                : parts.get(0).span();
        String file = "content/practices/" + slug(practice.name()) + ".md";
        String entry = "title=" + practice.name() + "\ntype=practice\nstatus=published\ndeclaredCount=" + declared
                + "\ncomponents=" + String.join(", ", practice.components()) + "\n~~~~~~";
        doubts.add(new Doubt(
                Kind.CONFLICT,
                "build/doubt-count",
                List.of(practice.name(), Integer.toString(declared), Integer.toString(listed)),
                practice.occurrences().size(),
                0.5,
                where(article, at),
                evidence(article, at),
                List.of(new Remedy("build/remedy-entry", file, "", entry))));
    }

    private static String slug(String name) {
        String slug = Pinyin.slug(name);
        return slug.isEmpty() ? "practice" : slug;
    }

    // ---- places ----

    private void addPlace(Case c) {
        Article article = c.article();
        if (article.curation().place() != null || isChecked(article, Checked.PLACE)) return;
        if (c.places().isEmpty()) {
            Span first = firstSentence(article);
            add(
                    Kind.PLACE,
                    "build/doubt-no-place",
                    1,
                    where(article, first),
                    evidence(article, first),
                    List.of(
                            header(article, "build/remedy-place-unknown", placeForm()),
                            checked(article, Checked.PLACE)),
                    article.metadata().title());
            return;
        }
        PlaceFinding main = c.places().get(0);
        String unknown = unknownLevel(main.place());
        if (unknown == null) return;
        Span at = first(main.mentions());
        add(
                Kind.PLACE,
                "build/doubt-unknown-place",
                2,
                where(article, at),
                evidence(article, at),
                List.of(
                        header(
                                article,
                                "build/remedy-place",
                                "place=" + main.place().chain()),
                        checked(article, Checked.PLACE)),
                unknown,
                main.place().chain());
    }

    private static String placeForm() {
        return "place=省/市/县/乡镇/村";
    }

    /** The highest level that is named and that the gazetteer does not have; null where it has all. */
    private static @Nullable String unknownLevel(Place place) {
        int known = place.code() == null ? 0 : place.code().length();
        List<@Nullable String> levels = place.levels();
        for (Level level : Level.values()) {
            String name = levels.get(level.depth());
            if (name != null && level.codeDigits() > known) return name;
        }
        return null;
    }

    // ---- names that may be practices ----

    /** One doubt for a name, however many articles have it: the more, the more it is worth; then the likelier, the more. */
    private void addCandidate(String name, List<Sighting> seen) {
        Sighting likeliest = seen.stream()
                .max(Comparator.comparingDouble(s -> s.finding().confidence()))
                .orElseThrow();
        Article article = likeliest.article();
        Mention mention = likeliest.finding().mentions().isEmpty()
                ? null
                : likeliest.finding().mentions().get(0);
        Span at = mention == null ? null : mention.span();
        // A comma would end the name; marks make no difference to it.
        String written = name.replace(',', '、').replace('，', '、');
        List<Remedy> remedies = new ArrayList<>();
        for (Sighting sighting : seen.subList(0, Math.min(seen.size(), MOST_FILES)))
            remedies.add(practices(sighting.article(), "build/remedy-practice", "+" + written));
        remedies.add(
                seen.size() == 1
                        ? practices(article, "build/remedy-no-practice", "-" + written)
                        : new Remedy("build/remedy-never", NEVER, "", name));
        doubts.add(new Doubt(
                Kind.PRACTICE,
                "build/doubt-candidate",
                List.of(
                        name,
                        Integer.toString(seen.size()),
                        Long.toString(Math.round(100 * likeliest.finding().confidence()))),
                seen.size(),
                seen.size() + likeliest.finding().confidence(),
                where(article, at),
                evidence(article, at),
                remedies));
    }

    /** The line {@code practices=} with what it says already and one name more. */
    private static Remedy practices(Article article, String code, String signed) {
        List<String> names = new ArrayList<>();
        article.curation().addedPractices().forEach(n -> names.add("+" + n));
        article.curation().removedPractices().forEach(n -> names.add("-" + n));
        String old = names.isEmpty() ? "" : "practices=" + String.join(", ", names);
        names.add(signed);
        return new Remedy(code, article.path().value(), old, "practices=" + String.join(", ", names));
    }

    // ---- evidence ----

    private static Remedy header(Article article, String code, String line) {
        return new Remedy(code, article.path().value(), "", line);
    }

    private static boolean isChecked(Article article, Checked what) {
        return article.curation().checked().contains(what);
    }

    /** The line that says: it is so on paper too. */
    private static Remedy checked(Article article, Checked what) {
        List<String> before =
                article.curation().checked().stream().map(Checked::code).toList();
        List<String> now = new ArrayList<>(before);
        now.add(what.code());
        return new Remedy(
                "build/remedy-checked",
                article.path().value(),
                before.isEmpty() ? "" : "checked=" + String.join(", ", before),
                "checked=" + String.join(", ", now));
    }

    private static SourceRange file(Article article) {
        return SourceRange.file(article.path().value());
    }

    private static @Nullable Span first(List<Span> spans) {
        return spans.isEmpty() ? null : spans.get(0);
    }

    private static @Nullable Span firstSentence(Article article) {
        return first(SentenceSplitter.split(article.body()));
    }

    private static SourceRange where(Article article, @Nullable Span at) {
        if (at == null) return file(article);
        SourceRange inBody = SourceRange.of(article.path().value(), LineMap.of(article.body()), at);
        return new SourceRange(
                inBody.path(),
                inBody.line() + article.bodyLine() - 1,
                inBody.column(),
                inBody.lineText(),
                inBody.mark());
    }

    /** The sentence around the place; of a long one what stands near. */
    private static String evidence(Article article, @Nullable Span at) {
        if (at == null) return "";
        for (Span sentence : SentenceSplitter.split(article.body())) {
            if (sentence.end() <= at.start()) continue;
            boolean isLong = sentence.start() <= at.start() && at.start() - sentence.start() > MOST_BEFORE;
            if (!isLong) return sentence.of(article.body());
            int from = at.start() - MOST_BEFORE;
            if (Character.isLowSurrogate(article.body().charAt(from))) from++;
            return "…" + article.body().substring(from, sentence.end());
        }
        return "";
    }
}
