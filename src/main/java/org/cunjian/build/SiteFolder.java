package org.cunjian.build;

import java.nio.file.Path;

/** Where things are in a site: what a person keeps, what is published, and what may be deleted at any time ({@code .cunjian}). */
public record SiteFolder(Path root, Path output) {
    public static final String CONFIG = "site-config.properties";

    public SiteFolder {
        root = root.toAbsolutePath().normalize();
        output = output.toAbsolutePath().normalize();
    }

    /** A site with its output in its own folder. */
    public static SiteFolder of(Path root) {
        return new SiteFolder(root, root.resolve("output"));
    }

    public Path config() {
        return root.resolve(CONFIG);
    }

    public Path content() {
        return root.resolve("content");
    }

    public Path templates() {
        return root.resolve("templates");
    }

    public Path state() {
        return root.resolve(".cunjian");
    }

    public Path index() {
        return state().resolve("index");
    }

    public Path webIndexState() {
        return state().resolve("browser-index.bin");
    }

    public Path articles() {
        return state().resolve("articles.bin");
    }

    public Path dataLines() {
        return state().resolve("data-lines.bin");
    }

    public Path facts() {
        return state().resolve("facts");
    }
}
