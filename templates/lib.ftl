<#ftl output_format="HTML">
<#--
  What the pages share. A page is

      <#ftl output_format="HTML">
      <#import "lib.ftl" as lib>
      <@lib.page title="案例" section="cases">…</@lib.page>

  Every template sees three things:
    site  title, subtitle, organisation, footer, language, baseUrl (empty when unset), accent, accentDark
    root  the way from this page to the site's folder: "" on the home page, "../../" on a case
    view  what this page shows
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
<#if site.baseUrl?has_content && path?has_content>
<link rel="canonical" href="${site.baseUrl}${path}">
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
<header class="site-header">
<div class="bar">
<a class="brand" href="${root}index.html"><span class="seal" aria-hidden="true">鉴</span><span class="brand-name">${site.title}</span></a>
<form class="site-search" role="search" action="${root}search/index.html" method="get">
<label class="hidden" for="site-q">搜索案例和做法</label>
<input id="site-q" type="search" name="q" placeholder="垃圾分类、五长制、jifenzhi…" autocomplete="off">
<button type="submit">搜索</button>
</form>
</div>
<nav class="site-nav" aria-label="全站">
<ul>
<#list sections as item>
<li><a href="${root}${item[1]}"<#if item[0] == section> aria-current="page"</#if>>${item[2]}</a></li>
</#list>
</ul>
</nav>
</header>
<main id="main" tabindex="-1">
<#nested>
</main>
<footer class="site-footer">
<p><#if site.organisation?has_content>${site.organisation}<#else>${site.title}</#if></p>
<#if site.footer?has_content>
<p>${site.footer}</p>
</#if>
<p>成效系原文自述，未经核实；引用请以来源为准。<a href="${root}data/index.html">开放数据</a> · <a href="${root}audit/index.html">待核清单</a></p>
</footer>
<script src="${root}assets/page.js" defer></script>
<#list scripts as script>
<script src="${root}${script}" defer></script>
</#list>
</body>
</html>
</#macro>
