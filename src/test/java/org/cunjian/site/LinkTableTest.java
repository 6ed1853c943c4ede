package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.cunjian.io.SitePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTableTest {
    private static LinkTable.PageLinks scan(String page, String html) {
        return LinkScanner.scan(new SitePath(page), "k", PageText.of(html), new LinkTable.Pool());
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
        assertThat(scan(page, "<p><a class=\"x\" href=\"" + href + "\">x</a></p>")
                        .links())
                .containsExactly(target);
    }

    @Test
    void linksThatLeaveTheSiteAreNotOurs() {
        String html = "<a href=\"https://example.org/\">a</a><a href=\"mailto:a@b.c\">b</a><a href=\"//x.y/z\">c</a>";
        assertThat(scan("index.html", html).links()).isEmpty();
    }

    @Test
    void idsAndFormsAndScriptsAreSeen() {
        LinkTable.PageLinks page = scan(
                "a/index.html",
                "<form id=\"f\" action=\"../s.html\"><script src=\"../x.js\"></script></form> id=&quot;g&quot;");
        assertThat(page.links()).containsExactly("s.html", "x.js");
        assertThat(page.ids()).containsExactly("f");
    }

    @Test
    void bytesAreReadBackAndDamagedOnesAreNothing() {
        LinkTable table = LinkTable.of(List.of(
                scan("b/index.html", "<a id=\"x\" href=\"../a/index.html\">村</a>"),
                scan("a/index.html", "<a id=\"四\" href=\"../b/index.html#x\">村</a>")));
        byte[] bytes = table.toBytes();
        assertThat(LinkTable.read(bytes).pages()).containsExactlyElementsOf(table.pages());
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThat(LinkTable.read(damaged).pages()).isEmpty();
            assertThat(LinkTable.read(Arrays.copyOf(bytes, i)).pages()).isEmpty();
        }
    }
}
