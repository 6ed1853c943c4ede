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
    private final char[] html;
    private final int length;
    private final List<String> folders;
    private final String root;
    private final LinkTable.Pool pool;
    private final Set<String> links = new HashSet<>();
    private final Set<String> ids = new HashSet<>();

    private LinkScanner(SitePath page, PageText html, LinkTable.Pool pool) {
        this.html = html.chars();
        this.length = html.length();
        this.pool = pool;
        String[] parts = page.value().split("/");
        this.folders = List.of(parts).subList(0, parts.length - 1);
        this.root = "../".repeat(folders.size());
    }

    static LinkTable.PageLinks scan(SitePath page, String key, PageText html, LinkTable.Pool pool) {
        LinkScanner scanner = new LinkScanner(page, html, pool);
        scanner.run(page.value());
        scanner.dropOwn(page.value() + "#");
        return new LinkTable.PageLinks(page, key, sorted(scanner.links), sorted(scanner.ids));
    }

    /** Links to spots of the page itself are checked here; only those that lead nowhere are kept, to be told. */
    private void dropOwn(String own) {
        links.removeIf(link -> link.startsWith(own) && ids.contains(link.substring(own.length())));
    }

    private static List<String> sorted(Set<String> texts) {
        String[] sorted = texts.toArray(new String[0]);
        Arrays.sort(sorted);
        return List.of(sorted);
    }

    private void run(String page) {
        int at = 0;
        while (at < length - 1) {
            boolean isTag = html[at] == '<' && isLetter(html[at + 1]);
            at = isTag ? tag(page, at + 1) : at + 1;
        }
    }

    /** @return where the tag ends */
    private int tag(String page, int start) {
        int at = start;
        for (; at < length && html[at] != '>'; at++) {
            if (html[at] != '"') continue;
            int end = at + 1;
            while (end < length && html[end] != '"') end++;
            if (end < length && html[at - 1] == '=') attribute(page, at - 1, at + 1, end);
            at = end;
        }
        return at;
    }

    private void attribute(String page, int equals, int from, int to) {
        int start = equals;
        while (html[start - 1] > ' ') start--;
        if (isName("id", start, equals)) {
            ids.add(pool.one(new String(html, from, to - from)));
        } else if (isName("href", start, equals) || isName("src", start, equals) || isName("action", start, equals)) {
            if (isPlain(from, to))
                links.add(pool.one(new String(html, from + root.length(), to - from - root.length())));
            else link(page, unescape(new String(html, from, to - from)));
        }
    }

    private boolean isName(String name, int start, int end) {
        return end - start == name.length() && startsWith(name, start);
    }

    private boolean startsWith(String text, int start) {
        for (int i = 0; i < text.length(); i++) if (html[start + i] != text.charAt(i)) return false;
        return true;
    }

    /** Nearly all links: from this page's way to the root straight down to a page, perhaps to a spot of it. */
    private boolean isPlain(int from, int to) {
        int below = from + root.length();
        if (below >= to || html[below] == '#' || html[below] == '/' || html[to - 1] == '#' || !startsWith(root, from))
            return false;
        for (int i = below; i < to; i++) {
            char c = html[i];
            if (c == '&' || c == '?' || c == ':' || (c == '/' && html[i - 1] == '.')) return false;
        }
        return true;
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
