package org.cunjian.io;

/**
 * A path relative to the site's root, with {@code /} on every system: {@code content/cases/fengqiao.md}. Never absolute,
 * never leaves the root.
 */
public record SitePath(String value) implements Comparable<SitePath> {

    public SitePath {
        if (!isBelow(value)) throw new IllegalArgumentException("not a path below the site: “" + value + "”");
    }

    /** No part is empty, {@code .} or {@code ..}. */
    private static boolean isBelow(String value) {
        if (value.indexOf('\\') >= 0) return false;
        int start = 0;
        while (true) {
            int slash = value.indexOf('/', start);
            int end = slash < 0 ? value.length() : slash;
            int length = end - start;
            if (length == 0 || (length <= 2 && value.startsWith(".", start) && value.charAt(end - 1) == '.'))
                return false;
            if (slash < 0) return true;
            start = slash + 1;
        }
    }

    public SitePath resolve(String child) {
        return new SitePath(value + "/" + child);
    }

    /** The last part: {@code fengqiao.md}. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The last part without its extension: {@code fengqiao}. */
    public String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public int compareTo(SitePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
