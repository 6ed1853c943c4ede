package org.cunjian.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.content.Article;
import org.cunjian.content.ArticleId;
import org.cunjian.content.Curation;
import org.cunjian.content.Metadata;
import org.cunjian.content.Origin;
import org.cunjian.content.Rights;
import org.cunjian.content.Status;
import org.cunjian.figure.Figure;
import org.cunjian.io.ContentHash;
import org.cunjian.io.SitePath;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.ScriptDetector;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Cases for tests, without extraction: spans are found by looking the words up in the body. */
public final class CaseFixture {
    private final String id;
    private String title;
    private String body = "正文。\n";
    private @Nullable LocalDate date;
    private @Nullable String source;
    private Rights rights = Rights.FULL;
    private Status status = Status.PUBLISHED;
    private Curation curation = Curation.NONE;
    private List<ThemeFinding> themes = List.of();
    private final List<PlaceFinding> places = new ArrayList<>();
    private final List<PracticeFinding> practices = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    private CaseFixture(String id) {
        this.id = id;
        this.title = id;
    }

    public static CaseFixture of(String id) {
        return new CaseFixture(id);
    }

    public CaseFixture title(String value) {
        title = value;
        return this;
    }

    /** Before practices and figures, whose words are looked up in it. */
    public CaseFixture body(String value) {
        body = value;
        return this;
    }

    public CaseFixture date(String iso) {
        date = LocalDate.parse(iso);
        return this;
    }

    public CaseFixture source(String value) {
        source = value;
        return this;
    }

    public CaseFixture excerpt() {
        rights = Rights.EXCERPT;
        return this;
    }

    public CaseFixture draft() {
        status = Status.DRAFT;
        return this;
    }

    public CaseFixture curation(Curation value) {
        curation = value;
        return this;
    }

    public CaseFixture themes(String... ids) {
        themes = Stream.of(ids).map(id -> new ThemeFinding(id, List.of())).toList();
        return this;
    }

    public CaseFixture themes(List<ThemeFinding> found) {
        themes = found;
        return this;
    }

    /** {@code chain} as content files write it, five levels at most. */
    public CaseFixture place(String chain, @Nullable String code) {
        List<@Nullable String> levels = new ArrayList<>();
        for (String part : chain.split("/", -1)) levels.add(part.isEmpty() ? null : part);
        while (levels.size() < 5) levels.add(null);
        Place place = new Place(levels.get(0), levels.get(1), levels.get(2), levels.get(3), levels.get(4), code);
        places.add(new PlaceFinding(place, List.of()));
        return this;
    }

    public CaseFixture practice(String name, String... components) {
        return practice(name, PracticeKind.N_SYSTEM, PracticeStatus.CONFIRMED, components);
    }

    public CaseFixture practice(String name, PracticeKind kind, PracticeStatus status, String... components) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = body.indexOf(name); i >= 0; i = body.indexOf(name, i + name.length())) {
            Span span = Span.at(i, name.length());
            mentions.add(new Mention(span, name, sentence(span)));
        }
        List<Component> parts = new ArrayList<>();
        for (String part : components) {
            int at = Math.max(0, body.indexOf(part));
            parts.add(new Component(part, Span.at(at, Math.min(part.length(), body.length() - at))));
        }
        practices.add(new PracticeFinding(
                name,
                List.of(),
                kind,
                status,
                0.9,
                parts,
                components.length == 0 ? null : components.length,
                mentions,
                List.of("test")));
        return this;
    }

    private Span sentence(Span span) {
        int start = Math.max(body.lastIndexOf('。', span.start()), body.lastIndexOf('\n', span.start())) + 1;
        int end = body.indexOf('。', span.end());
        return new Span(start, end < 0 ? span.end() : end + 1);
    }

    public CaseFixture figure(String text, double value, String unit, @Nullable String subject, boolean isProjected) {
        int at = body.indexOf(text);
        if (at < 0) throw new IllegalArgumentException("body without " + text);
        figures.add(new Figure(text, value, unit, subject, isProjected, null, null, Span.at(at, text.length())));
        return this;
    }

    public Case build() {
        SitePath path = new SitePath("content/cases/" + id + ".md");
        Article article = new Article(
                new ArticleId(id),
                path,
                ContentHash.of(id + title + body),
                new Metadata(title, date, source, null, null),
                curation,
                rights,
                status,
                new Origin(id + ".txt", ContentHash.of(id)),
                5,
                body);
        return new Case(
                article,
                ScriptDetector.detect(title + body),
                places,
                practices,
                figures,
                themes,
                List.of(),
                Fingerprint.of(body),
                TellingTerms.of(title, body, places),
                null);
    }
}
