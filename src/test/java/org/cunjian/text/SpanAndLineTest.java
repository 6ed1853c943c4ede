package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanAndLineTest {

    @Test
    void spansThatTouchDoNotOverlap() {
        assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
        assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
        assertThat(new Span(0, 4).contains(new Span(1, 4))).isTrue();
        assertThatThrownBy(() -> new Span(4, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void enclosingSpanSortsFirst() {
        assertThat(new Span(2, 9)).isLessThan(new Span(2, 5)).isLessThan(new Span(3, 4));
    }

    @ParameterizedTest(name = "offset {0} is line {1} column {2}")
    @CsvSource({"0,1,1", "1,1,2", "3,1,3", "4,2,1", "7,3,1", "8,4,1", "9,4,2", "99,4,2"})
    void linesEndWithLfCrlfOrCrAndColumnsCountCodePoints(int offset, int line, int column) {
        LineMap mixed = LineMap.of("村\uD840\uDC00\n甲\r\n\r乙");
        assertThat(mixed.lineCount()).isEqualTo(4);
        assertThat(mixed.line(offset)).isEqualTo(line);
        assertThat(mixed.column(offset)).isEqualTo(column);
    }

    @Test
    void lineTextHasNoLineEnd() {
        LineMap map = LineMap.of("甲\r\n乙\n");
        assertThat(map.lineText(1)).isEqualTo("甲");
        assertThat(map.lineText(2)).isEqualTo("乙");
        assertThat(map.lineText(3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"村鉴,4", "a村,3", "１＋３,6", "e\u0301,1", "“五”,4", "😀,2"})
    void cellsAreThoseOfATerminal(String text, int cells) {
        assertThat(DisplayWidth.cells(text)).isEqualTo(cells);
    }

    @Test
    void cutNeverSplitsASurrogatePair() {
        assertThat(DisplayWidth.cut("村\uD840\uDC00村村", 5)).isEqualTo("村\uD840\uDC00…");
    }
}
