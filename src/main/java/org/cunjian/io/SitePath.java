package org.cunjian.io;

/**
 * A path relative to the site's root, with {@code /} on every system: {@code content/cases/fengqiao.md}. Never absolute,
 * never leaves the root.
 */
public record SitePath(String value) implements Comparable<SitePath> {

    public SitePath {
        if (value.isEmpty() || value.startsWith("/") || value.indexOf('\\') >= 0)
            throw new IllegalArgumentException("not a path below the site: “" + value + "”");
        for (String part : value.split("/", -1))
            if (part.isEmpty() || part.equals(".") || part.equals(".."))
                throw new IllegalArgumentException("not a path below the site: “" + value + "”");
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
