package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cunjian.content.Rights;
import org.cunjian.diagnostic.Progress;
import org.cunjian.diagnostic.Severity;
import org.cunjian.ingest.IngestReport;
import org.cunjian.ingest.Ingester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clerk's loop: check, write the line that check names into the file that it names, check again. */
class CuratorLoopTest {
    private static final Map<String, String> RAW =
            new TreeMap<>(Map.of("1.txt", """
            礼泉县村级治理的“三问工作法”
            来源：云岭日报 2021-03-04 08:00
            今年以来，山西省文水县南武乡东庄村推行“三问工作法”，问需于民、问计于民、问效于民，村里的事大家商量着办。

            东庄村组织动员党员602人参加义务劳动，把村口的淤泥清了三遍，路边的杂草也拔得干干净净。

            到了年底，东庄村组织动员党员210人参加义务劳动，又修好了三条巷道，村民都说路好走多了。

            村里完善奖励激励机制，谁家做得好，年底在祠堂前念一念名字，再送一副春联。
            """, "2.txt", """
            垚村的“七步议事法”
            来源：云岭日报 2021-05-04 08:00
            浙江省象山县墙头镇云外垚村在山里，村名里的垚(yáo)字少见，村里三百户人家，推行“七步议事法”，即提事、议事、定事、办事、评事，村里的大事都这样办。

            村里完善奖励激励机制，钱由村集体、乡贤和菜园子三处凑。党员担任“项目顾问”，一人帮一户，成效明显。
            """, "3.txt", """
            院坝里的道理

            天一擦黑，院坝里就摆开了板凳。大家围坐一圈，议的是村口那段断头路该不该修、钱从哪里出，议到半夜才散。

            老人说，话说开了，路就通了，人心也就跟着近了，这比修路还要紧。村里的账本，就挂在祠堂门口的墙上。
            """, "4.txt", """
            院坝里的道理（转载）

            天一擦黑，院坝里就摆开了板凳。大家围坐一圈，议的是村口那段断头路该不该修、钱从哪里出，议到半夜才散。

            老人说，话说开了，路就通了，人心也就跟着近了，这比修路还要紧。村里的账本，就挂在祠堂门口的墙上。
            """));

    @TempDir
    Path folder;

    private SiteFolder site;
    private Path raw;

    @BeforeEach
    void articlesAreIngested() throws IOException {
        site = SiteInText.write(folder.resolve("site"), "");
        raw = Files.createDirectories(folder.resolve("raw"));
        for (Map.Entry<String, String> file : RAW.entrySet())
            Files.writeString(raw.resolve(file.getKey()), file.getValue());
        ingest();
    }

    private IngestReport ingest() {
        return Ingester.ingest(List.of(raw), site.root(), Rights.FULL, Progress.NONE);
    }

    private List<Doubt> check() {
        SiteCheck.Report report = SiteCheck.check(site, Progress.NONE);
        assertThat(report.diagnostics()).noneMatch(d -> d.severity() == Severity.ERROR);
        return report.doubts();
    }

    private static String name(Doubt doubt) {
        return doubt.code() + " " + doubt.args();
    }

    private static List<String> names(List<Doubt> doubts) {
        return doubts.stream().map(CuratorLoopTest::name).toList();
    }

    /** Does what the remedy says, and nothing else. */
    private void follow(Doubt.Remedy remedy) throws IOException {
        if (remedy.line().isEmpty()) {
            mend(remedy.file());
            return;
        }
        Path file = site.root().resolve(remedy.file());
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, remedy.line() + "\n");
        } else if (remedy.file().endsWith(".tsv")) {
            Files.writeString(file, Files.readString(file) + remedy.line() + "\n");
        } else if (!remedy.replaces().isEmpty()) {
            String text = Files.readString(file);
            assertThat(text.lines()).contains(remedy.replaces());
            Files.writeString(
                    file,
                    text.lines()
                                    .map(l -> l.equals(remedy.replaces()) ? remedy.line() : l)
                                    .collect(Collectors.joining("\n"))
                            + "\n");
        } else {
            String line = remedy.line()
                    .replace("YYYY-MM-DD", "2021-06-01")
                    .replace("发布单位", "云岭日报")
                    .replace("省/市/县/乡镇/村", "浙江省/宁波市/象山县//");
            // The first line of the head, so that the title goes on being one.
            Files.writeString(file, line + "\n" + Files.readString(file));
        }
    }

    /** What only eyes can settle: the line that is named is compared with the paper, and mended. */
    private void mend(String place) throws IOException {
        String[] parts = place.split(":", -1);
        Path file = site.root().resolve(parts[0]);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int at = Integer.parseInt(parts[1]) - 1;
        String line = lines.get(at);
        int column = line.offsetByCodePoints(0, Integer.parseInt(parts[2]) - 1);
        String rest = line.substring(column);
        assertThat(rest).matches("(?s)(210人|垚\\(yáo\\)).*");
        String mended = rest.startsWith("210人") ? "602人" + rest.substring(4) : "垚" + rest.substring("垚(yáo)".length());
        lines.set(at, line.substring(0, column) + mended);
        Files.write(file, lines);
    }

    @Test
    void doubtsAreToldByWorth() {
        List<Doubt> doubts = check();
        assertThat(doubts.stream().map(Doubt::kind).distinct().toList())
                .containsExactly(
                        Doubt.Kind.CONFLICT,
                        Doubt.Kind.PLACE,
                        Doubt.Kind.PRACTICE,
                        Doubt.Kind.MISSING,
                        Doubt.Kind.COPY);
        assertThat(doubts.stream().map(Doubt::code).collect(Collectors.toSet()))
                .contains(
                        "build/doubt",
                        "build/figure-conflict",
                        "build/doubt-damage",
                        "build/doubt-count",
                        "build/doubt-unknown-place",
                        "build/doubt-no-place",
                        "build/doubt-candidate",
                        "build/doubt-no-date",
                        "build/doubt-no-source",
                        "build/doubt-duplicate");
        Doubt shared = doubts.stream()
                .filter(d -> d.kind() == Doubt.Kind.PRACTICE)
                .findFirst()
                .orElseThrow();
        assertThat(shared.args())
                .as("what two articles have comes first, and once")
                .startsWith("奖励激励机制", "2");
        assertThat(shared.evidence()).contains("奖励激励机制");
        assertThat(shared.where().label()).matches("content/cases/.+\\.md:\\d+:\\d+");
        assertThat(doubts).allSatisfy(d -> assertThat(d.remedies()).isNotEmpty());
    }

    @Test
    void evidenceStandsWhereItIsSaidToStand() throws IOException {
        for (Doubt doubt : check()) {
            if (doubt.where().line() == 0) continue;
            String line = Files.readAllLines(site.root().resolve(doubt.where().path()))
                    .get(doubt.where().line() - 1);
            assertThat(line).isEqualTo(doubt.where().lineText());
        }
    }

    @Test
    void everyDoubtGoesWhenItsFirstRemedyIsFollowed() throws IOException {
        int rounds = 0;
        for (List<Doubt> doubts = check(); !doubts.isEmpty(); doubts = check()) {
            assertThat(++rounds).as("rounds of the loop: %s", names(doubts)).isLessThan(60);
            Doubt doubt = doubts.get(0);
            List<Doubt.Remedy> all = doubt.code().equals("build/doubt-candidate") && doubt.articles() > 1
                    ? doubt.remedies().subList(0, doubt.articles())
                    : doubt.remedies().subList(0, 1);
            for (Doubt.Remedy remedy : all) follow(remedy);
            if (doubt.code().equals("build/doubt-count"))
                complete(doubt.remedies().get(0));
            assertThat(names(check())).doesNotContain(name(doubt));
        }
        ingest();
        assertThat(check()).as("after the raw files were ingested again").isEmpty();
    }

    @Test
    void whatIsSoOnPaperTooIsAskedOnce() throws IOException {
        List<String> settled = new ArrayList<>();
        for (boolean isMore = true; isMore; ) {
            isMore = false;
            for (Doubt doubt : check())
                for (Doubt.Remedy remedy : doubt.remedies())
                    if (!isMore && remedy.code().equals("build/remedy-checked")) {
                        follow(remedy);
                        settled.add(doubt.code());
                        isMore = true;
                        assertThat(names(check())).doesNotContain(name(doubt));
                    }
        }
        assertThat(settled)
                .contains(
                        "build/figure-conflict",
                        "build/doubt-damage",
                        "build/doubt-unknown-place",
                        "build/doubt-no-place",
                        "build/doubt-no-date",
                        "build/doubt-no-source");
        ingest();
        assertThat(check())
                .flatExtracting(Doubt::remedies)
                .noneMatch(r -> r.code().equals("build/remedy-checked"));
        SiteBuilder.build(site, Progress.NONE);
        assertThat(Files.readString(site.output().resolve("data/cases.jsonl")))
                .as("two figures for one thing are still told to readers")
                .contains("figure-conflict");
    }

    /** The curator knows the two steps that the article left out. */
    private void complete(Doubt.Remedy entry) throws IOException {
        Path file = site.root().resolve(entry.file());
        Files.writeString(file, Files.readString(file).replace("评事", "评事, 晒事, 存档"));
    }

    @Test
    void everyCandidateGoesWhenItsLastRemedyIsFollowed() throws IOException {
        for (List<Doubt> left = candidates(); !left.isEmpty(); left = candidates()) {
            Doubt doubt = left.get(0);
            follow(doubt.remedies().get(doubt.remedies().size() - 1));
            assertThat(names(candidates())).doesNotContain(name(doubt)).hasSizeLessThan(left.size());
        }
        assertThat(Files.readString(site.root().resolve("content/lexicon/never.tsv")))
                .contains("\n奖励激励机制\n");
        ingest();
        assertThat(candidates()).isEmpty();
    }

    private List<Doubt> candidates() {
        return check().stream().filter(d -> d.kind() == Doubt.Kind.PRACTICE).toList();
    }

    @Test
    void adoptedNameIsPublished() throws IOException {
        Doubt doubt = candidates().get(0);
        for (Doubt.Remedy remedy : doubt.remedies().subList(0, doubt.articles())) follow(remedy);
        SiteBuilder.build(site, Progress.NONE);
        String data = Files.readString(site.output().resolve("data/practices.jsonl"));
        assertThat(data).contains("\"name\":\"奖励激励机制\"");
    }
}
