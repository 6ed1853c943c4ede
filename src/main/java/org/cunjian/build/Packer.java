package org.cunjian.build;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cunjian.text.Span;
import org.jspecify.annotations.Nullable;

/** Values as bytes: numbers are variable-length (seven bits a byte, low ones first), strings UTF-8 with their length before them. */
final class Packer {
    private byte[] bytes = new byte[1024];
    private int size;

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void put(int value) {
        if (size == bytes.length) bytes = Arrays.copyOf(bytes, 2 * size);
        bytes[size++] = (byte) value;
    }

    /** From 0. */
    void number(int value) {
        int rest = value;
        for (; (rest & ~0x7F) != 0; rest >>>= 7) put((rest & 0x7F) | 0x80);
        put(rest);
    }

    /** A constant by its place among {@code values}. */
    <E> void oneOf(E value, E[] values) {
        int number = 0;
        while (values[number] != value) number++;
        number(number);
    }

    /** Eight bytes. */
    void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) put((int) (value >>> shift));
    }

    void raw(byte[] from) {
        raw(from, 0, from.length);
    }

    void raw(byte[] from, int start, int end) {
        int length = end - start;
        if (size + length > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + length));
        System.arraycopy(from, start, bytes, size, length);
        size += length;
    }

    /** Null is length 0, the empty string length 1. */
    void string(@Nullable String value) {
        if (value == null) {
            number(0);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length + 1);
        raw(utf8);
    }

    void span(Span span) {
        number(span.start());
        number(span.length());
    }

    <T> void list(List<T> values, Consumer<T> put) {
        number(values.size());
        values.forEach(put);
    }
}
