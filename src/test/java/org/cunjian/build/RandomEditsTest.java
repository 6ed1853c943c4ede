package org.cunjian.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cunjian.diagnostic.Progress;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a curator does between two builds, the second gives the bytes of a clean one: what is kept is never stale. */
class RandomEditsTest {
    private static final int ARTICLES = 14;
    private static final int ROUNDS = 4;
    private static final int MOST_EDITS = 4;

    private static final List<String> PLACES = List.of(
            "湖南省/衡阳市/石鼓区//山湾村", "湖南省/衡阳市/石鼓区//水口村", "湖南省//石鼓区//山湾村", "湖南省/衡阳市", "北京市//延庆区", "浙江省/湖州市/安吉县/天荒坪镇/余村村", "");
    private static final List<String> NAMES = List.of("四长制", "1+2+1", "积分超市", "红色管家", "网格化管理", "院坝会", "三联三帮", "党建+物业");
    private static final List<String> SENTENCES = List.of(
            "%s探索推行路长、街长、巷长、塘长“四长制”工作模式，垃圾有人管了。",
            "%s推行河长、路长“四长制”，每月评比一次。",
            "%s构建“1+2+1”模式，即1个党支部、2支队伍、1个平台。",
            "%s建立“积分超市”，村民参加义务劳动可以兑换日用品，共有120户参加。",
            "%s村集体收入已到账8万元，预计可达15万元。",
            "%s实施“红色管家”服务机制，老人吃饭有人送。",
            "%s推行网格化管理，划分网格12个。",
            "%s探索“党建+物业”模式，纠纷下降三成。",
            "%s的老人常到樹下聊天。");

    /** Long enough for its reprints, cut and framed, to be told from their text. */
    private static final List<String> REPRINTED = List.of(
            "老支书把祠堂前的空地划成八块，谁家门前谁家扫，扫得怎么样，每个星期六下午大家一起走一圈看。",
            "看完回来就在戏台上打分，分数用粉笔写在黑板上，不识字的老人也有孙子念给他听。",
            "头一个月，有三户人家嫌丢脸，把门口的柴堆搬进了院子，鸡也关进了后院的棚里。",
            "第二个月，妇女主任带着十二个人，把水渠里积了多年的淤泥挖出来，挑到茶园里做了肥料。",
            "有人问补贴从哪里来，会计把账本摊在桌上，一笔一笔念，念到半夜，没有一个人先走。",
            "后来镇里也来看，问能不能照着做，老支书说，先把你们自己门前的那一块扫干净再说。",
            "年底算下来，请保洁员的钱省了一半，省下的钱给桥头装了四盏灯，晚上走夜路不再打手电。",
            "外出打工的人过年回来，说认不得村口了，第二天一早也拿着扫把出来，跟着大家一起扫。");

    private static long clock;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    void anIncrementalBuildGivesTheBytesOfACleanOne(RepetitionInfo run) {
        long seed = 20260L + run.getCurrentRepetition();
        System.out.println("RandomEditsTest seed " + seed);
        Random random = new Random(seed);
        Map<String, String> content = new TreeMap<>();
        for (int i = 0; i < ARTICLES; i++) writeArticle(content, i, random);
        SiteFolder site = SiteInText.write(folder.resolve("edited"), "");
        SiteInText.deleteTree(site.root().resolve("content"));
        content.forEach((path, text) -> put(site.root(), path, text));
        SiteBuilder.build(site, Progress.NONE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int edits = 1 + random.nextInt(MOST_EDITS); edits > 0; edits--) edit(content, site.root(), random);
            SiteBuilder.build(site, Progress.NONE);
            SiteFolder clean = SiteInText.write(folder.resolve("clean-" + round), "");
            SiteInText.deleteTree(clean.root().resolve("content"));
            content.forEach((path, text) -> SiteInText.put(clean.root(), path, text));
            SiteBuilder.build(clean, Progress.NONE);
            assertThat(SiteInText.hashes(site.output()))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(SiteInText.hashes(clean.output()));
        }
    }

    private static void edit(Map<String, String> content, Path root, Random random) {
        int article = random.nextInt(ARTICLES + 4);
        String path = pathOf(article);
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                content.remove(path);
                SiteInText.deleteTree(root.resolve(path));
                return;
            }
            case 2 -> {
                path = "content/lexicon/aliases.tsv";
                content.put(path, pick(NAMES, random) + "\t" + pick(NAMES, random) + "\n");
            }
            case 3 -> {
                path = "content/lexicon/never.tsv";
                content.put(path, pick(NAMES, random) + "\n");
            }
            case 4 -> {
                String name = pick(NAMES, random);
                path = "content/practices/curated-" + random.nextInt(2) + ".md";
                content.put(
                        path,
                        "title=" + name + "\ntype=practice\nstatus=published\naliases=" + pick(NAMES, random)
                                + "\n~~~~~~\n" + name + "是一种做法。\n");
            }
            default -> writeArticle(content, article, random);
        }
        put(root, path, content.get(path));
    }

    /** Long ago, each at its own time: a file of just now is never taken for known. */
    private static void put(Path root, String path, String text) {
        SiteInText.put(root, path, text);
        try {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(1_600_000_000L + ++clock, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static void writeArticle(Map<String, String> content, int number, Random random) {
        String place = pick(PLACES, random);
        String village = place.substring(place.lastIndexOf('/') + 1);
        StringBuilder text = new StringBuilder("title=" + village + "的" + pick(NAMES, random) + "\n");
        if (random.nextInt(4) > 0)
            text.append("date=202")
                    .append(random.nextInt(4))
                    .append("-05-0")
                    .append(1 + random.nextInt(9))
                    .append('\n');
        text.append("type=case\nstatus=")
                .append(random.nextInt(9) == 0 ? "draft" : "published")
                .append('\n');
        if (random.nextInt(5) == 0) text.append("rights=excerpt\n");
        if (random.nextBoolean()) text.append("source=村鉴编写\n");
        if (!place.isEmpty()) text.append("place=").append(place).append('\n');
        if (random.nextInt(5) == 0)
            text.append("practices=+").append(pick(NAMES, random)).append('\n');
        if (random.nextInt(6) == 0)
            text.append("duplicateOf=")
                    .append(random.nextBoolean() ? "-a" : "a")
                    .append((number + 1 + random.nextInt(ARTICLES)) % ARTICLES)
                    .append('\n');
        text.append("~~~~~~\n");
        if (random.nextInt(3) == 0)
            for (String sentence : REPRINTED.subList(random.nextInt(2), REPRINTED.size() - random.nextInt(2)))
                text.append(sentence);
        for (int i = 1 + random.nextInt(5); i > 0; i--)
            text.append(pick(SENTENCES, random).formatted(village)).append(i % 2 == 0 ? "\n\n" : "");
        content.put(pathOf(number), text.append('\n').toString());
    }

    private static String pathOf(int number) {
        return "content/cases/a" + number + ".md";
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
