package org.cunjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cunjian.build.SiteInText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                args,
                new Main.Surroundings(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of(),
                        false));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void helpNamesEveryCommandInBothLanguages() {
        Ran zh = run("--help");
        Ran en = run("--lang", "en", "--help");
        assertThat(zh.code()).isZero();
        assertThat(zh.out()).contains("用法：", "new", "ingest", "build", "serve", "search", "check", "新建一个空站点");
        assertThat(en.out()).contains("Usage:", "make an empty site").doesNotContain("新建");
        assertThat(run().out()).isEqualTo(zh.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "ingest", "build", "serve", "search", "check", "explain"})
    void everyCommandExplainsItself(String command) {
        for (String language : new String[] {"zh", "en"}) {
            Ran help = run(command, "--help", "--lang", language);
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("cunjian " + command).contains("--quiet");
            // Every option line has an explanation after its name.
            assertThat(help.out().lines().filter(l -> l.strip().startsWith("-")))
                    .allSatisfy(l -> assertThat(l.strip()).containsPattern("\\s{2,}\\S|[a-zA-Z|]\\s+\\S+"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biuld",
                "build --sit x",
                "search",
                "new",
                "search x --top 0",
                "search x --sort newest",
                "ingest",
                "build --lang fr"
            })
    void wrongUsageIsTwoAndNamesTheWayOut(String line) {
        Ran ran = run(line.split(" "));
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        assertThat(run("biuld").err()).contains("不认识“biuld”").contains("是不是 build？");
        assertThat(run("--lang", "en", "biuld").err()).contains("did you mean build?");
    }

    @Test
    void newBuildSearchWorkOneAfterTheOther() {
        Path site = folder.resolve("我的 站点");
        assertThat(run("new", site.toString()).code()).isZero();
        assertThat(site.resolve("site-config.properties")).exists();
        assertThat(site.resolve("templates/lib.ftl")).exists();
        assertThat(site.resolve("content/cases")).isEmptyDirectory();
        SiteInText.put(
                site,
                "content/cases/a.md",
                "title=山湾村推行四长制\ntype=case\nstatus=published\n~~~~~~\n山湾村推行路长、街长、巷长、塘长“四长制”工作模式。\n");
        Ran built = run("build", "--site", site.toString());
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.err()).contains("已发布：1 篇案例").contains("合计");
        assertThat(built.out()).isEmpty();
        Ran found = run("search", "--site", site.toString(), "四長制");
        assertThat(found.out()).contains("做法（1）").contains("四长制").contains("山湾村推行四长制");
        Ran json = run("search", "--site", site.toString(), "--json", "四长制");
        assertThat(json.out()).startsWith("{\"query\":\"四长制\",\"total\":2");
        Ran newest = run("search", "--site", site.toString(), "--sort", "new", "四长制");
        assertThat(newest.out()).contains("案例（1），日期从新到旧");
        assertThat(json.out()).doesNotContain("explain");
        Ran explained = run("search", "--site", site.toString(), "--explain", "四长制");
        assertThat(explained.out())
                .containsPattern("得分 [0-9.]+ = 名称 [0-9.]+（四长制 [0-9.]+） \\+ ")
                .contains("正文");
        Ran explainedJson = run("search", "--site", site.toString(), "--explain", "--json", "四长制");
        assertThat(explainedJson.out()).contains("\"explain\":[{\"field\":\"name\",\"text\":\"四长制\",\"score\":");
        Ran unknown = run("search", "--site", site.toString(), "--sort", "newest", "四长制");
        assertThat(unknown.err()).contains("不认识的次序“newest”").contains("new（日期从新到旧）");
        assertThat(run("check", "--site", site.toString()).code()).isZero();
        Ran why = run("explain", "--site", site.toString(), "a", "四長制");
        assertThat(why.out()).contains("✔ 四长制：认作做法").contains("组成：路长、街长、巷长、塘长").contains("原句：");
        assertThat(run("explain", "--site", site.toString(), "b").err()).contains("是不是 a？");
    }

    @Test
    void queriesFromAFileGiveOneObjectALine() throws Exception {
        Path site = folder.resolve("s");
        run("new", site.toString());
        run("build", "--quiet", "--site", site.toString());
        Path queries = folder.resolve("q.txt");
        Files.writeString(queries, "四长制\n\n+*(\n<img onerror>\n");
        Ran ran = run("search", "--site", site.toString(), "--queries", queries.toString());
        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines())
                .hasSize(4)
                .allSatisfy(l -> assertThat(l).startsWith("{").endsWith("}"));
    }

    @Test
    void quietBuildSaysNothing() {
        Path site = folder.resolve("s");
        run("new", site.toString());
        Ran built = run("build", "--quiet", "--site", site.toString());
        assertThat(built.code()).isZero();
        assertThat(built.err()).isEmpty();
    }

    @Test
    void aFolderThatIsNotEmptyIsNotOverwritten() throws Exception {
        Files.writeString(folder.resolve("wichtig.txt"), "x");
        Ran ran = run("new", folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("不会覆盖");
        assertThat(folder.resolve("site-config.properties")).doesNotExist();
    }

    @Test
    void searchBeforeTheFirstBuildSaysWhatToDo() {
        Path site = folder.resolve("s");
        run("new", site.toString());
        Ran ran = run("search", "--site", site.toString(), "四长制");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("cunjian build");
    }

    @Test
    void aPortInUseNamesAnother() throws Exception {
        Path site = folder.resolve("s");
        run("new", site.toString());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = run("serve", "--site", site.toString(), "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains("--port");
        }
    }
}
