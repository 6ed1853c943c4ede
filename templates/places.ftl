<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#macro branchLink branch><a href="${root}${branch.href}">${branch.name}</a> <span class="number">${branch.count?c}</span></#macro>
<@lib.page title="地区" section="places">
<header class="page-head">
<h1>地区</h1>
<p class="summary">共 ${view.total?c} 个有案例的行政单位。乡镇和村在各县的页面里。</p>
</header>
<#if view.branches?has_content>
<div class="tree">
<#list view.branches as province>
<section>
<h2><@branchLink branch=province/></h2>
<#list province.branches as city>
<div class="branch">
<h3><@branchLink branch=city/></h3>
<#if city.branches?has_content>
<ul class="counts">
<#list city.branches as county>
<li><@branchLink branch=county/></li>
</#list>
</ul>
</#if>
</div>
</#list>
</section>
</#list>
</div>
<#else>
<p class="empty">还没有认出地点的案例。</p>
</#if>
</@lib.page>
