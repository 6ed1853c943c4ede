<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="${view.heading}${suffix}" section="cases">
<header class="page-head">
<h1>${view.heading}<@lib.pageSuffix of=view.pager/></h1>
<p class="summary">共 ${view.pager.total?c} 个案例，按日期从新到旧排列。</p>
</header>
<@lib.caseList cases=view.cases level=2/>
<@lib.pager of=view.pager/>
</@lib.page>
