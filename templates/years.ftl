<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="年份" section="years">
<header class="page-head">
<h1>年份</h1>
<p class="summary">按文章发布的年份。</p>
</header>
<#if view.years?has_content>
<ol class="bars">
<#list view.years as year>
<li><a href="${root}${year.href}">${year.name}</a><span class="bar-line"><span class="bar-fill" style="inline-size: ${year.percent?c}%"></span></span><span class="number">${year.count?c}</span></li>
</#list>
</ol>
<#else>
<p class="empty">还没有案例。</p>
</#if>
</@lib.page>
