package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Cuts a list into pages of a fixed number of entries, and names their files. An empty list has one page. */
final class Paging {
    /** Pages at either side of the current one that are offered besides the first and the last. */
    private static final int REACH = 2;

    private final int total;
    private final int onFirst;
    private final int onLater;
    private final String folder;
    private final String laterFolder;

    private Paging(int total, int onFirst, int onLater, String folder, String laterFolder) {
        this.total = total;
        this.onFirst = onFirst;
        this.onLater = onLater;
        this.folder = folder;
        this.laterFolder = laterFolder;
    }

    /** Later pages stand below the page's folder: {@code places/43/2/index.html}. */
    static Paging below(String folder, int total, int perPage) {
        return below(folder, total, perPage, perPage);
    }

    /** The first page holds {@code onFirst} entries, later ones {@code onLater}. */
    static Paging below(String folder, int total, int onFirst, int onLater) {
        return new Paging(total, onFirst, onLater, folder, folder + "/");
    }

    /** Later pages stand in a folder {@code -}, which is no valid id: {@code cases/-/2/index.html} is never a case. */
    static Paging beside(String folder, int total, int perPage) {
        return new Paging(total, perPage, perPage, folder, folder + "/-/");
    }

    int pageCount() {
        return 1 + (Math.max(0, total - onFirst) + onLater - 1) / onLater;
    }

    /** @param page from 1 */
    String path(int page) {
        return (page == 1 ? folder + "/" : laterFolder + page + "/") + "index.html";
    }

    <T> List<T> slice(List<T> all, int page) {
        int from = page == 1 ? 0 : onFirst + (page - 2) * onLater;
        return all.subList(from, Math.min(total, page == 1 ? onFirst : from + onLater));
    }

    View.Pager pager(int page) {
        int last = pageCount();
        TreeSet<Integer> offered = new TreeSet<>(List.of(1, last));
        for (int near = Math.max(1, page - REACH); near <= Math.min(last, page + REACH); near++) offered.add(near);
        List<View.Link> links = new ArrayList<>();
        int previous = 0;
        for (int number : offered) {
            if (number > previous + 1) links.add(new View.Link("…", ""));
            links.add(new View.Link(Integer.toString(number), path(number)));
            previous = number;
        }
        return new View.Pager(
                page, last, total, links, page > 1 ? path(page - 1) : "", page < last ? path(page + 1) : "");
    }
}
