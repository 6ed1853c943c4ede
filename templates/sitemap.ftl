<#ftl output_format="HTML">
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<#list view.addresses as address>
<url><loc>${site.baseUrl}${address}</loc></url>
</#list>
</urlset>
