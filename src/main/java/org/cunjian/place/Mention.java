package org.cunjian.place;

/** One place in the text where a name of the gazetteer stands, once it is settled which unit is meant. */
record Mention(int start, int end, int unit, byte kind) {
    int length() {
        return end - start;
    }
}
