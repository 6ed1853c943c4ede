package org.cunjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "己已", "已巳", "土士", "未末", "理埋", "各格", "治冶", "折拆", "戊戌", "辨辩", "侯候", "券卷", "贷货", "遂逐", "帐账", "崇祟",
                "晴睛", "幕慕", "享亨", "准淮", "侍待", "力刀", "天夭", "入人", "日曰", "大犬", "乌鸟", "网冈", "微徽", "即既", "茶荼", "兔免"
            })
    void lookAlikesAreKnownBothWays(String pair) {
        int a = pair.codePointAt(0);
        int b = pair.codePointAt(1);
        assertThat(Shapes.like(a)).contains(Character.toString(b));
        assertThat(Shapes.like(b)).contains(Character.toString(a));
    }

    @Test
    void noCharacterLooksLikeItselfNorLikeMoreThanAFew() {
        Shapes.forEach((character, alike) -> {
            assertThat(alike).doesNotContain(character);
            assertThat(alike.length()).isBetween(1, 14);
            assertThat(alike.chars().distinct().count()).isEqualTo(alike.length());
        });
    }

    @Test
    void whatIsNotInTheTableLooksLikeNothing() {
        assertThat(Shapes.like('a')).isEmpty();
        assertThat(Shapes.like(0x20000)).isEmpty();
        assertThat(Shapes.like(-1)).isEmpty();
    }
}
