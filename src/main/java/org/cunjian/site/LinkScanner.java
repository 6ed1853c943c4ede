package org.cunjian.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cunjian.io.SitePath;

/**
 * Finds links and ids in the HTML that our templates make. It reads tags only, in one pass; it relies on what escaping
 * guarantees (no bare {@code <} or {@code "} in text) and is no parser for HTML of others.
 */
final class LinkScanner {
    private final String html;
    private final List<String> folders;
    private final String root;
    private final LinkTable.Pool pool;
    private final Set<String> links = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private LinkScanner(SitePath page, String html, LinkTable.Pool pool) {
        this.html = html;
        this.pool = pool;
        String[] parts = page.value().split("/");
        this.folders = List.of(parts).subList(0, parts.length - 1);
        this.root = "../".repeat(folders.size());
    }

    static LinkTable.PageLinks scan(SitePath page, String key, String html, LinkTable.Pool pool) {
        LinkScanner scanner = new LinkScanner(page, html, pool);
        scanner.run(page.value());
        scanner.dropOwn(page.value() + "#");
        return new LinkTable.PageLinks(page, key, scanner.pooled(scanner.links), scanner.pooled(scanner.ids));
    }

    /** Links to spots of the page itself are checked here; only those that lead nowhere are kept, to be told. */
    private void dropOwn(String own) {
        links.removeIf(link -> link.startsWith(own) && ids.contains(link.substring(own.length())));
    }

    private List<String> pooled(Set<String> texts) {
        String[] sorted = texts.toArray(new String[0]);
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) sorted[i] = pool.one(sorted[i]);
        return List.of(sorted);
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
            if (isName("id", start, equals)) ids.add(html.substring(equals + 2, end));
            else if (isName("href", start, equals) || isName("src", start, equals) || isName("action", start, equals))
                link(page, unescape(html.substring(equals + 2, end)));
            equals = html.indexOf("=\"", end + 1);
        }
    }

    private boolean isName(String name, int start, int end) {
        return end - start == name.length() && html.startsWith(name, start);
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
        links.add((path.isEmpty() ? page : resolve(path)) + (fragment.length() > 1 ? fragment : ""));
    }

    /** The path from the site's folder; one that leaves the site keeps its {@code ..}, and so is not found. */
    private String resolve(String path) {
        if (path.startsWith(root) && path.indexOf("./", root.length()) < 0) return path.substring(root.length());
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
