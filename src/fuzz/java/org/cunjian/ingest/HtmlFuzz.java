package org.cunjian.ingest;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text as a web page: it is read, whatever it holds, and what comes out reads the same again. */
class HtmlFuzz {
    /** What pages are made of, so that random bytes come to look like them. */
    private static final String[] PIECES = {
        "<p>", "</p>", "<div>", "</div>", "<br>", "<h1>", "</h1>", "<title>", "</title>", "<table><tr><td>", "</td></tr></table>", "<td>", "<li>",
        "<a href=1>", "</a>", "<img>", "<figure>", "<figcaption>", "</figure>", "<span>", "</span>", "<div class=share>", "<div class=comment>",
        "<p class=caption>", "<script>var a={\"content\":\"", "\"}</script>", "<script type='application/ld+json'>{\"headline\":\"",
        "<meta name=pubdate content='", "'>", "<meta name=source content='", "来源：", "发布时间：", "2023-05-06 08:21", "2023年5月6日", "相关新闻", "网友评论",
        "上一页 1 2 下一页", "　　", "&nbsp;", "村里把账本挂在墙上，谁都能看，谁都能问。", "记者 ", "李明", "（完）", "▲", "图为", "--某某网", "%7B%22"
    };

    @FuzzTest(maxDuration = "60s")
    void anyTextIsReadAsAPage(FuzzedDataProvider data) {
        StringBuilder html = new StringBuilder();
        while (data.remainingBytes() > 0 && html.length() < 20_000)
            html.append(data.consumeInt(0, 3) == 0 ? data.consumeString(8) : data.pickValue(PIECES));
        CleanArticle article = CleanArticle.of(HtmlReader.read(html.toString()), "page");
        String body = article.body();
        if (body.indexOf('\r') >= 0) throw new IllegalStateException("a carriage return is left");
        Damage.in(body);
    }
}
