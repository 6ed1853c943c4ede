package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cunjian.knowledge.Case;
import org.cunjian.knowledge.CaseFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheTest {
    @TempDir
    Path folder;

    private final Case read = CaseFixture.of("a")
            .body("𠀀村推行四长制：路长、街长、巷长、河长，收入86.5万元，预计139万元。")
            .place("湖南省//石鼓区", "430407")
            .practice("四长制", "路长", "街长")
            .figure("86.5万元", 865000, "元", "收入", false)
            .figure("139万元", 1390000, "元", null, true)
            .themes("pingan")
            .build();

    @Test
    void factsComeBackAsTheyWere() throws IOException {
        assertThat(FactsCodec.decode(read.article(), FactsCodec.encode(read), new StringPool()))
                .isEqualTo(read);
        assertThat(FactsCodec.decode(
                        CaseFixture.of("e").build().article(),
                        FactsCodec.encode(CaseFixture.of("e").build()),
                        new StringPool()))
                .isEqualTo(CaseFixture.of("e").build());
    }

    @Test
    void everyPrefixOfTheBytesIsRefusedOrFits() {
        byte[] bytes = FactsCodec.encode(read);
        for (int n = 0; n < bytes.length; n++) {
            byte[] cut = Arrays.copyOf(bytes, n);
            assertThatThrownBy(() -> FactsCodec.decode(read.article(), cut, new StringPool()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void cacheKnowsWhatItSawAndForgetsWhatNobodyUsed() {
        Case other = CaseFixture.of("b").build();
        FactsCache first = FactsCache.open(folder, "v1");
        first.put(read);
        first.put(other);
        first.save();
        FactsCache second = FactsCache.open(folder, "v1");
        assertThat(second.find(read.article())).contains(read);
        second.save();
        FactsCache third = FactsCache.open(folder, "v1");
        assertThat(third.find(read.article())).contains(read);
        assertThat(third.find(other.article())).isEmpty();
    }

    @Test
    void anotherProgramOrADamagedFileIsAsGoodAsNothing() throws IOException {
        FactsCache first = FactsCache.open(folder, "v1");
        first.put(read);
        first.save();
        assertThat(FactsCache.open(folder, "v2").find(read.article())).isEmpty();
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.toList();
        }
        assertThat(files).hasSize(1);
        byte[] good = Files.readAllBytes(files.get(0));
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            Files.write(files.get(0), bad);
            assertThat(FactsCache.open(folder, "v1").find(read.article())).isEmpty();
            Files.write(files.get(0), Arrays.copyOf(good, i));
            assertThat(FactsCache.open(folder, "v1").find(read.article())).isEmpty();
        }
    }
}
