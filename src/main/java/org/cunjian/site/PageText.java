package org.cunjian.site;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one page while it is made, in a buffer that the next page of the same thread uses again. A template writes some
 * hundred small pieces a page: {@link java.io.StringWriter} takes a lock for each, and its text is then copied twice more.
 */
final class PageText extends Writer {
    private static final int FIRST_CHARS = 32_768;

    private char[] chars = new char[FIRST_CHARS];
    private byte[] bytes = new byte[0];
    private int length;
    private final List<FixedText> fixed = new ArrayList<>();
    private final List<Integer> fixedAt = new ArrayList<>();

    static PageText of(String text) {
        PageText page = new PageText();
        page.write(text, 0, text.length());
        return page;
    }

    void clear() {
        length = 0;
        fixed.clear();
        fixedAt.clear();
    }

    void write(FixedText part) {
        fixed.add(part);
        fixedAt.add(length);
        write(part.text());
    }

    int fixedCount() {
        return fixed.size();
    }

    /** The parts come in the order of the text and do not overlap. */
    FixedText fixed(int index) {
        return fixed.get(index);
    }

    int fixedAt(int index) {
        return fixedAt.get(index);
    }

    int length() {
        return length;
    }

    /** The buffer; its first {@link #length()} units are the text. */
    char[] chars() {
        return chars;
    }

    @Override
    public void write(int c) {
        makeRoom(1);
        chars[length++] = (char) c;
    }

    @Override
    public void write(char[] from, int start, int count) {
        makeRoom(count);
        System.arraycopy(from, start, chars, length, count);
        length += count;
    }

    @Override
    public void write(String text) {
        write(text, 0, text.length());
    }

    @Override
    public void write(String text, int start, int count) {
        makeRoom(count);
        text.getChars(start, start + count, chars, length);
        length += count;
    }

    private void makeRoom(int count) {
        if (count > chars.length - length) chars = Arrays.copyOf(chars, Math.max(length + count, chars.length * 2));
    }

    /** The text as UTF-8; half a surrogate pair becomes {@code ?}, as with {@link String#getBytes}. */
    byte[] toUtf8() {
        if (bytes.length < length * 3) bytes = new byte[chars.length * 3];
        byte[] out = bytes;
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out[size++] = (byte) c;
            } else if (c < 0x800) {
                out[size++] = (byte) (0xC0 | (c >> 6));
                out[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                out[size++] = (byte) (0xE0 | (c >> 12));
                out[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                out[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])) {
                int point = Character.toCodePoint(c, chars[++i]);
                out[size++] = (byte) (0xF0 | (point >> 18));
                out[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                out[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                out[size++] = (byte) (0x80 | (point & 0x3F));
            } else {
                out[size++] = '?';
            }
        }
        return Arrays.copyOf(out, size);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
