package org.cunjian.webindex;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.cunjian.io.ChangeHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;

/**
 * One file of the browser index: a classic script that hands over its name, format, checksum and two strings.
 *
 * <pre>Cunjian.put(1,"t/0a",1234567890,"terms","numbers")</pre>
 */
record Block(String name, String text, String data) {
    /** Raised whenever the meaning of any block changes. History in {@code FORMAT.md}. */
    static final int FORMAT = 1;

    static final SitePath FOLDER = new SitePath("search-index");

    SitePath path() {
        return FOLDER.resolve(name + ".js");
    }

    /** Kept by a hash of the parts: an unchanged block is not even put together. */
    void write(OutputSink sink) {
        String key = "search block " + FORMAT + " " + new ChangeHash().add(text).add(data);
        if (!sink.keep(path(), key)) write(sink, key);
    }

    /** As {@link #write(OutputSink)}, where the caller knows what the block is made from. */
    void write(OutputSink sink, String key) {
        sink.write(path(), key, render().getBytes(StandardCharsets.UTF_8));
    }

    String render() {
        StringBuilder script = new StringBuilder(text.length() + data.length() + 64);
        script.append("Cunjian.put(").append(FORMAT).append(',');
        quote(script, name);
        script.append(',').append(Integer.toUnsignedString(checksum())).append(',');
        quote(script, text);
        script.append(',');
        quote(script, data);
        return script.append(")\n").toString();
    }

    /** FNV-1a over the UTF-16 units of name, text and data. */
    int checksum() {
        return Fnv.hash(data, Fnv.hash(text, Fnv.hash(name, Fnv.SEED)));
    }

    private static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c == '\n') out.append("\\n");
            else if (c == '\t') out.append("\\t");
            else if (c < ' ' || c == 0x7F || (c >= 0x2028 && c <= 0x2029) || isLoneSurrogate(value, i))
                out.append("\\u").append(HexFormat.of().toHexDigits(c));
            else out.append(c);
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c))
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }
}
