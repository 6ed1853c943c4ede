package org.cunjian.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.config.SiteConfig;
import org.cunjian.config.SiteConfigReader;
import org.cunjian.content.PracticeEntry;
import org.cunjian.diagnostic.Diagnostic;
import org.cunjian.diagnostic.Outcome;
import org.cunjian.diagnostic.Progress;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.knowledge.KnowledgeBaseBuilder;

/** A small whole site in a temporary folder: the repository's templates, and cases given by a test. */
final class SiteFixture {
    private final Path root;
    private final List<Case> cases = new ArrayList<>();
    private final List<PracticeEntry> entries = new ArrayList<>();
    private String properties = "site.title=测试站\ntheme.zuzhi=组织建设: 党建\n";

    private SiteFixture(Path root) {
        this.root = root;
    }

    static SiteFixture in(Path folder) {
        SiteFixture site = new SiteFixture(folder);
        site.copyTemplates();
        if (!Files.exists(folder.resolve("templates/search.ftl"))) site.template("search.ftl", page("<h1>搜索</h1>"));
        return site;
    }

    /** A template that shows {@code body} in the common frame. */
    static String page(String body) {
        return """
                <#ftl output_format="HTML">
                <#import "lib.ftl" as lib>
                <@lib.page title="页">%s</@lib.page>
                """.formatted(body);
    }

    private void copyTemplates() {
        Path from = Path.of("templates");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to =
                        root.resolve("templates").resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SiteFixture cases(Case... more) {
        cases.addAll(List.of(more));
        return this;
    }

    SiteFixture entries(PracticeEntry... more) {
        entries.addAll(List.of(more));
        return this;
    }

    /** More lines of site-config.properties. */
    SiteFixture config(String lines) {
        properties += lines + "\n";
        return this;
    }

    SiteFixture template(String name, String source) {
        write("templates/" + name, source);
        return this;
    }

    Path root() {
        return root;
    }

    KnowledgeBase knowledge() {
        SiteConfig config = SiteConfigReader.read("site-config.properties", properties)
                .value()
                .orElseThrow();
        return new KnowledgeBaseBuilder(config)
                .addCases(cases)
                .addEntries(entries)
                .build();
    }

    Outcome<BakeReport> bakeInto(MemorySink sink) {
        return bakeInto(sink, LinkTable.EMPTY);
    }

    Outcome<BakeReport> bakeInto(MemorySink sink, LinkTable previous) {
        write("site-config.properties", properties);
        for (Case c : cases) write(c.article().path().value(), contentFile(c));
        return SiteBaker.bake(knowledge(), root, "test", previous, sink, Progress.NONE);
    }

    /** Bakes, and expects no complaint and no broken link. */
    MemorySink bake() {
        MemorySink sink = new MemorySink();
        Outcome<BakeReport> outcome = bakeInto(sink);
        if (!outcome.diagnostics().isEmpty())
            throw new AssertionError(outcome.diagnostics().toString());
        List<Diagnostic> broken =
                LinkCheck.check(outcome.value().orElseThrow(), org.cunjian.knowledge.OpenData.paths());
        if (!broken.isEmpty()) throw new AssertionError(broken.toString());
        return sink;
    }

    private static String contentFile(Case c) {
        return "title=" + c.article().metadata().title() + "\ntype=case\nstatus=published\n~~~~~~\n"
                + c.article().body();
    }

    private void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
