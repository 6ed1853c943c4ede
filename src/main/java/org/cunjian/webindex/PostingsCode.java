package org.cunjian.webindex;

import java.util.Arrays;

/**
 * Posting lists as symbols, documents in rising order, each with the step of its frequency. Of a short list each posting is one
 * number; a longer one is coded bit by bit, which costs a frequent word a quarter of a symbol for each document.
 */
final class PostingsCode {
    /** Shorter lists do not pay for models that have to learn. */
    static final int LEAST_CODED = 16;

    /** Gaps have up to so many bits. */
    private static final int BITS = 28;

    // models: length of a gap in unary; its two bits behind the first, by length; steps in unary
    private static final int SECOND = BITS;
    private static final int THIRD = 2 * BITS;
    private static final int STEPS = 3 * BITS;
    private static final int MODELS = 3 * BITS + Frequency.MOST_STEPS;

    private final RangeEncoder encoder = new RangeEncoder();
    private final int[] models = new int[MODELS];

    /** Rising numbers as the documents of a name: their count, then they. */
    static String ofNumbers(Iterable<Integer> rising) {
        Postings list = new Postings();
        for (int number : rising) list.add(number, 1);
        Symbols symbols = new Symbols();
        symbols.append(list.count);
        new PostingsCode().append(symbols, IndexField.NAME, list);
        return symbols.toString();
    }

    /** Appends a list, whose documents rise, with frequencies in steps. */
    void append(Symbols out, IndexField field, Postings list) {
        if (list.count < LEAST_CODED) appendShort(out, field, list);
        else appendCoded(out, field, list);
    }

    private static void appendShort(Symbols out, IndexField field, Postings list) {
        int steps = Frequency.steps(field);
        for (int i = 0, next = 0; i < list.count; i++) {
            int step = steps == 1 ? 0 : Frequency.numberOf(list.frequencies[i]);
            out.append((list.documents[i] - next) * steps + step);
            next = list.documents[i] + 1;
        }
    }

    private void appendCoded(Symbols out, IndexField field, Postings list) {
        int steps = Frequency.steps(field);
        Arrays.fill(models, RangeEncoder.FRESH);
        encoder.start();
        for (int i = 0, next = 0; i < list.count; i++) {
            appendGap(list.documents[i] - next + 1);
            next = list.documents[i] + 1;
            if (steps > 1) appendStep(Frequency.numberOf(list.frequencies[i]), steps - 1);
        }
        encoder.finish(out);
    }

    /** Its number of bits; then those behind the first. */
    private void appendGap(int gap) {
        int bits = 31 - Integer.numberOfLeadingZeros(gap);
        for (int i = 0; i < bits; i++) encoder.add(models, i, true);
        encoder.add(models, bits, false);
        if (bits > 0) encoder.add(models, SECOND + bits, ((gap >> (bits - 1)) & 1) == 1);
        if (bits > 1) encoder.add(models, THIRD + bits, ((gap >> (bits - 2)) & 1) == 1);
        for (int i = bits - 3; i >= 0; i--) encoder.addEven(((gap >> i) & 1) == 1);
    }

    private void appendStep(int step, int last) {
        for (int i = 0; i < step; i++) encoder.add(models, STEPS + i, true);
        if (step < last) encoder.add(models, STEPS + step, false);
    }

    /** Reads {@code count} postings into an empty list. */
    void read(Symbols.Reader from, IndexField field, int count, Postings to) {
        int steps = Frequency.steps(field);
        if (count >= LEAST_CODED) {
            readCoded(from, field, count, to);
            return;
        }
        for (int i = 0, next = 0; i < count; i++) {
            int value = from.next();
            next += value / steps;
            to.add(next++, Frequency.ofNumber(value % steps));
        }
    }

    private void readCoded(Symbols.Reader from, IndexField field, int count, Postings to) {
        int last = Frequency.steps(field) - 1;
        Arrays.fill(models, RangeEncoder.FRESH);
        RangeEncoder.Decoder decoder = new RangeEncoder.Decoder(from);
        for (int i = 0, next = 0; i < count; i++) {
            next += readGap(decoder) - 1;
            int step = 0;
            while (step < last && decoder.next(models, STEPS + step)) step++;
            to.add(next++, Frequency.ofNumber(step));
        }
        decoder.finish();
    }

    private int readGap(RangeEncoder.Decoder decoder) {
        int bits = 0;
        while (decoder.next(models, bits)) bits++;
        int gap = 1;
        if (bits > 0) gap = gap << 1 | (decoder.next(models, SECOND + bits) ? 1 : 0);
        if (bits > 1) gap = gap << 1 | (decoder.next(models, THIRD + bits) ? 1 : 0);
        for (int i = bits - 3; i >= 0; i--) gap = gap << 1 | (decoder.nextEven() ? 1 : 0);
        return gap;
    }
}
