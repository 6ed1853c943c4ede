package org.cunjian.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cunjian.diagnostic.Progress;
import org.cunjian.io.OutputSink;
import org.cunjian.io.SitePath;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.cunjian.knowledge.KnowledgeBase;
import org.cunjian.webindex.WebIndexRecord;
import org.cunjian.webindex.WebIndexWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static void write(Path index, List<Case> cases, OutputSink sink) {
        KnowledgeBase kb = SearchIndexTest.kb(cases);
        SearchIndex.update(index, kb, Progress.NONE);
        try (SearchIndex open = SearchIndex.open(index).value().orElseThrow()) {
            WebIndexWriter.write(open.postings(), kb, sink);
        }
    }

    private static Map<String, String> clean(Path index, List<Case> cases) {
        Site site = new Site();
        write(index, cases, site);
        site.publish();
        return site.texts();
    }

    @Test
    void afterAnyEditsTheBytesAreThoseOfACleanBuild() {
        long seed = Long.getLong("seed", 11L);
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>(WebIndexParityTest.cases(80, random));
        Site site = new Site();
        write(folder.resolve("grown"), cases, site);
        site.publish();
        for (int round = 0; round < 6; round++) {
            for (int edit = random.nextInt(3); edit >= 0; edit--) edit(cases, random, round * 10 + edit);
            write(folder.resolve("grown"), cases, site);
            site.publish();
            assertThat(site.texts())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(clean(folder.resolve("clean" + round), cases));
        }
    }

    private static void edit(List<Case> cases, Random random, int number) {
        int at = random.nextInt(cases.size());
        if (random.nextInt(3) == 0) {
            cases.remove(at);
            return;
        }
        boolean isNew = random.nextBoolean();
        CaseFixture made = CaseFixture.of(
                        isNew ? "new-" + number : cases.get(at).id().value())
                .title("第" + number + "次会议")
                .body("村民说事，第" + number + "次：环境整治、積分制。".repeat(1 + random.nextInt(9)))
                .place("湖南省/衡阳市/石鼓区/五一街道/建设甲村", "430407001")
                .themes("dangjian");
        if (random.nextBoolean()) made.practice("五长制");
        if (isNew) cases.add(made.build());
        else cases.set(at, made.build());
    }

    @Test
    void recordKeepsAllWhereNothingIsNew() throws IOException {
        List<Case> cases = WebIndexParityTest.cases(20, new Random(3));
        Path file = folder.resolve("record.txt");
        Site site = new Site();
        WebIndexRecord first = WebIndexRecord.open(file, "key", site);
        assertThat(first.keepAll()).isFalse();
        write(folder.resolve("lucene"), cases, first);
        first.save();
        site.publish();
        Map<String, String> before = site.texts();

        assertThat(WebIndexRecord.open(file, "key", site).keepAll()).isTrue();
        assertThat(site.publish()).isZero();
        assertThat(site.texts()).isEqualTo(before);
        assertThat(WebIndexRecord.open(file, "other", site).keepAll()).isFalse();
        String record = Files.readString(file);
        Files.writeString(file, record.substring(0, record.lastIndexOf("search-index")));
        assertThat(WebIndexRecord.open(file, "key", site).keepAll())
                .as("of a record that was cut off")
                .isFalse();
    }

    @Test
    void aLostFileIsMadeAnewBesideThoseThatAreKept() {
        List<Case> cases = WebIndexParityTest.cases(20, new Random(3));
        Path file = folder.resolve("record.txt");
        Site site = new Site();
        WebIndexRecord first = WebIndexRecord.open(file, "key", site);
        write(folder.resolve("lucene"), cases, first);
        first.save();
        site.publish();
        Map<String, String> before = site.texts();

        site.lose(new SitePath("search-index/root.js"));
        WebIndexRecord second = WebIndexRecord.open(file, "key", site);
        assertThat(second.keepAll()).isFalse();
        write(folder.resolve("lucene"), cases, second);
        assertThat(site.publish()).isEqualTo(1);
        assertThat(site.texts()).isEqualTo(before);
    }
}
