<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#-- Besides view there is content, the document as JBake read it; content.body is HTML that we rendered. -->
<@lib.page title=view.title section="cases" description=(view.practices?map(p -> p.name)?join("、"))>
<article class="case">
<header class="page-head">
<#list view.places as chain>
<nav class="trail" aria-label="地点">
<ol>
<#list chain as place>
<li><#if place.href?has_content><a href="${root}${place.href}">${place.name}</a><#else>${place.name}</#if></li>
</#list>
</ol>
</nav>
</#list>
<h1 lang="${view.lang}">${view.title}</h1>
<p class="meta"><#if view.date?has_content><time datetime="${view.date}">${view.dateText}</time></#if><#if view.source?has_content><span>来源：${view.source}</span></#if><#if view.byline?has_content><span lang="${view.lang}">${view.byline}</span></#if><span>${view.script}</span><#if view.sourceUrl?has_content><a href="${view.sourceUrl}" rel="noopener noreferrer">查看原文网页</a></#if></p>
<#if view.themes?has_content>
<ul class="tags" aria-label="主题">
<#list view.themes as theme>
<li><a href="${root}${theme.href}">${theme.name}</a></li>
</#list>
</ul>
<#if !view.excerpt>
<details class="note">
<summary>归入主题的依据</summary>
<ul lang="${view.lang}">
<#list view.themes as theme>
<#list theme.quotes as quote>
<li><span lang="zh-Hans">${theme.name}：</span>${quote.before}<a href="${quote.href}">${quote.marked}</a>${quote.after}</li>
</#list>
</#list>
</ul>
</details>
</#if>
</#if>
<nav class="jump" aria-label="本页内容">
<#if view.practices?has_content><a href="#practices">做法 ${view.practices?size?c}</a></#if>
<#if view.figures?has_content><a href="#figures">数字 ${view.figures?size?c}</a></#if>
<a href="#text">正文</a>
<#if view.prints?has_content><a href="#prints">其他来源 ${view.prints?size?c}</a></#if>
<a href="#cite">引用</a>
</nav>
</header>
<#if view.duplicateOf?has_content || view.flags?has_content>
<aside class="notice" aria-label="编者提示">
<#list view.duplicateOf as original>
<p>本文是<a href="${root}${original.href}">《${original.name}》</a>的转载或节选，做法和数字只按那一篇计一次。</p>
</#list>
<#list view.flags as flag>
<p>${flag}</p>
</#list>
</aside>
</#if>
<#macro casePractice practice>
<div class="case-practice">
<h3><a href="${root}${practice.href}">${practice.name}</a> <span class="kind">${practice.kind}</span><#if practice.candidate> <span class="badge">待定</span></#if></h3>
<#if practice.components?has_content>
<ul class="parts" aria-label="组成部分">
<#list practice.components as part>
<li><#if part.href?has_content><a href="${part.href}">${part.name}</a><#else>${part.name}</#if></li>
</#list>
</ul>
</#if>
<#if practice.shortfall?has_content>
<p class="shortfall">${practice.shortfall}</p>
</#if>
<#list practice.quotes as quote>
<@lib.quote of=quote lang=view.lang way=""/>
</#list>
<#if practice.more?has_content>
<p class="more">原文<#if practice.quotes?has_content>又见</#if><#list practice.more as href><a href="${href}">第 ${(href?counter + practice.quotes?size)?c} 处</a></#list></p>
</#if>
</div>
</#macro>
<#macro figureRows figures>
<table>
<thead><tr><th scope="col">数字</th><th scope="col">说的是什么</th><th scope="col">性质</th></tr></thead>
<tbody>
<#list figures as figure>
<tr<#if figure.projected> class="projected"</#if>><td class="number"><@lib.figure of=figure way=""/></td><td lang="${view.lang}"><#if figure.period?has_content><span class="note">${figure.period}</span> </#if>${figure.subject}<#if figure.from?has_content> <span class="note">原为 ${figure.from}</span></#if></td><td><#if figure.projected>预计<#else>自述成效</#if></td></tr>
</#list>
</tbody>
</table>
</#macro>
<#if view.practices?has_content || view.figures?has_content>
<div class="understood">
<#if view.practices?has_content>
<#-- An excerpt's quotes are what other pages lead to: they stay open. -->
<#assign open = (view.excerpt || view.practices?size lte 8)?then(view.practices?size, 8)>
<section aria-labelledby="practices">
<h2 id="practices">做法<span class="number">${view.practices?size?c}</span></h2>
<#list view.practices[0..<open] as practice>
<@casePractice practice=practice/>
</#list>
<#if view.practices?size gt open>
<details>
<summary>其余 ${(view.practices?size - open)?c} 项做法</summary>
<#list view.practices[open..] as practice>
<@casePractice practice=practice/>
</#list>
</details>
</#if>
</section>
</#if>
<#if view.figures?has_content>
<section aria-labelledby="figures">
<h2 id="figures">数字<span class="number">${view.figures?size?c}</span></h2>
<p class="note">数字由原文自述，未经核实；“预计”是计划或预期，不是已经达到的。</p>
<#if view.figures?size gt 8>
<@figureRows figures=view.figures[0..<6]/>
<details>
<summary>其余 ${(view.figures?size - 6)?c} 个数字</summary>
<@figureRows figures=view.figures[6..]/>
</details>
<#else>
<@figureRows figures=view.figures/>
</#if>
</section>
</#if>
</div>
</#if>
<section class="text" aria-labelledby="text">
<h2 id="text">正文</h2>
<#if view.excerpt>
<p class="notice">本文只收录事实和短引文，全文请看<#if view.sourceUrl?has_content><a href="${view.sourceUrl}" rel="noopener noreferrer">原文网页</a><#else>来源</#if>。</p>
<#else>
<div class="prose" lang="${view.lang}">
${content.body?no_esc}
</div>
</#if>
</section>
<section class="cite" aria-labelledby="cite">
<h2 id="cite">引用本文</h2>
<p id="citation" lang="${view.lang}">${view.citation}</p>
<p class="actions"><button type="button" class="quiet" data-copy="citation" hidden>复制引用</button> <button type="button" class="quiet" data-print hidden>打印</button></p>
<#if view.prints?has_content>
<h2 id="prints">其他来源<span class="number">${view.prints?size?c}</span></h2>
<p class="note">同一篇文章的转载或节选，全站只按一篇计。</p>
<ul>
<#list view.prints as print>
<li><a href="${root}${print.href}" lang="${print.lang}">${print.title}</a> <span class="meta"><#if print.source?has_content><span>${print.source}</span></#if><#if print.date?has_content><time datetime="${print.date}">${print.date}</time></#if><#if print.sourceUrl?has_content><a href="${print.sourceUrl}" rel="noopener noreferrer">原文网页</a></#if></span></li>
</#list>
</ul>
</#if>
</section>
</article>
<#if view.related?has_content>
<aside class="related" aria-labelledby="related">
<h2 id="related">相关案例</h2>
<@lib.caseList cases=view.related columns=2 notes=view.relatedWhy/>
</aside>
</#if>
</@lib.page>
