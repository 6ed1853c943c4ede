<#ftl output_format="HTML">
User-agent: *
Disallow:
<#if site.baseUrl?has_content>
Sitemap: ${site.baseUrl}sitemap.xml
</#if>
