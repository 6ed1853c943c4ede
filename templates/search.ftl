<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="搜索" section="search"><h1>搜索</h1></@lib.page>
