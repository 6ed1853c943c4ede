<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="全部做法${suffix}" section="practices">
<header class="page-head">
<h1>全部做法<@lib.pageSuffix of=view.pager/></h1>
<p class="summary">共 ${view.pager.total?c} 项做法，按出现的案例数排列。</p>
</header>
<@lib.practiceGrid cards=view.practices level=2/>
<@lib.pager of=view.pager/>
</@lib.page>
