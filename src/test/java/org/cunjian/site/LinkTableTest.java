package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTableTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static LinkTable.PageLinks scan(String page, String html) {
        return LinkScanner.scan(new SitePath(page), KEY, PageText.of(html));
    }

    private static long[] hashes(String... targets) {
        return Arrays.stream(targets).mapToLong(LinkTable::hash).sorted().toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, cases/index.html, cases/index.html",
        "cases/a/index.html, ../../index.html, index.html",
        "cases/a/index.html, ../b/index.html#m-5, cases/b/index.html#m-5",
        "cases/a/index.html, #m-5, cases/a/index.html#m-5",
        "cases/a/index.html, ../../search/index.html?q=a&amp;b=c, search/index.html",
        "cases/a/index.html, ../../../outside.html, ../outside.html",
    })
    void aLinkIsToldFromTheSitesFolder(String page, String href, String target) {
        String html = "<p><a class=\"x\" href=\"" + href + "\">x</a></p>";
        assertThat(scan(page, html).links).containsExactly(hashes(target));
        assertThat(LinkScanner.names(new SitePath(page), html))
                .containsExactly(Map.entry(LinkTable.hash(target), target));
    }

    @Test
    void linksThatLeaveTheSiteAreNotOurs() {
        String html = "<a href=\"https://example.org/\">a</a><a href=\"mailto:a@b.c\">b</a><a href=\"//x.y/z\">c</a>";
        assertThat(scan("index.html", html).links).isEmpty();
    }

    @Test
    void idsAndFormsAndScriptsAreSeen() {
        LinkTable.PageLinks page = scan(
                "a/index.html",
                "<form id=\"f\" action=\"../s.html\"><script src=\"../x.js\"></script></form> id=&quot;g&quot;");
        assertThat(page.links).containsExactly(hashes("s.html", "x.js"));
        assertThat(page.ids).containsExactly(hashes("a/index.html#f"));
    }

    @Test
    void linksToSpotsOfThePageItselfAreSettledAtOnce() {
        String html = "<p id=\"a\"><a href=\"#a\">a</a><a href=\"#b\">b</a></p>";
        assertThat(scan("x/index.html", html).links).containsExactly(hashes("x/index.html#b"));
    }

    @Test
    void bytesAreReadBackAndDamagedOnesAreNothing() {
        SitePath first = new SitePath("a/index.html");
        SitePath second = new SitePath("b/index.html");
        LinkTable table = LinkTable.of(Map.of(
                second, scan(second.value(), "<a id=\"x\" href=\"../a/index.html\">村</a>"),
                first, scan(first.value(), "<a id=\"四\" href=\"../b/index.html#x\">村</a>")));
        byte[] bytes = table.toBytes();
        LinkTable read = LinkTable.read(bytes);
        assertThat(read.pages()).hasSize(2);
        assertThat(read.find(first).orElseThrow().links).containsExactly(hashes("b/index.html#x"));
        assertThat(read.find(first).orElseThrow().isMadeFrom(KEY)).isTrue();
        assertThat(read.find(second).orElseThrow().ids).containsExactly(hashes("b/index.html#x"));
        assertThat(read.find(new SitePath("c/index.html"))).isEmpty();
        assertThat(read.toBytes()).isEqualTo(bytes);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThat(LinkTable.read(damaged).pages()).isEmpty();
            assertThat(LinkTable.read(Arrays.copyOf(bytes, i)).pages()).isEmpty();
        }
    }
}
