package org.cunjian.io;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final String HANS = "山前村把垃圾分类写进村规民约，每月评一次，得分贴在村口，村民都看得到。";
    private static final String HANT = "山前村把垃圾分類寫進村規民約，每月評一次，得分貼在村口，村民都看得到。";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "UTF-8, hans",
        "UTF-8, hant",
        "GB18030, hans",
        "GB18030, hant",
        "Big5, hant",
        "UTF-16LE, hans",
        "UTF-16BE, hant"
    })
    void charsetIsRecognised(String name, String script) {
        String text = script.equals("hans") ? HANS : HANT;
        DecodedText decoded = TextDecoder.decode(text.getBytes(Charset.forName(name)));
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset()).isEqualTo(Charset.forName(name));
        assertThat(decoded.hasBom()).isFalse();
        assertThat(decoded.flaws()).isEmpty();
    }

    @Test
    void byteOrderMarkIsBelievedAndDropped() {
        for (Charset charset : new Charset[] {UTF_8, UTF_16LE, UTF_16BE}) {
            DecodedText decoded = TextDecoder.decode(("\uFEFF" + HANS).getBytes(charset));
            assertThat(decoded).isEqualTo(new DecodedText(HANS, charset, true, java.util.List.of()));
        }
    }

    @Test
    void shortTextsAreRecognisedToo() {
        assertThat(TextDecoder.decode("村务公开栏".getBytes(Charset.forName("GB18030")))
                        .text())
                .isEqualTo("村务公开栏");
        assertThat(TextDecoder.decode("村務公開欄".getBytes(Charset.forName("Big5"))).text())
                .isEqualTo("村務公開欄");
        assertThat(TextDecoder.decode(new byte[0]).text()).isEmpty();
        assertThat(TextDecoder.decode("plain".getBytes(UTF_8)).charset()).isEqualTo(UTF_8);
    }

    @Test
    void wrongDeclarationDoesNotMislead() {
        byte[] bytes = HANS.getBytes(Charset.forName("GB18030"));
        assertThat(TextDecoder.decode(bytes, Charset.forName("Big5")).text()).isEqualTo(HANS);
        assertThat(TextDecoder.decode(HANS.getBytes(UTF_8), Charset.forName("GBK"))
                        .text())
                .isEqualTo(HANS);
    }

    @Test
    void brokenBytesAreToldAndTheRestIsKept() {
        byte[] bytes = (HANS + HANS).getBytes(UTF_8);
        bytes[3] = (byte) 0xFF;
        DecodedText decoded = TextDecoder.decode(bytes);
        assertThat(decoded.charset()).isEqualTo(UTF_8);
        assertThat(decoded.flaws()).isNotEmpty();
        assertThat(decoded.text().charAt(decoded.flaws().get(0))).isEqualTo('\uFFFD');
        assertThat(decoded.text()).endsWith(HANS);
    }

    @Test
    void anyBytesAreSafe() {
        Random random = new Random(8841);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThat(TextDecoder.decode(bytes)).isNotNull();
        }
    }

    @Test
    void everyPrefixOfATextIsRead() {
        for (Charset charset : new Charset[] {UTF_8, Charset.forName("GB18030"), Charset.forName("Big5"), UTF_16LE}) {
            byte[] bytes = HANT.getBytes(charset);
            for (int i = 0; i <= bytes.length; i++) TextDecoder.decode(Arrays.copyOf(bytes, i));
        }
    }

    @Test
    void longTextsAreReadPieceByPiece() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 1000; i++) out.writeBytes((HANS + "\n").getBytes(Charset.forName("GB18030")));
        assertThat(TextDecoder.decode(out.toByteArray()).text()).isEqualTo((HANS + "\n").repeat(1000));
    }
}
