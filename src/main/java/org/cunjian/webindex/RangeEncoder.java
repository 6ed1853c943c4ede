package org.cunjian.webindex;

import java.util.Arrays;

/**
 * Writes yes and no as digits of 93, each at the cost of its surprise: a range coder with adaptive models. What is nearly always no
 * costs next to nothing, so a list of documents becomes a third smaller than gaps after gzip. In JavaScript it is the reverse,
 * digit by digit: {@code RangeDecoder} in {@code search.js}.
 */
final class RangeEncoder {
    static final int RADIX = 93;

    /** A range below this takes in another digit. */
    static final int LEAST = RADIX * RADIX * RADIX;

    static final int ALL = LEAST * RADIX;

    private static final int SURE = 1 << 15;
    private static final int MOST_SEEN = 127;

    /** How far the n-th bit moves a model: the first half of the way, later ones less. Of 65536. */
    private static final int[] RATES = new int[MOST_SEEN + 1];

    /** A model that has seen nothing: no is as likely as yes. */
    static final int FRESH = (SURE / 2) << 8;

    static {
        for (int n = 0; n < RATES.length; n++) RATES[n] = 65536 / (n + 2);
    }

    private byte[] digits = new byte[1024];
    private int length;
    private int low;
    private int range = ALL;

    void start() {
        length = 0;
        low = 0;
        range = ALL;
    }

    /** @param models each in 15 bits how sure no is, and in 8 how many bits it has seen */
    void add(int[] models, int model, boolean bit) {
        int state = models[model];
        int bound = (range >>> 12) * share(state);
        if (bit) {
            low += bound;
            range -= bound;
        } else range = bound;
        models[model] = adapted(state, bit);
        while (range < LEAST) shift();
    }

    /** What of a range is no's, of 4096: never nothing, never all. */
    private static int share(int state) {
        return Math.min(Math.max(state >>> 11, 8), 4088);
    }

    /** The state of a model that has seen one bit more. */
    private static int adapted(int state, boolean bit) {
        int seen = state & 0xFF;
        int no = state >>> 8;
        int moved = bit ? no - ((no * RATES[seen]) >> 16) : no + (((SURE - no) * RATES[seen]) >> 16);
        return (moved << 8) | Math.min(seen + 1, MOST_SEEN);
    }

    /** A bit that nothing is known of. */
    void addEven(boolean bit) {
        int bound = range >>> 1;
        if (bit) {
            low += bound;
            range -= bound;
        } else range = bound;
        while (range < LEAST) shift();
    }

    private void shift() {
        carry();
        emit(low / LEAST);
        low = low % LEAST * RADIX;
        range *= RADIX;
    }

    private void carry() {
        if (low < ALL) return;
        low -= ALL;
        int at = length - 1;
        while (digits[at] == RADIX - 1) digits[at--] = 0;
        digits[at]++;
    }

    private void emit(int digit) {
        if (length == digits.length) digits = Arrays.copyOf(digits, length * 2);
        digits[length++] = (byte) digit;
    }

    /** Appends the number of digits and the digits; those behind the last are read as 0. */
    void finish(Symbols out) {
        low += LEAST - 1;
        carry();
        emit(low / LEAST);
        while (length > 0 && digits[length - 1] == 0) length--;
        out.append(length);
        out.appendDigits(digits, length);
    }

    /** Reads what an encoder wrote, with the same models in the same order. */
    static final class Decoder {
        private final Symbols.Reader from;
        private final int end;
        private int code;
        private int range = ALL;

        Decoder(Symbols.Reader from) {
            this.from = from;
            int count = from.next();
            this.end = from.position() + count;
            for (int i = 0; i < 4; i++) code = code * RADIX + digit();
        }

        private int digit() {
            return from.position() < end ? from.digit() : 0;
        }

        boolean next(int[] models, int model) {
            int state = models[model];
            int bound = (range >>> 12) * share(state);
            boolean bit = code >= bound;
            if (bit) {
                code -= bound;
                range -= bound;
            } else range = bound;
            models[model] = adapted(state, bit);
            while (range < LEAST) shift();
            return bit;
        }

        boolean nextEven() {
            int bound = range >>> 1;
            boolean bit = code >= bound;
            if (bit) {
                code -= bound;
                range -= bound;
            } else range = bound;
            while (range < LEAST) shift();
            return bit;
        }

        private void shift() {
            code = code * RADIX + digit();
            range *= RADIX;
        }

        /** Moves the reader behind the digits. */
        void finish() {
            from.moveTo(end);
        }
    }
}
