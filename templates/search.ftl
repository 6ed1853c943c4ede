<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="搜索" section="search" styles=["assets/search.css"] scripts=["assets/search.js", "assets/search-page.js"]>
<header class="page-head">
<h1>搜索</h1>
<p class="summary">${view.practices?c} 个做法，${view.cases?c} 个案例。简体、繁体、拼音（全拼或首字母）都可以；加引号，如“党建引领基层治理”，只找一字不差的。</p>
</header>
<noscript><p class="notice">搜索要在浏览器里运行脚本。没有脚本也可以从<a href="${root}practices/index.html">做法</a>、<a href="${root}places/index.html">地区</a>、<a href="${root}themes/index.html">主题</a>、<a href="${root}years/index.html">年份</a>逐级浏览全部内容。</p></noscript>
<form class="search-form" id="search-form" role="search" action="index.html" method="get">
<label class="hidden" for="q">搜索案例和做法</label>
<input id="q" type="search" name="q" placeholder="环境整治、五长制、1+3+1、jifenzhi…" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
<button type="submit">搜索</button>
</form>
<div id="search" data-root="${root}" hidden>
<div class="search-head">
<p class="search-status" id="search-status" role="status" aria-live="polite"></p>
<p class="search-order" id="search-order" hidden><label for="search-sort">案例排序</label>
<select id="search-sort" autocomplete="off"><option value="">相关度</option><option value="new">日期从新到旧</option><option value="old">日期从旧到新</option></select></p>
</div>
<ul class="chips" id="search-filters" aria-label="已选条件"></ul>
<div class="search-columns">
<aside class="facets" id="search-facets" aria-label="缩小范围"></aside>
<div class="hits" id="results" data-state="done" data-total="0"></div>
</div>
</div>
<div id="search-browse">
<#if view.notable?has_content>
<section>
<h2>常见做法</h2>
<@lib.counts items=view.notable/>
</section>
</#if>
<#if view.themes?has_content>
<section>
<h2>按主题浏览</h2>
<@lib.counts items=view.themes/>
</section>
</#if>
<#if view.provinces?has_content>
<section>
<h2>按地区浏览</h2>
<@lib.counts items=view.provinces/>
</section>
</#if>
</div>
</@lib.page>
