package org.cunjian.webindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.webindex.PostingsSource.Postings;

/**
 * Posting lists as symbols. Within a list documents stand in groups of equal frequency and norm, highest frequency and shortest
 * text first, so that neither is repeated and a reader may stop early.
 */
final class PostingsCode {
    private static final int MOST_FREQUENCY = (1 << 20) - 1;

    /** Shorter lists are sorted; longer ones are dealt out to their groups, which takes linear time. */
    private static final int SMALL = 48;

    private long[] packed = new long[SMALL];
    private int[] documents = new int[64];
    private final Map<Integer, Group> groups = new HashMap<>();
    private final List<Group> sorted = new ArrayList<>();

    /** Documents of one frequency and norm: {@code key} sorts by falling frequency, then by norm. */
    private static final class Group {
        final int key;
        int count;
        int next;

        Group(int key) {
            this.key = key;
        }
    }

    /** Appends the postings {@code from} to {@code to} (exclusive) of a list, whose documents rise. */
    void append(StringBuilder out, IndexField field, Postings list, int from, int to, PostingsSource source) {
        if (!field.hasNorms()) appendDocuments(out, list, from, to);
        else if (to - from <= SMALL) appendSorted(out, field, list, from, to, source);
        else appendDealt(out, field, list, from, to, source);
    }

    private static int key(IndexField field, Postings list, int i, PostingsSource source) {
        int frequency = Math.min(list.frequencies[i], MOST_FREQUENCY);
        return (MOST_FREQUENCY - frequency) << 8 | source.norm(field, list.documents[i]);
    }

    private void appendSorted(
            StringBuilder out, IndexField field, Postings list, int from, int to, PostingsSource source) {
        int count = to - from;
        for (int i = 0; i < count; i++)
            packed[i] = (long) key(field, list, from + i, source) << 32 | list.documents[from + i];
        Arrays.sort(packed, 0, count);
        for (int i = 0; i < count; i++) documents[i] = (int) packed[i];
        for (int i = 0; i < count; ) {
            long group = packed[i] >>> 32;
            int end = i + 1;
            while (end < count && packed[end] >>> 32 == group) end++;
            appendGroup(out, field, (int) group, i, end);
            i = end;
        }
    }

    private void appendDealt(
            StringBuilder out, IndexField field, Postings list, int from, int to, PostingsSource source) {
        groups.clear();
        sorted.clear();
        for (int i = from; i < to; i++) groups.computeIfAbsent(key(field, list, i, source), Group::new).count++;
        sorted.addAll(groups.values());
        sorted.sort(Comparator.comparingInt(g -> g.key));
        int offset = 0;
        for (Group group : sorted) {
            group.next = offset;
            offset += group.count;
        }
        if (documents.length < offset) documents = new int[offset * 2];
        for (int i = from; i < to; i++) {
            Group group = groups.get(key(field, list, i, source));
            if (group != null) documents[group.next++] = list.documents[i];
        }
        for (Group group : sorted) appendGroup(out, field, group.key, group.next - group.count, group.next);
    }

    private void appendGroup(StringBuilder out, IndexField field, int key, int from, int to) {
        int frequency = MOST_FREQUENCY - (key >>> 8);
        int count = to - from;
        Symbols.append(out, (frequency - 1) * 2 + (count > 1 ? 1 : 0));
        Symbols.appendSigned(out, (key & 0xFF) - field.usualNorm());
        if (count > 1) Symbols.append(out, count - 2);
        int next = 0;
        for (int i = from; i < to; i++) {
            Symbols.append(out, documents[i] - next);
            next = documents[i] + 1;
        }
    }

    private static void appendDocuments(StringBuilder out, Postings list, int from, int to) {
        int next = 0;
        for (int i = from; i < to; i++) {
            Symbols.append(out, list.documents[i] - next);
            next = list.documents[i] + 1;
        }
    }
}
