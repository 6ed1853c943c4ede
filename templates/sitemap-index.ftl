<#ftl output_format="HTML">
<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<#list view.addresses as address>
<sitemap><loc>${site.baseUrl}${address}</loc></sitemap>
</#list>
</sitemapindex>
