package org.cunjian.webindex;

import java.util.function.Function;

/**
 * A term's postings as its entry in the dictionary: a mask of fields; per field the count and the list, or 0 if they stand
 * apart. What stands apart of a term is one behind the other in a block of its own, so that one more document with a frequent
 * word leaves the dictionary as it is.
 */
final class TermCode {
    /** A longer list leaves the dictionary. Symbols. */
    static final int MOST_INLINE = 2 * 1024;

    private static final IndexField[] FIELDS = IndexField.values();
    private static final int MOST_FIELDS = 1 << FIELDS.length;

    private final PostingsCode code = new PostingsCode();
    private final Symbols data = new Symbols();
    private final Symbols list = new Symbols();
    private final Symbols apart = new Symbols();

    /** An entry, and what stands apart of it; empty where nothing does. */
    record Coded(String entry, String apart) {}

    Coded encode(Postings[] byField) {
        data.clear();
        apart.clear();
        int mask = 0;
        for (int f = 0; f < FIELDS.length; f++) if (byField[f].count > 0) mask |= 1 << f;
        data.append(mask);
        for (int f = 0; f < FIELDS.length; f++) if (byField[f].count > 0) appendList(FIELDS[f], byField[f]);
        return new Coded(data.toString(), apart.toString());
    }

    private void appendList(IndexField field, Postings postings) {
        list.clear();
        code.append(list, field, postings);
        boolean isApart = list.length() > MOST_INLINE;
        if (isApart) data.append(0);
        Symbols target = isApart ? apart : data;
        target.append(postings.count);
        target.append(list);
    }

    /** {@code p/4e94957f}: the term's UTF-16 units in hexadecimal. */
    static String postingsName(String term) {
        StringBuilder name = new StringBuilder("p/");
        for (int i = 0; i < term.length(); i++) {
            String hex = Integer.toHexString(term.charAt(i));
            name.append("0".repeat(4 - hex.length())).append(hex);
        }
        return name.toString();
    }

    static Postings[] noPostings() {
        Postings[] byField = new Postings[FIELDS.length];
        for (int f = 0; f < FIELDS.length; f++) byField[f] = new Postings();
        return byField;
    }

    /**
     * Reads an entry whole.
     *
     * @param dataOf gives the data of a block of postings by its name
     */
    static Postings[] decode(String term, String entry, Function<String, String> dataOf) {
        Postings[] byField = noPostings();
        Symbols.Reader reader = new Symbols.Reader(entry);
        Symbols.Reader apart = null;
        int mask = reader.next();
        for (int f = 0; f < FIELDS.length; f++) {
            if ((mask & 1 << f) == 0) continue;
            int count = reader.next();
            Symbols.Reader from = reader;
            if (count == 0) {
                if (apart == null) apart = new Symbols.Reader(dataOf.apply(postingsName(term)));
                from = apart;
                count = apart.next();
            }
            PostingsCode.read(from, FIELDS[f], count, byField[f]);
            byField[f].sort();
        }
        return byField;
    }

    /** Moves past an entry. */
    static void skip(Symbols.Reader reader) {
        int mask = reader.next();
        if (mask >= MOST_FIELDS) throw new IllegalArgumentException("mask " + mask);
        for (int f = 0; f < FIELDS.length; f++) {
            if ((mask & 1 << f) == 0) continue;
            skipList(reader, FIELDS[f], reader.next());
        }
    }

    private static void skipList(Symbols.Reader reader, IndexField field, int count) {
        if (!field.isText()) {
            for (int i = 0; i < count; i++) reader.next();
            return;
        }
        for (int rest = count; rest > 0; ) {
            int head = reader.next();
            int size = (head & 1) == 1 ? reader.next() + 2 : 1;
            for (int i = 0; i < size; i++) reader.next();
            rest -= size;
        }
    }
}
