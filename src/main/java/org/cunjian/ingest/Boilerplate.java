package org.cunjian.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines that pages put around an article, one row a habit: its name, where in the text it may stand, the form of the whole line.
 * A row that could also be a sentence of an article stands at the edges only.
 */
record Boilerplate(String name, Zone zone, Pattern form, List<String> cues) {
    /** Longer lines are never boilerplate, but for the legal sort. */
    private static final int MOST_CHARS = 120;

    enum Zone {
        /** Above the first paragraph of prose. */
        HEAD,
        /** Below the last one. */
        TAIL,
        ANYWHERE
    }

    /** The forms that begin with anything are tried only where a line has one of these; the others fail at once. */
    private static final Map<String, List<String>> CUES = Map.of(
            "record-number", List.of("ICP", "公网安备", "网安备", "标识码", "许可证"),
            "copyright", List.of("版权所有", "版權所有", "ights", "IGHTS", "opyright", "©"),
            "disclaimer", List.of("声明", "聲明", "提示", "说明", "代表", "侵权", "版权", "转载", "未经", "注明", "来源"),
            "breadcrumb", List.of(">", "»", "›", "位置", "所在", "当前页面", "首页"),
            "caption", List.of("摄", "攝", "供图", "供圖", "图", "圖", "▲", "△", "▼", "↑"),
            "qr-code", List.of("码", "扫", "关注"));

    private static final List<Boilerplate> ROWS = List.of(
            // 分享到 0
            row(
                    "share-bar",
                    Zone.ANYWHERE,
                    "(?:点击)?(?:分享|轉發|转发)(?:到|至)?[:：]?\\s*(?:微信|微博|新浪微博|朋友圈|QQ好友|QQ空间|QQ|人人网|Facebook|Twitter|Line|LINE|豆瓣|更多|好友|[\\s,，、|/]|\\d)*"),
            row(
                    "share-bar",
                    Zone.ANYWHERE,
                    "(?=.*\\p{L})(?:微信|微博|新浪微博|朋友圈|QQ空间|QQ|复制链接|复制网址|收藏|点赞|评论|转发|分享|投诉|举报|[\\s|/,，、]|\\d)+"),
            // 您是第 位来访者
            row(
                    "counter",
                    Zone.ANYWHERE,
                    "(?:您是|你是)第?\\s*\\d*\\s*位(?:来访者|访客|浏览者|访问者).{0,10}|(?:总|今日|本页)?(?:访问|浏览|瀏覽|阅读|閱讀|点击|點擊)(?:人次|人数|次数|总数|数|量|率)?[:：]?\\s*\\d*\\s*次?"),
            row("counter", Zone.TAIL, "[（(]?本文(?:已|共)?被?(?:浏览|阅读|点击|查看)了?\\s*\\d*\\s*次[)）]?.{0,20}"),
            row("counter", Zone.TAIL, "欢迎(?:您)?(?:访问|光临|来到).{0,20}"),
            // 湘ICP备17016663号-1
            row(
                    "record-number",
                    Zone.ANYWHERE,
                    ".{0,60}(?:ICP备|ICP備|ICP证|公网安备|网安备案?).{0,80}|.{0,20}(?:网站标识码|政府网站标识码|互联网新闻信息服务许可证|信息网络传播视听节目许可证|广播电视节目制作经营许可证).{0,60}"),
            // 版权所有 Copyright ©
            row(
                    "copyright",
                    Zone.ANYWHERE,
                    ".{0,60}(?:版权所有|版權所有|All [Rr]ights? [Rr]eserved|ALL RIGHTS RESERVED|Copyright ?(?:©|\\(c\\)|\\(C\\)|20)).{0,120}"),
            row("copyright", Zone.TAIL, ".{0,30}(?:Copyright|©).{0,60}"),
            row(
                    "site-owner",
                    Zone.TAIL,
                    "(?:主办|主管|承办|协办|运营|维护|开发)(?:单位|机构)?[:：].{1,40}|(?:网站)?(?:技术|内容)(?:支持|维护|保障)(?:单位)?[:：].{1,40}"),
            row(
                    "site-owner",
                    Zone.TAIL,
                    "(?:单位|联系|公司|办公)?地址[:：].{1,80}|(?:联系|咨询|举报|投诉|监督|热线|新闻|投稿|违法和不良信息举报)?(?:电话|传真|邮箱|信箱|QQ|E-?mail|邮编|邮政编码)[:：].{1,60}|(?:投稿|投诉|联系我们|文章投诉).{0,6}(?:邮箱|电话)?[:：].{1,60}"),
            // 免责声明:本文仅代表……
            row(
                    "disclaimer",
                    Zone.ANYWHERE,
                    "[（(【\\[*※]?(?:郑重|特别|版权|版權|免责|免責|转载|轉載|本站|重要)(?:声明|聲明|提示|说明)[】\\]]?[:：].*"),
            row(
                    "disclaimer",
                    Zone.TAIL,
                    "[（(【\\[*※]?声明[】\\]]?[:：].*|(?:凡|凡是)?(?:本网|本站|本报|本公众号).{0,30}(?:注明|转载|版权|来源).*|.{0,30}(?:仅代表(?:作者|文章作者).{0,20}|不代表本(?:站|网|平台)|如有侵权|如涉及版权|侵权.{0,6}删除|未经.{0,12}(?:授权|许可).{0,30}(?:转载|使用)).*"),
            // 相關新聞
            row(
                    "related",
                    Zone.ANYWHERE,
                    "[【\\[◆■●▌|]?\\s*(?:相关|相關|推荐|推薦|延伸|热门|熱門|热点|精彩|更多|最新|猜你喜欢|大家都在看)(?:新闻|新聞|阅读|閱讀|链接|鏈接|报道|報道|文章|推荐|推薦|内容|资讯|資訊|信息|专题|视频|图片|稿件)?\\s*[】\\]]?\\s*[:：>»]*"),
            row(
                    "related",
                    Zone.TAIL,
                    "[【\\[◆■●]?\\s*(?:相关|相關|推荐|推薦|延伸)(?:新闻|新聞|阅读|閱讀|链接|鏈接|报道|報道|文章|推荐|推薦|内容|资讯|資訊).{0,40}|(?:热点|热门|今日|24小时|一周|阅读|点击)(?:排行|热点|关注|要闻|推荐|热文)榜?|为您推荐|相关(?:附件|文件|政策)?|更多[>»]*"),
            // 上一篇：……
            row(
                    "pager",
                    Zone.ANYWHERE,
                    "[【\\[<《«]?\\s*(?:上|下|前|后|後)(?:一)?(?:篇|条|條|页|頁|则)\\s*[:：】\\]>»].{0,80}|[【\\[]?(?:上一篇|下一篇|上一条|下一条|上一页|下一页|首页|末页|尾页)[】\\]]?|(?:第?\\s*\\d+\\s*页?\\s*/\\s*共?\\s*\\d+\\s*页?)|共\\s*\\d+\\s*页.{0,20}"
                            + "|(?=.{0,40}(?:[上下]一[页頁]|\\[\\d]\\s*\\[\\d]))(?:分页[:：]?|本文导航|首页|末页|尾页|[上下]一[页頁]|共?\\d+页?|[\\[\\]\\s.…|/<>«»‹›（）()\\d])+"),
            row(
                    "print-bar",
                    Zone.ANYWHERE,
                    "(?:[【\\[（(]?\\s*(?:打印(?:本页|正文|本文|此页|文章)?|列印|关闭(?:窗口|本页|此页)?|關閉|收藏(?:本页)?|加入收藏|返回(?:顶部|首页|列表|上一页|上级)?|回到顶部|回顶部|TOP|Top|顶部|我要纠错|纠错|挑错|下载|设为首页|保存|推荐)\\s*[】\\])）]?[\\s|]*){1,8}"),
            row(
                    "font-bar",
                    Zone.ANYWHERE,
                    "[【\\[（(]?(?:字号|字號|字体|字體|文字大小|选择字号)[:：]?\\s*[\\[【]?[特超大中小号默认正常\\s|\\[\\]【】A+\\-]{0,24}[）)]?|[【\\[]?\\s*大\\s*[】\\]]?\\s*[【\\[|]?\\s*中\\s*[】\\]|]?\\s*[【\\[]?\\s*小\\s*[】\\]]?"),
            row(
                    "breadcrumb",
                    Zone.HEAD,
                    "(?:您?(?:现在|当前|當前)?的?(?:所在)?(?:位置|所在)|當前位置|当前页面)\\s*(?:是)?[:：>].{0,120}|首页\\s*[>»›/\\-].{0,80}|[^，。！？；]{1,20}(?:\\s*[>»›]+\\s*[^，。！？；>»›]{1,20}){1,6}\\s*[>»›]*|.{1,20}[>»›]+"),
            row("calendar", Zone.HEAD, "(?:今天|今日)是.{0,40}|(?:星期|周)[一二三四五六日天]"),
            row(
                    "menu",
                    Zone.HEAD,
                    "(?:首页|網站首頁|网站首页|登录|注册|登錄|登入|註冊|退出|搜索|搜尋|检索|会员中心|用户中心|个人中心|无障碍(?:浏览|阅读)?|长者(?:模式|专区|版)|适老(?:化|版)|手机版|移动版|English|EN|繁体(?:版)?|繁體|简体(?:版)?|邮箱|客户端|站内搜索|关怀版|微信|微博|返回首页|导航|网站导航|网站地图|设为首页|加入收藏|[\\s|｜·/&-])+"),
            row(
                    "column",
                    Zone.HEAD,
                    "资讯|資訊|新闻|新聞|要闻|要聞|时政|時政|政务|头条|专题|正文|详情|内容|新闻中心|新闻动态|工作动态|通知公告|文章内容|新闻详情|信息详情|观点|地方|国内|社会"),
            row(
                    "menu",
                    Zone.TAIL,
                    "(?:首页|投诉|分享|网站地图|联系我们|关于我们|关于本网|广告服务|版权声明|隐私政策|招聘信息|法律声明|网站声明|帮助|意见反馈|友情链接|诚聘英才|站点地图|隐私保护|服务条款|人才招聘|登录|注册|客户端|手机版|[\\s|｜·/-])+"),
            row(
                    "comment-bar",
                    Zone.ANYWHERE,
                    "(?:我要|网友|发表|最新|热门|全部|查看|参与)?(?:评论|評論|跟帖|留言)(?:区|列表|内容)?\\s*[（(]?\\s*\\d*\\s*[)）]?(?:条)?|(?:还|目前)?没有.{0,4}评论.{0,10}|说点什么吧?.{0,6}|\\d+\\s*人参与.{0,12}"),
            row("comment-bar", Zone.TAIL, "(?:匿名|网友|用户名|昵称|验证码)[:：]?.{0,20}|(?:登录|请登录|请先登录).{0,10}(?:评论|留言|发言).{0,6}"),
            row(
                    "qr-code",
                    Zone.ANYWHERE,
                    "(?:请)?(?:扫一扫|扫描|扫码|长按|微信扫|用手机扫|手机扫)[^。，]{0,30}(?:二维码|关注|查看|阅读|打开|分享|浏览|本页|网页)[^。]{0,16}|扫一扫|(?:关注|欢迎关注)[^。，]{0,16}(?:公众号|视频号|微信|微博)|(?:官方)?(?:微信|微博)(?:公众号|二维码)|.{0,10}二维码"),
            row(
                    "follow-bar",
                    Zone.ANYWHERE,
                    "(?:点击|轻触|戳|按)?(?:上方|下方|左上方|右上角)?[“「]?(?:蓝字|蓝色字|标题下方蓝字)[”」]?[^。，]{0,12}(?:关注|订阅)[^。，]{0,12}|(?:长按|点击|轻触).{0,6}(?:阅读原文|关注我们)|阅读原文|预览时标签不可点|微信扫一扫(?:关注该公众号|使用小程序)?|关注该公众号|(?:.{0,16}\\s)?(?:继续|向上)滑动看下一个|继续滑动看下一个|知道了|在看|写留言|赞\\s*\\d*|(?:原创|收录于合集|收录于话题).{0,20}"),
            row(
                    "advertisement",
                    Zone.ANYWHERE,
                    "[【\\[（(]?(?:广告|廣告|推广|AD|Advertisement)[】\\])）]?(?:\\s*[（(]?(?:請|请)(?:繼續|继续)往下(?:閱讀|阅读).{0,10})?"),
            // 01 above a heading
            row(
                    "section-number",
                    Zone.ANYWHERE,
                    "(?:PART|Part|part|NO|No)?[.\\s]{0,2}0\\d|(?:PART|Part|part)[.\\s]{0,2}\\d{1,2}"),
            row(
                    "app-bar",
                    Zone.ANYWHERE,
                    "(?:点击)?(?:下载|打开|安装|进入)[^。，]{0,12}(?:APP|App|客户端)[^。]{0,16}|(?:您的)?浏览器(?:不支持|版本)[^。]{0,40}。?|视频(?:加载|播放)(?:中|失败).{0,10}|(?:展开|查看|阅读|点击(?:查看|阅读|展开))(?:全文|剩余|更多|全部)[^。，]{0,16}|播放视频|返回[^。，]{1,10}[，,]?\\s?查看更多|您当前的浏览器.{0,60}"),
            row("original-title", Zone.ANYWHERE, "[（(【\\[]?\\s*原(?:标题|標題|题)\\s*[:：].{1,80}"),
            // 【資料圖】
            row(
                    "picture-label",
                    Zone.ANYWHERE,
                    "[【\\[（(〔]\\s*(?:資料圖|资料图|資料圖片|资料图片|图片|圖片|配图|圖|图|视频|視頻截圖|视频截图|示意图|效果图|图源网络|图片来源[:：]?.{0,12})\\s*[】\\])）〕]|[（(]?(?:图片|圖片|图源|配图|供图|摄影)(?:来源)?[:：].{1,20}[)）]?"),
            row(
                    "caption",
                    Zone.ANYWHERE,
                    "[▲△▼↑]\\s*[^。]{2,60}。?|(?:图|圖)(?:为|為|①|②|③|④|⑤|一|二|三|四|\\d{1,2})[:：为為]?[^。]{2,60}。?|[^。！？]{4,60}[。 　](?:本报|本网|通讯员|记者|資料|资料|全媒体)?[^。！？，]{0,16}\\s?(?:摄影?|攝|供图|供圖)[）)]?"),
            row(
                    "editor",
                    Zone.TAIL,
                    "[（(【\\[]?\\s*(?:(?:责任|責任|本期|执行|值班|网络|版面|视频|美术)?(?:编辑|編輯|编委|主编|校对|校對|审核|审校|监制|总监制|统筹|策划|制图|设计|排版|美编)|责编|責編|编审|初审|复审|终审|三审|一审|二审|值班主任|值班总编|出品人?)\\s*[:：|｜丨/ ].{0,60}"),
            row(
                    "end-mark",
                    Zone.TAIL,
                    "[（(【\\[]?\\s*(?:完|终|全文完|正文完|END|End|end|结束|未完待续)\\s*[】\\])）]?|[-—=]*\\s*END\\s*[-—=]*"),
            row("rule-line", Zone.ANYWHERE, "[-=_*~·.—－＝＿…#]{5,}"),
            row("stray", Zone.TAIL, "[,，.。;；、|/\\-]{1,3}|\\d{1,3}"),
            row("stray", Zone.HEAD, "[,，.;；、|/\\-]{1,3}|次|\\d{1,3}"));

    private static final List<FirstCharacters> BEGINNINGS =
            ROWS.stream().map(row -> new FirstCharacters(row.form)).toList();

    private static Boilerplate row(String name, Zone zone, String form) {
        return new Boilerplate(name, zone, Pattern.compile(form), CUES.getOrDefault(name, List.of()));
    }

    private boolean hasCue(String line) {
        if (cues.isEmpty()) return true;
        for (String cue : cues) if (line.contains(cue)) return true;
        return false;
    }

    /** The first row whose form the whole (stripped) line has. */
    static Optional<Boilerplate> find(String line, Zone zone) {
        if (line.isEmpty()) return Optional.empty();
        boolean isLong = line.length() > MOST_CHARS;
        for (int i = 0; i < ROWS.size(); i++) {
            Boilerplate row = ROWS.get(i);
            if (row.zone != Zone.ANYWHERE && row.zone != zone) continue;
            if (isLong && !row.isLegal()) continue;
            if (!BEGINNINGS.get(i).has(line.charAt(0))) continue;
            if (row.hasCue(line) && row.form.matcher(line).matches()) return Optional.of(row);
        }
        return Optional.empty();
    }

    static List<Boilerplate> rows() {
        return ROWS;
    }

    static List<String> names() {
        return ROWS.stream().map(Boilerplate::name).distinct().toList();
    }

    boolean isCaption() {
        return name.equals("caption");
    }

    private boolean isLegal() {
        return name.equals("disclaimer");
    }

    /** Below such a line at the end of a page nothing belongs to the article. */
    boolean endsTheArticle() {
        return switch (name) {
            case "related", "pager", "copyright", "record-number", "site-owner", "disclaimer", "comment-bar" -> true;
            default -> false;
        };
    }
}
