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
    static final int FORMAT = 12;

    static final SitePath FOLDER = new SitePath("search-index");

    SitePath path() {
        return path(name);
    }

    static SitePath path(String name) {
        return FOLDER.resolve(name + ".js");
    }

    /** Kept by a hash of the parts: an unchanged block is not even put together. */
    void write(OutputSink sink) {
        String key = "search block " + FORMAT + " " + new ChangeHash().add(text).add(data);
        if (!sink.keep(path(), key)) write(sink, key);
    }

    /** As {@link #write(OutputSink)}, where the caller knows what the block is made from. */
    void write(OutputSink sink, String key) {
        sink.write(path(), key, render());
    }

    /** The script, as UTF-8. One pass by hand: an index has a hundred million characters. */
    byte[] render() {
        Script script = new Script(3 * (text.length() + name.length()) + data.length() + 64);
        script.ascii("Cunjian.put(" + FORMAT + ",");
        script.quote(name);
        script.ascii("," + Integer.toUnsignedString(checksum()) + ",");
        script.quote(text);
        script.ascii(",");
        script.quote(data);
        script.ascii(")\n");
        return script.toBytes();
    }

    /**
     * The block that {@link #render} made a script of.
     *
     * @throws IllegalArgumentException where it is another one, damaged, or of another format
     */
    static Block parse(String name, byte[] script) {
        try {
            return parse(name, new String(script, StandardCharsets.UTF_8));
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(name + " is damaged", e);
        }
    }

    private static Block parse(String name, String text) {
        String head = "Cunjian.put(" + FORMAT + ",";
        String quoted = '"' + name + '"';
        if (!text.startsWith(head + quoted + ',')) throw new IllegalArgumentException(name + " is of another format");
        int comma = text.indexOf(',', head.length() + quoted.length() + 1);
        StringBuilder first = new StringBuilder(text.length());
        int at = unquote(text, comma + 1, first);
        StringBuilder second = new StringBuilder(text.length() - at);
        unquote(text, at + 1, second);
        Block block = new Block(name, first.toString(), second.toString());
        String checksum = text.substring(head.length() + quoted.length() + 1, comma);
        if (!checksum.equals(Integer.toUnsignedString(block.checksum())))
            throw new IllegalArgumentException(name + " is damaged");
        return block;
    }

    /** @return the place behind the closing quotation mark */
    private static int unquote(String script, int start, StringBuilder out) {
        int at = start + 1;
        while (true) {
            int plain = at;
            while (script.charAt(at) != '"' && script.charAt(at) != '\\') at++;
            out.append(script, plain, at);
            if (script.charAt(at) == '"') return at + 1;
            char escaped = script.charAt(at + 1);
            at += 2;
            if (escaped == 'n') out.append('\n');
            else if (escaped == 't') out.append('\t');
            else if (escaped == 'u') {
                out.append((char) HexFormat.fromHexDigits(script, at, at + 4));
                at += 4;
            } else out.append(escaped);
        }
    }

    /** FNV-1a over the UTF-16 units of name, text and data, two at a time: any one that changed is noticed. */
    int checksum() {
        return Fnv.checksum(Fnv.checksum(Fnv.checksum(Fnv.SEED, name), text), data);
    }
}
