package org.cunjian.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.cunjian.content.Article;
import org.cunjian.figure.Figure;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Fingerprint;
import org.cunjian.knowledge.Flag;
import org.cunjian.knowledge.TellingTerms;
import org.cunjian.knowledge.ThemeFinding;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Script;

/** What was understood of one article, as bytes, without the article itself, whose text is not needed to read them. */
final class FactsCodec {
    /** Raise when the layout or the meaning of a field changes. */
    static final int VERSION = 7;

    private static final Script[] SCRIPTS = Script.values();
    private static final PracticeKind[] KINDS = PracticeKind.values();
    private static final PracticeStatus[] STATUSES = PracticeStatus.values();

    private FactsCodec() {}

    static byte[] encode(Case c) {
        Packer out = new Packer();
        out.oneOf(c.script(), SCRIPTS);
        out.list(c.places(), found -> {
            for (String level : found.place().levels()) out.string(level);
            out.string(found.place().code());
            out.list(found.mentions(), out::span);
        });
        out.list(c.practices(), p -> encode(out, p));
        out.list(c.figures(), f -> encode(out, f));
        out.list(c.themeFindings(), f -> {
            out.string(f.theme());
            out.list(f.evidence(), e -> {
                out.span(e.sentence());
                out.span(e.cue());
            });
        });
        out.list(c.flags(), f -> {
            out.string(f.code());
            out.string(f.message());
        });
        encode(out, c.fingerprint());
        encode(out, c.tellingTerms());
        return out.toBytes();
    }

    private static void encode(Packer out, Fingerprint f) {
        int[] marks = f.marks();
        ByteBuffer bytes = ByteBuffer.allocate(marks.length * Integer.BYTES);
        bytes.asIntBuffer().put(marks);
        out.string(f.whole());
        out.number(f.chars());
        out.number(bytes.capacity());
        out.raw(bytes.array());
    }

    private static void encode(Packer out, TellingTerms t) {
        int[] terms = t.terms();
        ByteBuffer bytes = ByteBuffer.allocate(terms.length * Integer.BYTES);
        bytes.asIntBuffer().put(terms);
        out.number(terms.length);
        out.raw(bytes.array());
        out.raw(t.counts());
    }

    private static TellingTerms tellingTerms(Unpacker in) {
        int size = in.number();
        int[] terms = new int[size];
        ByteBuffer.wrap(in.raw(size * Integer.BYTES)).asIntBuffer().get(terms);
        return TellingTerms.of(terms, in.raw(size));
    }

    private static Fingerprint fingerprint(Unpacker in) {
        String whole = in.text();
        int chars = in.number();
        ByteBuffer bytes = ByteBuffer.wrap(in.raw(in.number()));
        int[] marks = new int[bytes.capacity() / Integer.BYTES];
        bytes.asIntBuffer().get(marks);
        return Fingerprint.of(whole, chars, marks);
    }

    private static void encode(Packer out, Figure f) {
        Double value = f.value();
        out.string(f.text());
        out.number(value == null ? 0 : 1);
        if (value != null) out.fixed(Double.doubleToLongBits(value));
        out.string(f.unit());
        out.string(f.subject());
        out.number(f.isProjected() ? 1 : 0);
        out.string(f.period());
        out.string(f.from());
        out.span(f.span());
    }

    private static void encode(Packer out, PracticeFinding p) {
        out.string(p.name());
        out.list(p.aliases(), out::string);
        out.oneOf(p.kind(), KINDS);
        out.oneOf(p.status(), STATUSES);
        out.fixed(Double.doubleToLongBits(p.confidence()));
        out.list(p.components(), part -> {
            out.string(part.name());
            out.span(part.span());
        });
        out.number(p.declaredCount() == null ? 0 : p.declaredCount() + 1);
        out.list(p.mentions(), m -> {
            out.number(m.span().start());
            out.string(m.surface());
            out.span(m.evidence());
        });
        out.list(p.reasons(), out::string);
    }

    /** @throws IOException if the bytes are not facts */
    static Case decode(Article article, byte[] bytes, StringPool strings) throws IOException {
        return decode(article, bytes, 0, bytes.length, strings);
    }

    static Case decode(Article article, byte[] bytes, int from, int end, StringPool strings) throws IOException {
        try {
            Unpacker in = new Unpacker(bytes, from, end, strings);
            Script script = in.oneOf(SCRIPTS);
            List<PlaceFinding> places = in.list(() -> {
                Place place = new Place(in.string(), in.string(), in.string(), in.string(), in.string(), in.string());
                return new PlaceFinding(place, in.list(in::span));
            });
            List<PracticeFinding> practices = in.list(() -> practice(in));
            List<Figure> figures = in.list(() -> figure(in));
            List<ThemeFinding> themes = in.list(() ->
                    new ThemeFinding(in.text(), in.list(() -> new ThemeFinding.Evidence(in.span(), in.span()))));
            List<Flag> flags = in.list(() -> new Flag(in.text(), in.text()));
            Case c = new Case(
                    article,
                    script,
                    places,
                    practices,
                    figures,
                    themes,
                    flags,
                    fingerprint(in),
                    tellingTerms(in),
                    null);
            if (!in.isAtEnd()) throw new IllegalArgumentException("more bytes than facts");
            return c;
        } catch (RuntimeException e) {
            throw new IOException("facts of " + article.id() + " do not fit it", e);
        }
    }

    private static Figure figure(Unpacker in) {
        String text = in.text();
        Double value = in.number() == 0 ? null : (Double) Double.longBitsToDouble(in.fixed());
        return new Figure(text, value, in.text(), in.string(), in.number() == 1, in.string(), in.string(), in.span());
    }

    private static PracticeFinding practice(Unpacker in) {
        String name = in.text();
        List<String> aliases = in.list(in::text);
        PracticeKind kind = in.oneOf(KINDS);
        PracticeStatus status = in.oneOf(STATUSES);
        double confidence = Double.longBitsToDouble(in.fixed());
        List<Component> components = in.list(() -> new Component(in.text(), in.span()));
        int declared = in.number();
        List<Mention> mentions = in.list(() -> {
            int start = in.number();
            String surface = in.text();
            return new Mention(org.cunjian.text.Span.at(start, surface.length()), surface, in.span());
        });
        return new PracticeFinding(
                name,
                aliases,
                kind,
                status,
                confidence,
                components,
                declared == 0 ? null : declared - 1,
                mentions,
                in.list(in::text));
    }
}
