<#ftl output_format="HTML">
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName><#if site.title?length gt 16>${site.title[0..<16]}<#else>${site.title}</#if></ShortName>
<Description>${site.title} ${site.subtitle}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" method="get" template="${site.baseUrl}search/index.html?q={searchTerms}"/>
</OpenSearchDescription>
