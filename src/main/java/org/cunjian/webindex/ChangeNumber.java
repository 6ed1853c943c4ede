package org.cunjian.webindex;

/** Tells with 64 bits whether numbers and texts are those of the last build. */
final class ChangeNumber {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long value = PRIME;

    ChangeNumber add(int number) {
        value = (Long.rotateLeft(value, 23) ^ number) * PRIME;
        return this;
    }

    ChangeNumber add(long number) {
        return add((int) number).add((int) (number >>> 32));
    }

    ChangeNumber add(String text) {
        long hash = value;
        for (int i = 0; i < text.length(); i++) hash = (Long.rotateLeft(hash, 23) ^ text.charAt(i)) * PRIME;
        value = hash;
        return add(text.length());
    }

    long value() {
        return value ^ value >>> 29;
    }
}
