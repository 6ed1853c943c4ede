package org.cunjian.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A 128-bit hash of values: text, numbers, truth values, constants, lists and records of them. What a template sees is made of
 * nothing else, so the fingerprint of a page's view stands for everything the page is made from; a component that is added to
 * a record later is covered without a further line here.
 *
 * <p>MurmurHash3 (x64, 128 bits; Austin Appleby, public domain) over a stream of longs. It tells changes apart and keeps no
 * secret; SHA-256 took six times as long where only the quick compiler runs.
 */
final class Fingerprint {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long h1;
    private long h2;
    private long pending;
    private boolean isHalf;
    private long count;

    static String of(Object... values) {
        Fingerprint print = new Fingerprint();
        for (Object value : values) print.add(value);
        return print.hex();
    }

    Fingerprint add(@Nullable Object value) {
        if (value == null) put(0);
        else if (value instanceof String text) addText(text);
        else if (value instanceof Boolean truth) put(truth ? 2 : 3);
        else if (value instanceof Integer number) addNumber(number);
        else if (value instanceof Long number) addNumber(number);
        else if (value instanceof Enum<?> constant) addText(constant.name());
        else if (value instanceof List<?> list) addList(list);
        else if (value instanceof Record record) addRecord(record);
        else throw new IllegalArgumentException("a view holds " + value.getClass());
        return this;
    }

    /** 32 hexadecimal digits; ends the hash. */
    String hex() {
        end();
        return digits(h1) + digits(h2);
    }

    /** Half of the hash, to be hashed again with others; ends it. */
    long number() {
        end();
        return h1;
    }

    private void end() {
        if (isHalf) put(0);
        h1 ^= count;
        h2 ^= count;
        h1 += h2;
        h2 += h1;
        h1 = finish(h1);
        h2 = finish(h2);
        h1 += h2;
        h2 += h1;
    }

    private static String digits(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    /** Four UTF-16 units a step. */
    private void addText(String text) {
        int length = text.length();
        put(1L << 32 | length);
        int i = 0;
        for (; i + 4 <= length; i += 4)
            put((long) text.charAt(i) << 48
                    | (long) text.charAt(i + 1) << 32
                    | (long) text.charAt(i + 2) << 16
                    | text.charAt(i + 3));
        long rest = 0;
        for (; i < length; i++) rest = rest << 16 | text.charAt(i);
        if (rest != 0) put(rest);
    }

    private void addNumber(long number) {
        put(4);
        put(number);
    }

    private void addList(List<?> list) {
        put(5L << 32 | list.size());
        for (Object value : list) add(value);
    }

    private void addRecord(Record record) {
        RecordFields fields = RecordFields.of(record);
        put(6L << 32 | fields.count());
        for (int i = 0; i < fields.count(); i++) add(fields.value(record, i));
    }

    private void put(long value) {
        count++;
        if (!isHalf) {
            pending = value;
            isHalf = true;
            return;
        }
        isHalf = false;
        h1 ^= Long.rotateLeft(pending * C1, 31) * C2;
        h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
        h2 ^= Long.rotateLeft(value * C2, 33) * C1;
        h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }

    private static long finish(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
