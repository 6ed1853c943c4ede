<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="待核清单">
<header class="page-head">
<h1>待核清单</h1>
<p class="summary">程序读完 ${view.cases?c} 个案例后，请整理者看一看的地方。</p>
</header>
<#if view.sections?has_content>
<ul class="counts">
<#list view.sections as section>
<li><a href="#${section.id}">${section.title}</a> <span class="number">${section.total?c}</span></li>
</#list>
</ul>
<#list view.sections as section>
<section aria-labelledby="${section.id}">
<h2 id="${section.id}">${section.title}<span class="number">${section.total?c}</span></h2>
<p class="note">${section.advice}</p>
<table>
<thead><tr><th scope="col">案例</th><th scope="col">情况</th></tr></thead>
<tbody>
<#list section.rows as row>
<tr><td lang="${row.lang}"><a href="${root}${row.href}">${row.title}</a></td><td>${row.note}</td></tr>
</#list>
</tbody>
</table>
<#if section.total gt section.rows?size>
<p class="note">此处列出前 ${section.rows?size?c} 条，其余见 <a href="${root}data/index.html">开放数据</a>。</p>
</#if>
</section>
</#list>
<#else>
<p class="empty">没有需要核对的地方。</p>
</#if>
</@lib.page>
