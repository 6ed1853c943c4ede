<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title=site.title section="home" description=site.subtitle>
<section class="hero">
<h1>${site.title}</h1>
<#if site.subtitle?has_content>
<p class="tagline">${site.subtitle}</p>
</#if>
<form class="big-search" role="search" action="${root}search/index.html" method="get">
<label class="hidden" for="home-q">今天遇到什么难题</label>
<input id="home-q" type="search" name="q" placeholder="垃圾没人管、红白事攀比、五长制…" autocomplete="off">
<button type="submit">查做法</button>
</form>
<dl class="facts">
<div><dt>案例</dt><dd>${view.cases?c}</dd></div>
<div><dt>做法</dt><dd>${view.practices?c}</dd></div>
<div><dt>村和社区</dt><dd>${view.places?c}</dd></div>
<div><dt>成效数字</dt><dd>${view.figures?c}</dd></div>
<#if view.years?has_content>
<div><dt>年份</dt><dd>${view.years}</dd></div>
</#if>
</dl>
</section>
<#if view.themes?has_content>
<section>
<h2>按主题找</h2>
<ul class="tiles">
<#list view.themes as theme>
<li><a href="${root}${theme.href}"><span class="tile-name">${theme.name}</span><span class="number">${theme.count?c} 个案例</span></a></li>
</#list>
</ul>
</section>
</#if>
<#if view.notable?has_content>
<section>
<div class="section-head"><h2>常见做法</h2><a href="${root}practices/index.html">全部做法</a></div>
<@lib.practiceGrid cards=view.notable/>
</section>
</#if>
<section>
<div class="section-head"><h2>最近的案例</h2><a href="${root}cases/index.html">全部案例</a></div>
<#if view.newest?has_content>
<@lib.caseList cases=view.newest columns=2/>
<#else>
<p class="empty">还没有案例。把文章放进一个文件夹，运行 <code>cunjian ingest 文件夹</code>，再运行 <code>cunjian build</code>。</p>
</#if>
</section>
<#if view.provinces?has_content>
<section>
<div class="section-head"><h2>按地区找</h2><a href="${root}places/index.html">全部地区</a></div>
<@lib.counts items=view.provinces/>
</section>
</#if>
</@lib.page>
