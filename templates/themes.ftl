<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="主题" section="themes">
<header class="page-head">
<h1>主题</h1>
<p class="summary">按治理领域看案例和做法。一个案例可以属于几个主题。</p>
</header>
<#if view.items?has_content>
<ul class="tiles">
<#list view.items as theme>
<li><a href="${root}${theme.href}"><span class="tile-name">${theme.name}</span><span class="number">${theme.count?c} 个案例</span></a></li>
</#list>
</ul>
<#else>
<p class="empty">还没有归入主题的案例。</p>
</#if>
</@lib.page>
