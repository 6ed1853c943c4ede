<#ftl output_format="HTML">
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName><#if site.title?length gt 16>${site.title[0..<16]}<#else>${site.title}</#if></ShortName>
<Description>${site.title}<#if site.subtitle?has_content> ${site.subtitle}</#if></Description>
<Language>zh-CN</Language>
<InputEncoding>UTF-8</InputEncoding>
<OutputEncoding>UTF-8</OutputEncoding>
<Image height="64" width="64" type="image/svg+xml">${site.baseUrl}assets/favicon.svg</Image>
<Url type="text/html" method="get" rel="results" template="${site.baseUrl}search/index.html?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${site.baseUrl}opensearch.xml"/>
</OpenSearchDescription>
