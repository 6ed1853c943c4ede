<#ftl output_format="HTML">
<#--
  What the pages share. A page is

      <#ftl output_format="HTML">
      <#import "lib.ftl" as lib>
      <@lib.page title="案例" section="cases">…</@lib.page>

  Every template sees four things:
    site       title, subtitle, organisation, footer, language, baseUrl (empty when unset), accent, accentDark
    root       the way from this page to the site's folder: "" on the home page, "../../" on a case
    canonical  this page's address on the web; empty when no base URL is set
    view       what this page shows; its hrefs lead from the site's folder, so root stands before them
  <@fixed by="…"> around a part renders it once for all pages where the text in by is the same: it must name all that the
  part depends on, besides site.
  Links are relative and spell index.html, so that the site works when it is opened from a folder.
-->

<#assign sections = [
  ["home", "index.html", "首页"],
  ["cases", "cases/index.html", "案例"],
  ["practices", "practices/index.html", "做法"],
  ["places", "places/index.html", "地区"],
  ["themes", "themes/index.html", "主题"],
  ["years", "years/index.html", "年份"],
  ["search", "search/index.html", "搜索"],
  ["data", "data/index.html", "数据"]
]>

<#-- The whole page. styles and scripts are paths from the site's folder: ["assets/search.js"]. -->
<#macro page title section="" description="" styles=[] scripts=[]>
<!DOCTYPE html>
<html lang="${site.language}" data-root="${root}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><#if section == "home">${title}<#else>${title}｜${site.title}</#if></title>
<#if description?has_content>
<meta name="description" content="${description}">
</#if>
<meta name="color-scheme" content="light dark">
<#if canonical?has_content>
<link rel="canonical" href="${canonical}">
</#if>
<#if site.baseUrl?has_content>
<link rel="alternate" type="application/atom+xml" title="${site.title}" href="${root}feed.xml">
<link rel="search" type="application/opensearchdescription+xml" title="${site.title}" href="${root}opensearch.xml">
</#if>
<link rel="icon" href="${root}assets/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/style.css">
<#list styles as style>
<link rel="stylesheet" href="${root}${style}">
</#list>
<style>:root { --accent-light: ${site.accent}; --accent-dark: ${site.accentDark} }</style>
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<#-- The header is the same on all pages of one depth and section, the footer on all of one depth. -->
<@fixed by="header ${root} ${section}">
<header class="site-header">
<div class="bar">
<a class="brand" href="${root}index.html"><span class="seal" aria-hidden="true">鉴</span><span class="brand-name">${site.title}</span></a>
<#-- The home page has a larger one of its own. -->
<#if section != "home">
<form class="site-search" role="search" action="${root}search/index.html" method="get">
<label class="hidden" for="site-q">搜索案例和做法</label>
<input id="site-q" type="search" name="q" placeholder="垃圾分类、五长制、jifenzhi…" autocomplete="off">
<button type="submit">搜索</button>
</form>
</#if>
</div>
<nav class="site-nav" aria-label="全站">
<ul>
<#list sections as item>
<li><a href="${root}${item[1]}"<#if item[0] == section> aria-current="page"</#if>>${item[2]}</a></li>
</#list>
</ul>
</nav>
</header>
</@fixed>
<main id="main" tabindex="-1">
<#nested>
</main>
<@fixed by="footer ${root}">
<footer class="site-footer">
<p><#if site.organisation?has_content>${site.organisation}<#else>${site.title}</#if></p>
<#if site.footer?has_content>
<p>${site.footer}</p>
</#if>
<p>成效系原文自述，未经核实；引用请以来源为准。<a href="${root}data/index.html">开放数据</a> · <a href="${root}audit/index.html">待核清单</a></p>
</footer>
<script src="${root}assets/page.js" defer></script>
</@fixed>
<#list scripts as script>
<script src="${root}${script}" defer></script>
</#list>
</body>
</html>
</#macro>

<#-- A case in a list. -->
<#macro caseCard card level=3 note="">
<article class="card">
<h${level?c} lang="${card.lang}"><a href="${root}${card.href}">${card.title}</a></h${level?c}>
<#if card.lead?has_content>
<p class="lead" lang="${card.lang}">${card.lead}</p>
</#if>
<p class="meta"><#if card.date?has_content><time datetime="${card.date}">${card.date}</time></#if><#if card.place?has_content><span class="place">${card.place}</span></#if><#if card.source?has_content><span>${card.source}</span></#if></p>
<#if card.practices?has_content>
<ul class="tags" aria-label="做法">
<#list card.practices as practice>
<li><a href="${root}${practice.href}">${practice.name}</a></li>
</#list>
</ul>
</#if>
<#if note?has_content>
<p class="note">${note}</p>
</#if>
</article>
</#macro>

<#macro caseList cases level=3 columns=1 notes=[]>
<div class="cards<#if columns == 2> two</#if>">
<#list cases as card>
<@caseCard card=card level=level note=(notes[card?index])!""/>
</#list>
</div>
</#macro>

<#-- A practice in a list. -->
<#macro practiceCard card level=3 note="">
<article class="card practice-card">
<h${level?c}><a href="${root}${card.href}">${card.name}</a></h${level?c}>
<p class="meta"><span>${card.kind}</span><span>${card.cases?c} 个案例</span><#if card.candidate><span class="badge">待定</span></#if></p>
<#if card.components?has_content>
<p class="components"><#list card.components as component><#if component?index < 6>${component}<#sep><#if component?index < 5>、</#if></#sep></#if></#list><#if card.components?size gt 6>等</#if></p>
</#if>
<#if note?has_content>
<p class="note">${note}</p>
</#if>
</article>
</#macro>

<#macro practiceGrid cards level=3>
<div class="grid">
<#list cards as card>
<@practiceCard card=card level=level/>
</#list>
</div>
</#macro>

<#-- Names with numbers. -->
<#macro counts items>
<ul class="counts">
<#list items as item>
<li><a href="${root}${item.href}">${item.name}</a> <span class="number">${item.count?c}</span></li>
</#list>
</ul>
</#macro>

<#macro pager of>
<#if of.pageCount gt 1>
<nav class="pager" aria-label="翻页">
<#if of.previous?has_content><a rel="prev" href="${root}${of.previous}">上一页</a></#if>
<#list of.pages as page>
<#if !page.href?has_content><span class="gap">${page.name}</span><#elseif page.name == of.page?c><a href="${root}${page.href}" aria-current="page">${page.name}</a><#else><a href="${root}${page.href}">${page.name}</a></#if>
</#list>
<#if of.next?has_content><a rel="next" href="${root}${of.next}">下一页</a></#if>
</nav>
</#if>
</#macro>

<#-- A trail of links that ends with where the reader is. -->
<#macro trail links here>
<nav class="trail" aria-label="所在位置">
<ol>
<#list links as link>
<li><a href="${root}${link.href}">${link.name}</a></li>
</#list>
<li aria-current="page">${here}</li>
</ol>
</nav>
</#macro>

<#-- A sentence of an article; it leads to where it stands, or is itself what other pages lead to. -->
<#macro quote of lang way=root>
<blockquote class="quote" lang="${lang}"<#if of.id?has_content> id="${of.id}"</#if>>
<p>${of.before}<mark>${of.marked}</mark>${of.after}<#if of.href?has_content> <a class="where" lang="zh-Hans" href="${way}${of.href}">看原文<span class="hidden">“${of.marked}”</span></a></#if></p>
</blockquote>
</#macro>

<#macro figure of way=root>
<#if of.href?has_content><a href="${way}${of.href}">${of.text}</a><#else>${of.text}</#if>
</#macro>

<#macro pageSuffix of><#if of.page gt 1>（第 ${of.page?c} 页）</#if></#macro>
