<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="${view.name}${suffix}" section="themes">
<header class="page-head">
<@lib.trail links=[{"name": "主题", "href": "themes/index.html"}] here=view.name/>
<h1>${view.name}<@lib.pageSuffix of=view.pager/></h1>
<p class="summary">${view.total?c} 个案例</p>
</header>
<#if view.practices?has_content>
<section aria-labelledby="practices">
<h2 id="practices">常见做法</h2>
<@lib.practiceGrid cards=view.practices/>
</section>
</#if>
<#if view.places?has_content>
<section aria-labelledby="where">
<h2 id="where">哪里在做</h2>
<@lib.counts items=view.places/>
</section>
</#if>
<section aria-labelledby="cases">
<h2 id="cases">案例</h2>
<@lib.caseList cases=view.cases/>
<@lib.pager of=view.pager/>
</section>
</@lib.page>
