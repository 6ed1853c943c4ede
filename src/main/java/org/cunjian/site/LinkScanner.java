package org.cunjian.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cunjian.io.SitePath;
import org.jspecify.annotations.Nullable;

/**
 * Finds links and ids in the HTML that our templates make. It reads tags only, in one pass; it relies on what escaping
 * guarantees (no bare {@code <} or {@code "} in text) and is no parser for HTML of others.
 */
final class LinkScanner {
    private final char[] html;
    private final int length;
    private final String page;
    private final long pageHash;
    private final List<String> folders;
    private final String root;
    /** What links are called, by hash; null where nobody asks. */
    private final @Nullable Map<Long, String> names;

    private long[] links = new long[64];
    private int linkCount;
    private long[] ids = new long[64];
    private int idCount;
    /** What a fixed part needs to be told of: ids as written, and whether a link leads to a spot of the page itself. */
    private final List<String> idsAsWritten = new ArrayList<>();

    private boolean hasOwn;
    private boolean isFixed;

    private LinkScanner(SitePath page, PageText html, @Nullable Map<Long, String> names) {
        this.html = html.chars();
        this.length = html.length();
        this.names = names;
        this.page = page.value();
        this.pageHash = LinkTable.plus(LinkTable.hash(this.page), '#');
        String[] parts = this.page.split("/");
        this.folders = List.of(parts).subList(0, parts.length - 1);
        this.root = "../".repeat(folders.size());
    }

    /**
     * Links to spots of the page itself are checked here; only those that lead nowhere are kept, to be told. A part that many
     * pages share is looked through once.
     */
    static LinkTable.PageLinks scan(SitePath page, String key, PageText html) {
        LinkScanner scanner = new LinkScanner(page, html, null);
        int at = 0;
        for (int i = 0; i < html.fixedCount(); i++) {
            FixedText part = html.fixed(i);
            int start = html.fixedAt(i);
            scanner.run(at, start);
            at = start + part.text().length();
            scanner.take(part, start, at);
        }
        scanner.run(at, scanner.length);
        long[] ids = sorted(scanner.ids, scanner.idCount);
        return LinkTable.PageLinks.of(key, without(sorted(scanner.links, scanner.linkCount), ids), ids);
    }

    /** What a page's links are called, by the hash that {@link #scan} tells. */
    static Map<Long, String> names(SitePath page, String html) {
        Map<Long, String> names = new HashMap<>();
        LinkScanner scanner = new LinkScanner(page, PageText.of(html), names);
        scanner.run(0, scanner.length);
        return names;
    }

    private void take(FixedText part, int from, int to) {
        FixedText.Links known = part.links();
        if (known == null || known == FixedText.Links.DEPEND_ON_PAGE) {
            int firstLink = linkCount;
            idsAsWritten.clear();
            hasOwn = false;
            isFixed = true;
            run(from, to);
            isFixed = false;
            if (known == null)
                part.found(
                        hasOwn
                                ? FixedText.Links.DEPEND_ON_PAGE
                                : new FixedText.Links(Arrays.copyOfRange(links, firstLink, linkCount), idsAsWritten));
            return;
        }
        for (int i = 0; i < known.count(); i++) addLink(known.target(i));
        for (String id : known.ids()) addId(ownHash(id));
    }

    private static long[] sorted(long[] hashes, int count) {
        Arrays.sort(hashes, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) if (i == 0 || hashes[i] != hashes[i - 1]) hashes[distinct++] = hashes[i];
        return Arrays.copyOf(hashes, distinct);
    }

    private static long[] without(long[] links, long[] own) {
        int left = 0;
        for (long link : links) if (Arrays.binarySearch(own, link) < 0) links[left++] = link;
        return left == links.length ? links : Arrays.copyOf(links, left);
    }

    private void run(int from, int to) {
        int at = from;
        while (at < to - 1) {
            while (at < to - 1 && html[at] != '<') at++;
            at = at < to - 1 && isLetter(html[at + 1]) ? tag(at + 1) : at + 1;
        }
    }

    /** @return where the tag ends */
    private int tag(int start) {
        int at = start;
        for (; at < length && html[at] != '>'; at++) {
            if (html[at] != '"') continue;
            int end = at + 1;
            while (end < length && html[end] != '"') end++;
            if (end < length && html[at - 1] == '=') attribute(at - 1, at + 1, end);
            at = end;
        }
        return at;
    }

    private void attribute(int equals, int from, int to) {
        int start = equals;
        while (html[start - 1] > ' ') start--;
        if (isName("id", start, equals)) {
            addId(ownHash(from, to));
            if (isFixed) idsAsWritten.add(new String(html, from, to - from));
        } else if (isName("href", start, equals) || isName("src", start, equals) || isName("action", start, equals)) {
            if (isPlain(from, to)) addPlain(from + root.length(), to);
            else if (isOwn(from, to)) addOwn(from + 1, to);
            else link(unescape(new String(html, from, to - from)));
        }
    }

    private void addId(long hash) {
        if (idCount == ids.length) ids = Arrays.copyOf(ids, 2 * idCount);
        ids[idCount++] = hash;
    }

    private long ownHash(String id) {
        long hash = pageHash;
        for (int i = 0; i < id.length(); i++) hash = LinkTable.plus(hash, id.charAt(i));
        return hash;
    }

    private long ownHash(int from, int to) {
        long hash = pageHash;
        for (int i = from; i < to; i++) hash = LinkTable.plus(hash, html[i]);
        return hash;
    }

    private void addOwn(int from, int to) {
        hasOwn = true;
        long hash = ownHash(from, to);
        addLink(hash);
        if (names != null) names.put(hash, page + "#" + new String(html, from, to - from));
    }

    private void addPlain(int from, int to) {
        long hash = LinkTable.SEED;
        for (int i = from; i < to; i++) hash = LinkTable.plus(hash, html[i]);
        addLink(hash);
        if (names != null) names.put(hash, new String(html, from, to - from));
    }

    private void addLink(long hash) {
        if (linkCount == links.length) links = Arrays.copyOf(links, 2 * linkCount);
        links[linkCount++] = hash;
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

    /** A link to a spot of this page: {@code #m-120}. */
    private boolean isOwn(int from, int to) {
        if (to - from < 2 || html[from] != '#') return false;
        for (int i = from; i < to; i++) if (html[i] == '&') return false;
        return true;
    }

    private void link(String target) {
        int colon = target.indexOf(':');
        int slash = target.indexOf('/');
        if (target.startsWith("//") || (colon > 0 && (slash < 0 || colon < slash))) return;
        if (target.isEmpty() || target.charAt(0) == '#') hasOwn = true;
        String fragment = "";
        String path = target;
        int hash = path.indexOf('#');
        if (hash >= 0) {
            fragment = path.substring(hash);
            path = path.substring(0, hash);
        }
        int query = path.indexOf('?');
        if (query >= 0) path = path.substring(0, query);
        String full = (path.isEmpty() ? page : resolve(path)) + (fragment.length() > 1 ? fragment : "");
        addLink(LinkTable.hash(full));
        if (names != null) names.put(LinkTable.hash(full), full);
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
