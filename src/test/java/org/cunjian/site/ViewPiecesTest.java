package org.cunjian.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cunjian.content.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small parts that views are made of. */
class ViewPiecesTest {
    @ParameterizedTest
    @ValueSource(strings = {"#9e2b25", "#ffffff", "#000000", "#ffff00", "#0000ff", "#808080", "#22624b"})
    void everyAccentCanBeReadOnBothPapers(String colour) {
        int light = Integer.parseInt(Accent.onLight(colour).substring(1), 16);
        int dark = Integer.parseInt(Accent.onDark(colour).substring(1), 16);
        assertThat(Accent.contrast(light, 0xFBFAF7)).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(light, 0xFFFFFF)).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(dark, 0x16181B)).isGreaterThanOrEqualTo(4.5);
        assertThat(Accent.contrast(dark, 0x1D2024)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void pagesCoverTheListOnceInOrder() {
        for (int total = 0; total < 40; total++) {
            List<Integer> all = IntStream.range(0, total).boxed().toList();
            Paging paging = Paging.below("x", total, 4, 7);
            List<Integer> seen = new ArrayList<>();
            for (int page = 1; page <= paging.pageCount(); page++) seen.addAll(paging.slice(all, page));
            assertThat(seen).isEqualTo(all);
        }
    }

    @Test
    void aPagerOffersFirstLastAndNeighbours() {
        View.Pager pager = Paging.beside("cases", 200, 10).pager(10);
        assertThat(pager.pages())
                .extracting(View.Link::name)
                .containsExactly("1", "…", "8", "9", "10", "11", "12", "…", "20");
        assertThat(pager.previous()).isEqualTo("cases/-/9/index.html");
        assertThat(Paging.beside("cases", 200, 10).pager(2).previous()).isEqualTo("cases/index.html");
    }

    @Test
    void aFingerprintTellsNeighboursApart() {
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of(List.of("a"), "b")).isNotEqualTo(Fingerprint.of(List.of("a", "b")));
        assertThat(Fingerprint.of("")).isNotEqualTo(Fingerprint.of("\0"));
        assertThat(Fingerprint.of("a\0")).isNotEqualTo(Fingerprint.of("a"));
        assertThat(Fingerprint.of(1)).isNotEqualTo(Fingerprint.of("1"));
        assertThat(Fingerprint.of(new View.Link("a", "b"))).isNotEqualTo(Fingerprint.of(new View.Link("b", "a")));
        assertThat(Fingerprint.of(new View.Link("a", "b")))
                .isEqualTo(Fingerprint.of(new View.Link("a", "b")))
                .hasSize(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"五\\*长 | 五*长", "**五长**制 | 五长制", "a_b | a_b", "`x` | x"})
    void aQuoteShowsNoMarkdown(String markdown, String plain) {
        assertThat(PlainText.of(markdown)).isEqualTo(plain);
    }

    @Test
    void whatANameDeclaresAndATextListsAreCompared() {
        assertThat(Catalogue.shortfall(5, 4)).isEqualTo("原文列出 5 项中的 4 项");
        assertThat(Catalogue.shortfall(5, 5)).isEmpty();
        assertThat(Catalogue.shortfall(null, 0)).isEmpty();
        assertThat(Catalogue.shortfall(3, 0)).contains("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "é村", "𠮷村", "\uD842", "\uDFB7村", "村\uD842a", "\u07FF\u0800\uFFFF"})
    void aPagesBytesAreThoseOfItsText(String piece) {
        String text = piece.repeat(20_000);
        PageText page = PageText.of("of the page before");
        page.clear();
        for (int i = 0; i < 20_000; i++) page.write(piece);
        assertThat(page.toString()).isEqualTo(text);
        assertThat(page.toUtf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        page.clear();
        for (char c : text.toCharArray()) page.write(c);
        assertThat(page.toUtf8()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
