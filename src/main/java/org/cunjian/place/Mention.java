package org.cunjian.place;

import org.jspecify.annotations.Nullable;

/**
 * One place in the text where a name of the gazetteer stands, once it is settled which unit is meant. {@code town}: a township
 * that the gazetteer does not know, written right after its county, which is then {@code unit}.
 */
record Mention(
        int start, int end, int unit, byte kind, @Nullable String town) {}
