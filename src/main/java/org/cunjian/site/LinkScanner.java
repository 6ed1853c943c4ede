package org.cunjian.site;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cunjian.io.SitePath;

/**
 * Finds links and ids in the HTML that our templates make. It reads tags only, in one pass; it relies on what escaping
 * guarantees (no bare {@code <} or {@code "} in text) and is no parser for HTML of others.
 */
final class LinkScanner {
    private final String html;
    private final List<String> folders;
    private final LinkTable.Pool pool;
    private final SortedSet<String> links = new TreeSet<>();
    private final SortedSet<String> ids = new TreeSet<>();

    private LinkScanner(SitePath page, String html, LinkTable.Pool pool) {
        this.html = html;
        this.pool = pool;
        String[] parts = page.value().split("/");
        this.folders = List.of(parts).subList(0, parts.length - 1);
    }

    static LinkTable.PageLinks scan(SitePath page, String key, String html, LinkTable.Pool pool) {
        LinkScanner scanner = new LinkScanner(page, html, pool);
        scanner.run(page.value());
        return new LinkTable.PageLinks(page, key, List.copyOf(scanner.links), List.copyOf(scanner.ids));
    }

    private void run(String page) {
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open + 1)) {
            if (open + 1 >= html.length() || !isLetter(html.charAt(open + 1))) continue;
            int close = html.indexOf('>', open);
            if (close < 0) return;
            attributes(page, open, close);
            open = close;
        }
    }

    private void attributes(String page, int open, int close) {
        for (int equals = html.indexOf("=\"", open); equals >= 0 && equals < close; ) {
            int end = html.indexOf('"', equals + 2);
            if (end < 0) return;
            int start = equals;
            while (html.charAt(start - 1) > ' ') start--;
            String name = html.substring(start, equals);
            String value = html.substring(equals + 2, end);
            if (name.equals("id")) ids.add(pool.one(value));
            else if (name.equals("href") || name.equals("src") || name.equals("action")) link(page, unescape(value));
            equals = html.indexOf("=\"", end + 1);
        }
    }

    private void link(String page, String target) {
        int colon = target.indexOf(':');
        int slash = target.indexOf('/');
        if (target.startsWith("//") || (colon > 0 && (slash < 0 || colon < slash))) return;
        String fragment = "";
        String path = target;
        int hash = path.indexOf('#');
        if (hash >= 0) {
            fragment = path.substring(hash);
            path = path.substring(0, hash);
        }
        int query = path.indexOf('?');
        if (query >= 0) path = path.substring(0, query);
        links.add(pool.one((path.isEmpty() ? page : resolve(path)) + (fragment.length() > 1 ? fragment : "")));
    }

    /** The path from the site's folder; one that leaves the site keeps its {@code ..}, and so is not found. */
    private String resolve(String path) {
        List<String> parts = new ArrayList<>(folders);
        for (String part : path.split("/", -1)) {
            if (part.equals(".")) continue;
            if (part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..")) parts.remove(parts.size() - 1);
            else parts.add(part);
        }
        return String.join("/", parts);
    }

    private static String unescape(String value) {
        if (value.indexOf('&') < 0) return value;
        return value.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
