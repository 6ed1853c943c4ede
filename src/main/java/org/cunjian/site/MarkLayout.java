package org.cunjian.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Marks of one body, which may overlap, cut into stretches that do not: each has one look, and holds the ids of the marks
 * that begin there. Built by one sweep, n log n in the number of marks.
 */
final class MarkLayout {
    /** {@code ids} are the ids of the marks that begin at {@code start}. */
    record Stretch(int start, int end, Mark.Kind look, List<String> ids) {}

    static final MarkLayout NONE = new MarkLayout(List.of());

    private final List<Stretch> stretches;

    private MarkLayout(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
    }

    /** Marks are moved off the middle of a surrogate pair and off a backslash escape; a second mark of one id is dropped. */
    static MarkLayout of(String body, Collection<Mark> marks) {
        if (marks.isEmpty()) return NONE;
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(null);
        SortedSet<Integer> edges = new TreeSet<>();
        List<Mark> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Mark mark : sorted) {
            int start = before(body, Math.min(mark.start(), body.length()));
            int end = after(body, Math.min(mark.end(), body.length()));
            if (start >= end || !ids.add(mark.id())) continue;
            kept.add(new Mark(mark.id(), start, end, mark.kind()));
            edges.add(start);
            edges.add(end);
        }
        kept.sort(null);
        return new MarkLayout(sweep(kept, edges));
    }

    private static List<Stretch> sweep(List<Mark> marks, SortedSet<Integer> edges) {
        List<Stretch> stretches = new ArrayList<>();
        List<Mark> open = new ArrayList<>();
        int next = 0;
        int from = -1;
        for (int edge : edges) {
            if (from >= 0 && !open.isEmpty()) stretches.add(stretch(from, edge, open));
            open.removeIf(mark -> mark.end() <= edge);
            while (next < marks.size() && marks.get(next).start() == edge) open.add(marks.get(next++));
            from = edge;
        }
        return stretches;
    }

    private static Stretch stretch(int from, int to, List<Mark> open) {
        Mark.Kind look = open.get(0).kind();
        List<String> ids = new ArrayList<>(1);
        for (Mark mark : open) {
            if (mark.kind().compareTo(look) < 0) look = mark.kind();
            if (mark.start() == from) ids.add(mark.id());
        }
        return new Stretch(from, to, look, List.copyOf(ids));
    }

    int size() {
        return stretches.size();
    }

    Stretch get(int index) {
        return stretches.get(index);
    }

    /** The first stretch that ends after {@code offset}; {@link #size()} where there is none. */
    int firstEndingAfter(int offset) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (stretches.get(middle).end() <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static int before(String body, int offset) {
        int moved = offset;
        while (isInside(body, moved)) moved--;
        return moved;
    }

    private static int after(String body, int offset) {
        int moved = offset;
        while (isInside(body, moved)) moved++;
        return moved;
    }

    private static boolean isInside(String body, int offset) {
        if (offset <= 0 || offset >= body.length()) return false;
        char left = body.charAt(offset - 1);
        return left == '\\' || (Character.isHighSurrogate(left) && Character.isLowSurrogate(body.charAt(offset)));
    }
}
