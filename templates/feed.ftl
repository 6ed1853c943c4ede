<#ftl output_format="HTML">
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<title>${site.title}</title>
<#if site.subtitle?has_content>
<subtitle>${site.subtitle}</subtitle>
</#if>
<id>${site.baseUrl}</id>
<link rel="self" type="application/atom+xml" href="${site.baseUrl}feed.xml"/>
<link rel="alternate" type="text/html" href="${site.baseUrl}"/>
<updated>${view.updated}T00:00:00Z</updated>
<author><name><#if site.organisation?has_content>${site.organisation}<#else>${site.title}</#if></name></author>
<#list view.entries as entry>
<entry xml:lang="${entry.lang}">
<title>${entry.title}</title>
<id>${site.baseUrl}${entry.href}</id>
<link rel="alternate" type="text/html" href="${site.baseUrl}${entry.href}"/>
<updated>${entry.date}T00:00:00Z</updated>
<#if entry.source?has_content>
<source><title>${entry.source}</title></source>
</#if>
<#if entry.lead?has_content>
<summary>${entry.lead}</summary>
</#if>
</entry>
</#list>
</feed>
