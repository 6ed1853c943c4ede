package org.cunjian.webindex;

/** A term's postings as its entry in the dictionary: how long it is; a mask of fields; of each the count and the list. */
final class TermCode {
    private static final IndexField[] FIELDS = IndexField.values();

    private final PostingsCode code = new PostingsCode();
    private final Symbols data = new Symbols();
    private final Symbols body = new Symbols();

    String encode(Postings[] byField) {
        body.clear();
        int mask = 0;
        for (int f = 0; f < FIELDS.length; f++) if (byField[f].count > 0) mask |= 1 << f;
        body.append(mask);
        for (int f = 0; f < FIELDS.length; f++) {
            if (byField[f].count == 0) continue;
            body.append(byField[f].count);
            code.append(body, FIELDS[f], byField[f]);
        }
        data.clear();
        data.append(body.length());
        data.append(body);
        return data.toString();
    }

    static Postings[] noPostings() {
        Postings[] byField = new Postings[FIELDS.length];
        for (int f = 0; f < FIELDS.length; f++) byField[f] = new Postings();
        return byField;
    }

    /** Reads an entry whole. */
    Postings[] decode(String entry) {
        Postings[] byField = noPostings();
        Symbols.Reader reader = new Symbols.Reader(entry);
        reader.next();
        int mask = reader.next();
        for (int f = 0; f < FIELDS.length; f++)
            if ((mask & (1 << f)) != 0) code.read(reader, FIELDS[f], reader.next(), byField[f]);
        return byField;
    }

    /** Moves past an entry. */
    static void skip(Symbols.Reader reader) {
        int length = reader.next();
        reader.moveTo(reader.position() + length);
    }
}
