package org.cunjian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The package table of ARCHITECTURE.md: who may depend on whom, no cycles, frameworks behind one package each. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cunjian");

    private static final Map<String, List<String>> MAY_DEPEND_ON = new TreeMap<>(Map.ofEntries(
            Map.entry("text", List.of()),
            Map.entry("diagnostic", List.of("text")),
            Map.entry("config", List.of("text", "diagnostic")),
            Map.entry("io", List.of("text", "diagnostic")),
            Map.entry("content", List.of("text", "diagnostic", "config", "io")),
            Map.entry("place", List.of("content", "text", "diagnostic", "io")),
            Map.entry("ingest", List.of("content", "place", "io", "diagnostic", "text")),
            Map.entry("practice", List.of("content", "place", "text", "diagnostic")),
            Map.entry("figure", List.of("content", "text")),
            Map.entry(
                    "knowledge",
                    List.of("place", "practice", "figure", "content", "config", "text", "diagnostic", "io")),
            Map.entry(
                    "webindex",
                    List.of(
                            "knowledge",
                            "place",
                            "practice",
                            "figure",
                            "content",
                            "config",
                            "text",
                            "diagnostic",
                            "io")),
            Map.entry(
                    "index",
                    List.of(
                            "webindex",
                            "knowledge",
                            "place",
                            "practice",
                            "figure",
                            "content",
                            "config",
                            "text",
                            "diagnostic",
                            "io")),
            Map.entry(
                    "site",
                    List.of(
                            "webindex",
                            "knowledge",
                            "place",
                            "practice",
                            "figure",
                            "content",
                            "config",
                            "text",
                            "diagnostic",
                            "io")),
            Map.entry(
                    "build",
                    List.of(
                            "site",
                            "index",
                            "webindex",
                            "knowledge",
                            "figure",
                            "practice",
                            "ingest",
                            "place",
                            "content",
                            "config",
                            "io",
                            "diagnostic",
                            "text")),
            Map.entry("preview", List.of("build", "site", "index", "config", "diagnostic", "io", "text")),
            Map.entry(
                    "cli",
                    List.of(
                            "preview",
                            "build",
                            "site",
                            "index",
                            "webindex",
                            "knowledge",
                            "figure",
                            "practice",
                            "ingest",
                            "place",
                            "content",
                            "config",
                            "io",
                            "diagnostic",
                            "text"))));

    @Test
    void packagesDependOnlyUpwards() {
        MAY_DEPEND_ON.forEach((name, allowed) -> {
            List<String> own = allowed.stream().map(p -> "org.cunjian." + p).collect(Collectors.toList());
            own.add("org.cunjian." + name);
            noClasses()
                    .that()
                    .resideInAPackage("org.cunjian." + name)
                    .should()
                    .dependOnClassesThat(isOursOutside(own))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .allSatisfy(p -> assertThat(MAY_DEPEND_ON).containsKey(p.substring(p.lastIndexOf('.') + 1)));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.cunjian.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void frameworksStayBehindOnePackageEach() {
        onlyIn("index", "org.apache.lucene..");
        onlyIn("site", "org.jbake..", "freemarker..", "com.vladsch.flexmark..");
        onlyIn("cli", "picocli..");
        onlyIn("ingest", "org.apache.pdfbox..");
    }

    private static void onlyIn(String home, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cunjian." + home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isOursOutside(List<String> packages) {
        return new DescribedPredicate<>("are ours but not in " + packages) {
            @Override
            public boolean test(JavaClass c) {
                return c.getPackageName().startsWith("org.cunjian") && !packages.contains(c.getPackageName());
            }
        };
    }
}
