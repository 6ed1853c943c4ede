<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="${view.name}的案例${suffix}" section="years">
<header class="page-head">
<@lib.trail links=[{"name": "年份", "href": "years/index.html"}] here=view.name/>
<h1>${view.name}<@lib.pageSuffix of=view.pager/></h1>
<p class="summary">${view.total?c} 个案例<#if view.earlier.href?has_content> · <a href="${root}${view.earlier.href}">${view.earlier.name}</a></#if><#if view.later.href?has_content> · <a href="${root}${view.later.href}">${view.later.name}</a></#if></p>
</header>
<@lib.caseList cases=view.cases level=2/>
<@lib.pager of=view.pager/>
</@lib.page>
