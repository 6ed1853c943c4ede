<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="没有这个页面">
<header class="page-head">
<h1>没有这个页面</h1>
<p class="summary">地址可能写错了，或者这篇文章已经撤下。可以<a href="${root}index.html">回首页</a>，也可以<a href="${root}search/index.html">搜索</a>。</p>
</header>
</@lib.page>
