package org.cunjian.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cunjian.content.Article;
import org.cunjian.figure.Figure;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.Flag;
import org.cunjian.place.Place;
import org.cunjian.place.PlaceFinding;
import org.cunjian.practice.Component;
import org.cunjian.practice.Mention;
import org.cunjian.practice.PracticeFinding;
import org.cunjian.practice.PracticeKind;
import org.cunjian.practice.PracticeStatus;
import org.cunjian.text.Script;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of one article, as bytes, without the article itself: surfaces are read back from the body. Numbers are
 * variable-length (seven bits a byte), strings UTF-8 with their length before them.
 */
final class FactsCodec {
    /** Raise when the layout or the meaning of a field changes. */
    static final int VERSION = 2;

    private FactsCodec() {}

    static byte[] encode(Case c) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try {
            Out out = new Out(new DataOutputStream(bytes));
            out.string(c.script().code());
            out.list(c.places(), found -> {
                for (String level : found.place().levels()) out.string(level);
                out.string(found.place().code());
                out.list(found.mentions(), out::span);
            });
            out.list(c.practices(), p -> encode(out, p));
            out.list(c.figures(), f -> {
                out.string(f.text());
                out.string(f.value() == null ? null : Double.toString(f.value()));
                out.string(f.unit());
                out.string(f.subject());
                out.number(f.isProjected() ? 1 : 0);
                out.span(f.span());
            });
            out.list(c.themes(), out::string);
            out.list(c.flags(), f -> {
                out.string(f.code());
                out.string(f.message());
            });
            out.string(c.fingerprint());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // in memory: cannot happen
        }
        return bytes.toByteArray();
    }

    private static void encode(Out out, PracticeFinding p) throws IOException {
        out.string(p.name());
        out.list(p.aliases(), out::string);
        out.string(p.kind().code());
        out.string(p.status().code());
        out.string(Double.toString(p.confidence()));
        out.list(p.components(), part -> {
            out.string(part.name());
            out.span(part.span());
        });
        out.number(p.declaredCount() == null ? 0 : p.declaredCount() + 1);
        out.list(p.mentions(), m -> {
            out.span(m.span());
            out.span(m.evidence());
        });
        out.list(p.reasons(), out::string);
    }

    /** @throws IOException if the bytes are not those of this article's facts */
    static Case decode(Article article, byte[] bytes) throws IOException {
        try {
            In in = new In(new DataInputStream(new ByteArrayInputStream(bytes)));
            String body = article.body();
            Script script = Script.of(in.text());
            List<PlaceFinding> places = in.list(() -> {
                Place place = new Place(in.string(), in.string(), in.string(), in.string(), in.string(), in.string());
                return new PlaceFinding(place, in.list(in::span));
            });
            List<PracticeFinding> practices = in.list(() -> practice(in, body));
            List<Figure> figures = in.list(() -> {
                String text = in.text();
                String value = in.string();
                return new Figure(
                        text,
                        value == null ? null : Double.valueOf(value),
                        in.text(),
                        in.string(),
                        in.number() == 1,
                        in.span());
            });
            List<String> themes = in.list(in::text);
            List<Flag> flags = in.list(() -> new Flag(in.text(), in.text()));
            return new Case(article, script, places, practices, figures, themes, flags, in.text(), null);
        } catch (RuntimeException e) {
            throw new IOException("facts of " + article.id() + " do not fit it", e);
        }
    }

    private static PracticeFinding practice(In in, String body) throws IOException {
        String name = in.text();
        List<String> aliases = in.list(in::text);
        PracticeKind kind = PracticeKind.of(in.text());
        PracticeStatus status = PracticeStatus.of(in.text());
        double confidence = Double.parseDouble(in.text());
        List<Component> components = in.list(() -> new Component(in.text(), in.span()));
        int declared = in.number();
        List<Mention> mentions = in.list(() -> {
            Span span = in.span();
            return new Mention(span, span.of(body), in.span());
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

    private interface Put<T> {
        void put(T value) throws IOException;
    }

    private interface Take<T> {
        T take() throws IOException;
    }

    private record Out(DataOutputStream to) {
        void number(int value) throws IOException {
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                to.writeByte((rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            to.writeByte(rest);
        }

        /** Null is length 0, the empty string length 1. */
        void string(@Nullable String value) throws IOException {
            if (value == null) {
                number(0);
                return;
            }
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            number(bytes.length + 1);
            to.write(bytes);
        }

        void span(Span span) throws IOException {
            number(span.start());
            number(span.length());
        }

        <T> void list(List<T> values, Put<T> put) throws IOException {
            number(values.size());
            for (T value : values) put.put(value);
        }
    }

    private record In(DataInputStream from) {
        int number() throws IOException {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int b = from.readUnsignedByte();
                value |= (b & 0x7F) << shift;
                if (b < 0x80) return value;
            }
            throw new IOException("number too long");
        }

        @Nullable
        String string() throws IOException {
            int length = number() - 1;
            if (length < 0) return null;
            if (length > from.available()) throw new IOException("string of " + length + " bytes past the end");
            return new String(from.readNBytes(length), StandardCharsets.UTF_8);
        }

        String text() throws IOException {
            String value = string();
            if (value == null) throw new IOException("string missing");
            return value;
        }

        Span span() throws IOException {
            return Span.at(number(), number());
        }

        <T> List<T> list(Take<T> take) throws IOException {
            int size = number();
            if (size > from.available()) throw new IOException("list of " + size + " past the end");
            List<T> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) values.add(take.take());
            return values;
        }
    }
}
