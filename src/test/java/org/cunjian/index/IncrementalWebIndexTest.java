package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.ContentHash;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.WebIndexBuild;
import org.cunjian.webindex.WebIndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncrementalWebIndexTest {
    @TempDir
    Path folder;

    /** A site that is published again and again: keeps what was made from the same key, and takes each path once. */
    private static final class Site implements OutputSink {
        private Map<SitePath, String> keys = new HashMap<>();
        private Map<SitePath, byte[]> files = new HashMap<>();
        private final Map<SitePath, String> nextKeys = new HashMap<>();
        private final Map<SitePath, byte[]> next = new HashMap<>();
        private final Set<SitePath> claimed = new HashSet<>();
        private int written;

        @Override
        public boolean keep(SitePath path, String key) {
            byte[] before = files.get(path);
            if (before == null || !key.equals(keys.get(path))) return false;
            take(path, key, before);
            return true;
        }

        @Override
        public void write(SitePath path, String key, byte[] bytes) {
            take(path, key, bytes);
            written++;
        }

        @Override
        public boolean has(SitePath path, String key) {
            return files.containsKey(path) && key.equals(keys.get(path));
        }

        @Override
        public Optional<byte[]> published(SitePath path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public boolean keepFolder(SitePath folder, Set<SitePath> except) {
            Set<SitePath> all = new HashSet<>(keys.keySet());
            all.removeIf(path -> !path.value().startsWith(folder + "/") || except.contains(path));
            if (!files.keySet().containsAll(all)) return false;
            for (SitePath path : all) take(path, keys.getOrDefault(path, ""), files.getOrDefault(path, new byte[0]));
            return true;
        }

        private void take(SitePath path, String key, byte[] bytes) {
            assertThat(claimed.add(path)).as("%s comes once", path).isTrue();
            nextKeys.put(path, key);
            next.put(path, bytes);
        }

        /** @return how many files were written */
        int publish() {
            keys = new HashMap<>(nextKeys);
            files = new HashMap<>(next);
            nextKeys.clear();
            next.clear();
            claimed.clear();
            int count = written;
            written = 0;
            return count;
        }

        void lose(SitePath path) {
            files.remove(path);
        }

        Map<String, String> texts() {
            Map<String, String> texts = new TreeMap<>();
            files.forEach((path, bytes) -> texts.put(path.value(), new String(bytes, StandardCharsets.UTF_8)));
            return texts;
        }
    }

    private Path state() {
        return folder.resolve("state.bin");
    }

    /** As a build does it: index first, then the browser's. @return how many files were written */
    private int build(List<Case> cases, Site site) {
        KnowledgeBase kb = SearchIndexTest.kb(cases);
        WebIndexBuild build = WebIndexBuild.of(state(), "program", contentOf(cases), site);
        if (!build.keep()) {
            SearchIndex.update(folder.resolve("lucene"), kb, Progress.NONE);
            try (SearchIndex open =
                    SearchIndex.open(folder.resolve("lucene")).value().orElseThrow()) {
                build.write(open.postings(kb), kb);
            }
        }
        return site.publish();
    }

    /** Stands for all of the cases: their own texts leave their dates out. */
    private static String contentOf(List<Case> cases) {
        return ContentHash.of(
                cases + "" + cases.stream().map(c -> c.article().metadata()).toList());
    }

    private Map<String, String> clean(List<Case> cases, String name) {
        KnowledgeBase kb = SearchIndexTest.kb(cases);
        Site site = new Site();
        Path index = folder.resolve(name);
        SearchIndex.update(index, kb, Progress.NONE);
        try (SearchIndex open = SearchIndex.open(index).value().orElseThrow()) {
            WebIndexWriter.write(open.postings(kb), kb, site);
        }
        site.publish();
        return site.texts();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void afterAnyEditsTheBytesAreThoseOfACleanBuild(long given) {
        long seed = Long.getLong("seed", given);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>(WebIndexParityTest.cases(120, random));
        Site site = new Site();
        build(cases, site);
        for (int round = 0; round < 12; round++) {
            for (int edit = random.nextInt(3); edit >= 0; edit--) edit(cases, random, round * 10 + edit);
            build(cases, site);
            assertThat(site.texts()).as("seed %d round %d", seed, round).isEqualTo(clean(cases, "clean" + round));
        }
    }

    private static void edit(List<Case> cases, Random random, int number) {
        int at = random.nextInt(cases.size());
        int kind = random.nextInt(5);
        if (kind == 0) {
            cases.remove(at);
            return;
        }
        Case old = cases.get(at);
        CaseFixture made = CaseFixture.of(kind == 1 ? "new-" + number : old.id().value())
                .title(kind == 2 ? old.article().metadata().title() : "第" + number + "次会议")
                .body(
                        kind == 2
                                ? old.article().body().replaceFirst("环境整治", "院子收拾" + (char) ('一' + random.nextInt(900)))
                                : "村民说事，第" + number + "次：环境整治、積分制。".repeat(1 + random.nextInt(9)))
                .place("湖南省/衡阳市/石鼓区/五一街道/建设甲村", "430407001")
                .themes("dangjian");
        if (random.nextInt(3) > 0) made.date("20" + (10 + random.nextInt(20)) + "-06-" + (10 + random.nextInt(20)));
        if (random.nextBoolean()) made.practice("五长制");
        if (random.nextInt(4) == 0) made.excerpt();
        if (kind == 1) cases.add(made.build());
        else cases.set(at, made.build());
    }

    @Test
    void nothingNewKeepsAll() throws IOException {
        List<Case> cases = WebIndexParityTest.cases(20, new Random(3));
        Site site = new Site();
        assertThat(build(cases, site)).isPositive();
        Map<String, String> before = site.texts();
        assertThat(build(cases, site)).isZero();
        assertThat(site.texts()).isEqualTo(before);
    }

    /** Issue 4: at most 30 files of the index, root and the article's text among them, for one replaced sentence. */
    @Test
    void aReplacedSentenceRewritesFewFiles() {
        Random random = new Random(5);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 300; i++) cases.add(article(i, sentences(random)));
        Site site = new Site();
        build(cases, site);
        List<Integer> written = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            int at = random.nextInt(cases.size());
            List<String> body =
                    new ArrayList<>(List.of(cases.get(at).article().body().split("(?<=。)")));
            body.set(random.nextInt(body.size()), sentence(random));
            cases.set(at, article(at, body));
            written.add(build(cases, site));
        }
        System.out.println("files written for a replaced sentence: " + written);
        assertThat(written.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isLessThanOrEqualTo(30);
        assertThat(written).allMatch(files -> files <= 45, "some hundred articles never make all anew");
    }

    private static final List<String> PRACTICES = List.of("五长制", "积分制", "村民说事", "网格化管理", "道德银行");

    private static Case village(int number, int practices, List<String> others) {
        CaseFixture village = CaseFixture.of("v-" + number)
                .title("第" + number + "个村的做法")
                .place("湖南省/衡阳市/石鼓区/五一街道/第" + number + "村", "430407001");
        List<String> own = PRACTICES.subList(0, practices);
        village.body(
                String.join("", own.stream().map(name -> "村里推行" + name + "。").toList()) + String.join("", others));
        own.forEach(village::practice);
        return village.build();
    }

    /** An answer shows the case for what its query asks for, and how many cases a practice has by two digits. */
    @Test
    void aSentenceWithAPracticeLeavesTheAnswersToOtherQueries() {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(4);
        List<List<String>> others = new ArrayList<>();
        for (int i = 0; i < 155; i++) {
            others.add(sentences(random));
            cases.add(village(i, PRACTICES.size(), others.get(i)));
        }
        Site site = new Site();
        build(cases, site);
        Map<String, String> before = site.texts();
        int shown = -1;
        for (int i = 0; i < cases.size() && shown < 0; i++) {
            String line = "\\tv-" + i + "\\t";
            if (before.values().stream().anyMatch(file -> file.contains("=五长制") && file.contains(line))) shown = i;
        }
        assertThat(shown).as("a case that an answer shows").isNotNegative();
        cases.set(shown, village(shown, PRACTICES.size() - 1, others.get(shown)));
        build(cases, site);
        Map<String, String> after = site.texts();
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(path -> after.get(path).equals(before.get(path)));
        assertThat(after).isEqualTo(clean(cases, "clean"));
        assertThat(changed.stream().filter(path -> path.startsWith("search-index/a/")))
                .allMatch(path -> after.getOrDefault(path, "").contains("道德银行"));
        assertThat(changed.stream().filter(path -> path.startsWith("search-index/s/")))
                .as("its own summary")
                .hasSize(1);
        assertThat(changed.stream().filter(path -> path.startsWith("search-index/f/")))
                .containsExactly("search-index/f/practice-c0.js");
    }

    @Test
    void onlyAnotherDateRewritesTheDays() {
        List<Case> cases = new ArrayList<>(WebIndexParityTest.cases(90, new Random(3)));
        cases.set(7, CaseFixture.of("case-7").body("环境整治。").date("2021-05-06").build());
        Site site = new Site();
        build(cases, site);
        String days = "search-index/d/c0.js";
        String before = site.texts().get(days);
        cases.set(
                7, CaseFixture.of("case-7").body("环境整治，五长制。").date("2021-05-06").build());
        build(cases, site);
        assertThat(site.texts().get(days)).isEqualTo(before);
        cases.set(
                7, CaseFixture.of("case-7").body("环境整治，五长制。").date("2021-05-07").build());
        build(cases, site);
        assertThat(site.texts().get(days)).isNotEqualTo(before);
        assertThat(site.texts()).isEqualTo(clean(cases, "clean"));
    }

    private static Case article(int number, List<String> sentences) {
        return CaseFixture.of("a-" + number)
                .title("第" + number + "个村的做法")
                .body(String.join("", sentences))
                .build();
    }

    private static List<String> sentences(Random random) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 60; i++) sentences.add(sentence(random));
        return sentences;
    }

    /** Some thirty characters, of phrases that articles share, frequent ones more often: real text is no more random than that. */
    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int phrases = 0; phrases < 5; phrases++) {
            Random phrase = new Random(7919L * (int) (400 * Math.pow(random.nextDouble(), 1.5)));
            for (int i = 0; i < 6; i++) sentence.append((char) ('一' + 7 * phrase.nextInt(600)));
        }
        return sentence.append('。').toString();
    }

    @Test
    void aDamagedMemoryOrALostFileCostsTimeOnly() throws IOException {
        List<Case> cases = new ArrayList<>(WebIndexParityTest.cases(60, new Random(3)));
        Site site = new Site();
        build(cases, site);
        Random random = new Random(9);
        for (int round = 0; round < 4; round++) {
            byte[] state = Files.readAllBytes(state());
            if (round == 0) state[state.length / 2]++;
            Files.write(state(), round == 1 ? Arrays.copyOf(state, state.length / 2) : state);
            if (round == 2) Files.delete(state());
            if (round == 3) site.lose(new SitePath("search-index/t/0.js"));
            cases.remove(random.nextInt(cases.size()));
            build(cases, site);
            assertThat(site.texts()).as("round %d", round).isEqualTo(clean(cases, "clean" + round));
        }
    }
}
