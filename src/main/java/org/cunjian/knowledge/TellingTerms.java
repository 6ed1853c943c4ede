package org.cunjian.knowledge;

import java.util.Arrays;
import java.util.List;
import org.cunjian.place.PlaceFinding;
import org.cunjian.text.Simplifier;

/**
 * The pairs of characters that an article repeats most: what its text is about. Pairs of everyday administration (工作, 发展) and of the
 * article's own places are left out, so that articles are not alike for being about one county. Knows nothing of other articles. Immutable.
 */
public final class TellingTerms {
    public static final TellingTerms NONE = new TellingTerms(new int[0], new byte[0]);

    /** An article's own matters are among its first so many; twice as many would find few more. */
    static final int MOST = 32;

    /** What an article says once only tells little. */
    private static final int LEAST_COUNT = 2;

    private static final int MOST_COUNT = Byte.MAX_VALUE;

    private static final int TITLE_WEIGHT = 2;

    /** Longer texts are collections; their beginning tells what they are about. */
    private static final int MOST_CHARS = 20_000;

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';

    /** Characters that join, count or refer, and those of dates and units of administration. */
    private static final String JOINING = "的了在是和与及或等对以为其这那有不也就都而之于从到把被让向上下中个我们他她它你您自己来去着过地得里外后前时各每某该本此一二三"
            + "四五六七八九十百千万亿两几多零年月日号第省市县区乡镇村街道组委会党群元亩户人名家次项条只将要能可会还又再更最很已并且则但如若因由所";

    /** What each Han character is read as: itself in Simplified, or 0 where it joins others. */
    private static final char[] READ = read();

    /** Pairs that nearly every article of this kind repeats, sorted. */
    private static final int[] COMMON = Arrays.stream(
                    ("工作 发展 群众 治理 服务 建设 管理 社区 干部 组织 农村 乡村 基层 问题 推动 推进 加强 积极 实现 通过 开展 进行 "
                                    + "提升 提高 完善 落实 机制 制度 模式 创新 引领 支部 书记 党员 党建 村民 居民 全面 重点 方面 作用 坚持 探索 形成 "
                                    + "打造 建立 健全 活动 情况 生活 环境 文化 文明 经济 产业 振兴 社会 政府 领导 负责 责任 参与 需求 解决 矛盾 实际 "
                                    + "主动 及时 相关 部门 单位 资源 力量 体系 能力 水平 效果 成效 工程 项目 资金 政策 学习 教育 宣传 中心 平台 示范 "
                                    + "美丽 幸福 和谐 稳定 安全 保障 监督 公开 民主 自治 集体 农业 农民 收入 增收 特色 优势 基础 设施 深入 充分 有效 "
                                    + "不断 持续 结合 利用 围绕 实施 整合 带动 促进 强化 确保 规范 统筹 协调 联系 走访 了解 收集 反映 处理 办理 党组 "
                                    + "织建 施建 治建 区治 层治 村治 村振 村建 会主 主任 业发 济发 济收 体经 民群 部党 党支 党委 村党")
                            .split(" "))
            .mapToInt(pair -> pair.charAt(0) << 16 | pair.charAt(1))
            .sorted()
            .toArray();

    private final int[] terms;
    private final byte[] counts;

    private TellingTerms(int[] terms, byte[] counts) {
        this.terms = terms;
        this.counts = counts;
    }

    /** Of an article as the content file has it. One pass; some 70 µs for 3,700 characters. */
    public static TellingTerms of(String title, String body, List<PlaceFinding> places) {
        int length = Math.min(body.length(), MOST_CHARS);
        Counts counts = new Counts(length + title.length());
        for (int i = 0; i < TITLE_WEIGHT; i++) counts.add(title, title.length());
        counts.add(body, length);
        for (PlaceFinding found : places)
            for (String name : found.place().levels()) if (name != null) counts.drop(name);
        return counts.most();
    }

    /** As {@link #terms()} and {@link #counts()} gave them. @throws IllegalArgumentException if they cannot have */
    public static TellingTerms of(int[] terms, byte[] counts) {
        if (terms.length != counts.length || terms.length > MOST)
            throw new IllegalArgumentException(terms.length + " terms with " + counts.length + " counts");
        return terms.length == 0 ? NONE : new TellingTerms(terms.clone(), counts.clone());
    }

    /** Two UTF-16 units each, in Simplified, most frequent first. A copy. */
    public int[] terms() {
        return terms.clone();
    }

    /** How often each stands in the article, 127 at most. A copy. */
    public byte[] counts() {
        return counts.clone();
    }

    int size() {
        return terms.length;
    }

    int term(int i) {
        return terms[i];
    }

    int count(int i) {
        return counts[i];
    }

    /** How often each pair stands; open addressing over a power of two. */
    private static final class Counts {
        private final int[] keys;
        private final int[] times;

        Counts(int chars) {
            int room = Integer.highestOneBit(Math.max(32, chars)) << 1;
            keys = new int[room];
            times = new int[room];
        }

        void add(String text, int length) {
            char[] chars = new char[length];
            text.getChars(0, length, chars, 0);
            char before = 0;
            for (char c : chars) {
                char read = c < FIRST || c > LAST ? 0 : READ[c - FIRST];
                if (read != 0 && before != 0) {
                    int key = before << 16 | read;
                    int slot = slot(key);
                    keys[slot] = key;
                    times[slot]++;
                }
                before = read;
            }
        }

        void drop(String name) {
            for (int i = 0; i + 1 < name.length(); i++)
                times[slot(Simplifier.simplify(name.charAt(i)) << 16 | Simplifier.simplify(name.charAt(i + 1)))] = 0;
        }

        private int slot(int key) {
            int mask = keys.length - 1;
            int slot = (key * 0x9E3779B9) >>> 7 & mask;
            while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & mask;
            return slot;
        }

        TellingTerms most() {
            long[] best = new long[16];
            int size = 0;
            for (int i = 0; i < keys.length; i++) {
                if (times[i] < LEAST_COUNT || Arrays.binarySearch(COMMON, keys[i]) >= 0) continue;
                if (size == best.length) best = Arrays.copyOf(best, 2 * size);
                best[size++] = ((long) -Math.min(MOST_COUNT, times[i]) << 32) | (keys[i] & 0xFFFFFFFFL);
            }
            Arrays.sort(best, 0, size);
            int kept = Math.min(MOST, size);
            int[] terms = new int[kept];
            byte[] counts = new byte[kept];
            for (int i = 0; i < kept; i++) {
                terms[i] = (int) best[i];
                counts[i] = (byte) -(best[i] >> 32);
            }
            return kept == 0 ? NONE : new TellingTerms(terms, counts);
        }
    }

    private static char[] read() {
        char[] read = new char[LAST - FIRST + 1];
        for (char c = FIRST; c <= LAST; c++) {
            char simple = Simplifier.simplify(c);
            read[c - FIRST] = JOINING.indexOf(simple) < 0 ? simple : 0;
        }
        return read;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TellingTerms t && Arrays.equals(terms, t.terms) && Arrays.equals(counts, t.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(terms);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < terms.length; i++)
            text.append(text.isEmpty() ? "" : " ")
                    .append((char) (terms[i] >>> 16))
                    .append((char) terms[i])
                    .append(counts[i]);
        return text.toString();
    }
}
