package org.cunjian.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Packer} wrote. Every method throws {@link IllegalArgumentException} where the bytes are no such value. */
final class Unpacker {
    private final byte[] bytes;
    private final int end;
    private final StringPool strings;
    private int at;

    Unpacker(byte[] bytes, int from, int end, StringPool strings) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.strings = strings;
    }

    int position() {
        return at;
    }

    byte[] raw(int length) {
        int from = skip(length);
        return Arrays.copyOfRange(bytes, from, at);
    }

    /** Passes over some bytes. @return where they begin */
    int skip(int length) {
        if (length < 0 || length > end - at) throw new IllegalArgumentException(length + " bytes past the end");
        at += length;
        return at - length;
    }

    boolean isAtEnd() {
        return at == end;
    }

    private int next() {
        if (at >= end) throw new IllegalArgumentException("bytes end at " + end);
        return bytes[at++];
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = next();
            value |= (b & 0x7F) << shift;
            if (b >= 0) return value;
        }
        throw new IllegalArgumentException("number too long");
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) value = value << 8 | (next() & 0xFF);
        return value;
    }

    @Nullable
    String string() {
        int length = number() - 1;
        if (length < 0) return null;
        if (length > end - at) throw new IllegalArgumentException("string of " + length + " bytes past the end");
        String value = strings.of(bytes, at, at + length);
        at += length;
        return value;
    }

    String text() {
        String value = string();
        if (value == null) throw new IllegalArgumentException("string missing");
        return value;
    }

    <E> E oneOf(E[] values) {
        int number = number();
        if (number >= values.length) throw new IllegalArgumentException("constant " + number);
        return values[number];
    }

    Span span() {
        return Span.at(number(), number());
    }

    <T> List<T> list(Supplier<T> take) {
        int size = number();
        if (size < 0 || size > end - at) throw new IllegalArgumentException("list of " + size + " past the end");
        if (size == 0) return List.of();
        List<T> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) values.add(take.get());
        return values;
    }
}
