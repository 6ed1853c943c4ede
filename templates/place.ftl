<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="${view.above?map(p -> p.name)?join('')}${view.name}${suffix}" section="places">
<header class="page-head">
<@lib.trail links=[{"name": "地区", "href": "places/index.html"}] + view.above here=view.name/>
<h1>${view.name}<@lib.pageSuffix of=view.pager/></h1>
<p class="summary">${view.total?c} 个案例</p>
</header>
<#if view.children?has_content>
<section aria-labelledby="below">
<h2 id="below">下辖地区</h2>
<@lib.counts items=view.children/>
</section>
</#if>
<#if view.practices?has_content>
<section aria-labelledby="practices">
<h2 id="practices">这里的做法</h2>
<@lib.counts items=view.practices/>
</section>
</#if>
<section aria-labelledby="cases">
<h2 id="cases">案例</h2>
<@lib.caseList cases=view.cases/>
<@lib.pager of=view.pager/>
</section>
</@lib.page>
