package org.cunjian.webindex;

import java.util.Arrays;
import java.util.HexFormat;

/** A script while it is put together, in UTF-8. */
final class Script {
    private byte[] bytes;
    private int length;

    Script(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (length == bytes.length) bytes = Arrays.copyOf(bytes, length * 2);
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** A string literal of JavaScript: what could end it, or what some reader takes for a line end, is escaped. */
    void quote(String value) {
        char[] units = value.toCharArray();
        ascii("\"");
        for (int i = 0; i < units.length; i++) {
            if (length + 8 > bytes.length) bytes = Arrays.copyOf(bytes, length * 2 + 8);
            char c = units[i];
            if (c >= 0x80) i += encode(units, i);
            else if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c == '\n') ascii("\\n");
            else if (c == '\t') ascii("\\t");
            else if (c < ' ' || c == 0x7F) escape(c);
            else bytes[length++] = (byte) c;
        }
        ascii("\"");
    }

    /** @return how many units beyond the first were taken */
    private int encode(char[] units, int i) {
        char c = units[i];
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3F));
            return 0;
        }
        if (Character.isHighSurrogate(c) && i + 1 < units.length && Character.isLowSurrogate(units[i + 1])) {
            int codePoint = Character.toCodePoint(c, units[i + 1]);
            bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
            bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
            return 1;
        }
        if (Character.isSurrogate(c) || (c >= 0x2028 && c <= 0x2029)) {
            escape(c);
            return 0;
        }
        bytes[length++] = (byte) (0xE0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
        return 0;
    }

    private void escape(char c) {
        ascii("\\u" + HexFormat.of().toHexDigits(c));
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }
}
