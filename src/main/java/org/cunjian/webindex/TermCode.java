package org.cunjian.webindex;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A term's postings as its entry in the dictionary: a mask of fields; per field twice the count, plus one if the list stands apart
 * (then how many postings each of its blocks has), else the list.
 */
final class TermCode {
    /** A longer list leaves the dictionary. Symbols. */
    static final int MOST_INLINE = 2 * 1024;

    /** Numbers per block of a long list. */
    static final int NUMBERS_PER_BLOCK = 1 << 15;

    private static final IndexField[] FIELDS = IndexField.values();
    private static final int MOST_FIELDS = 1 << FIELDS.length;

    private final PostingsCode code = new PostingsCode();
    private final Symbols data = new Symbols();
    private final Symbols list = new Symbols();
    private final Symbols apart = new Symbols();

    /**
     * @param blocks takes the lists that stand apart
     */
    String encode(String term, Postings[] byField, Consumer<Block> blocks) {
        data.clear();
        int mask = 0;
        for (int f = 0; f < FIELDS.length; f++) if (byField[f].count > 0) mask |= 1 << f;
        data.append(mask);
        for (int f = 0; f < FIELDS.length; f++)
            if (byField[f].count > 0) appendList(term, FIELDS[f], byField[f], blocks);
        return data.toString();
    }

    private void appendList(String term, IndexField field, Postings postings, Consumer<Block> blocks) {
        list.clear();
        if (postings.count <= MOST_INLINE) code.append(list, field, postings, 0, postings.count);
        if (postings.count <= MOST_INLINE && list.length() <= MOST_INLINE) {
            data.append(postings.count * 2);
            data.append(list);
            return;
        }
        data.append(postings.count * 2 + 1);
        for (int from = 0, block = 0; from < postings.count; block++) {
            int limit = (block + 1) * NUMBERS_PER_BLOCK;
            int to = from;
            while (to < postings.count && postings.documents[to] < limit) to++;
            data.append(to - from);
            if (to > from) {
                apart.clear();
                code.append(apart, field, postings, from, to);
                blocks.accept(new Block(postingsName(term, field, block), "", apart.toString()));
            }
            from = to;
        }
    }

    /** {@code p/4e94957f-body-0}: the term's UTF-16 units in hexadecimal, field, block. */
    static String postingsName(String term, IndexField field, int block) {
        StringBuilder name = new StringBuilder("p/");
        for (int i = 0; i < term.length(); i++) {
            String hex = Integer.toHexString(term.charAt(i));
            name.append("0".repeat(4 - hex.length())).append(hex);
        }
        return name.append('-').append(field.lucene()).append('-').append(block).toString();
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
        int mask = reader.next();
        for (int f = 0; f < FIELDS.length; f++) {
            if ((mask & 1 << f) == 0) continue;
            int head = reader.next();
            if ((head & 1) == 0) PostingsCode.read(reader, FIELDS[f], head >> 1, byField[f]);
            else
                for (int block = 0; byField[f].count < head >> 1; block++) {
                    int count = reader.next();
                    if (count == 0) continue;
                    String data = dataOf.apply(postingsName(term, FIELDS[f], block));
                    PostingsCode.read(new Symbols.Reader(data), FIELDS[f], count, byField[f]);
                }
            byField[f].sort();
        }
        return byField;
    }

    /** Moves past an entry, and says in how many documents each field has the term. */
    static int[] skip(Symbols.Reader reader) {
        int[] counts = new int[FIELDS.length];
        int mask = reader.next();
        if (mask >= MOST_FIELDS) throw new IllegalArgumentException("mask " + mask);
        for (int f = 0; f < FIELDS.length; f++) {
            if ((mask & 1 << f) == 0) continue;
            int head = reader.next();
            counts[f] = head >> 1;
            if ((head & 1) == 1) for (int rest = counts[f]; rest > 0; ) rest -= reader.next();
            else skipList(reader, FIELDS[f], counts[f]);
        }
        return counts;
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
