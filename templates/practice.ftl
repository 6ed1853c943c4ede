<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<#assign suffix><@lib.pageSuffix of=view.pager/></#assign>
<@lib.page title="${view.name}${suffix}" section="practices" description=(view.components?join("、"))>
<article class="practice" data-id="${view.id}">
<header class="page-head">
<p class="kicker">做法 · ${view.kind}<#if view.candidate> · <span class="badge">待定</span></#if></p>
<h1>${view.name}<@lib.pageSuffix of=view.pager/></h1>
<#if view.aliases?has_content>
<p class="meta">又写作：<#list view.aliases as alias>${alias}<#sep>、</#sep></#list></p>
</#if>
<#if view.themes?has_content>
<ul class="tags" aria-label="主题">
<#list view.themes as theme>
<li><a href="${root}${theme.href}">${theme.name}</a></li>
</#list>
</ul>
</#if>
</header>
<#if view.definitionHtml?has_content>
<div class="prose definition">
${view.definitionHtml?no_esc}
</div>
</#if>
<#if view.components?has_content>
<section aria-labelledby="parts">
<h2 id="parts">组成部分</h2>
<ol class="parts numbered">
<#list view.components as component>
<li>${component}</li>
</#list>
</ol>
<#if view.shortfall?has_content>
<p class="shortfall">${view.shortfall}</p>
</#if>
</section>
</#if>
<#if view.senses?has_content>
<section aria-labelledby="senses">
<h2 id="senses">同名不同义</h2>
<p class="note">各地用这个名称指的内容不一样，不要混用。</p>
<ol class="senses">
<#list view.senses as sense>
<li>
<p><#list sense.components as component>${component}<#sep>、</#sep></#list></p>
<p class="meta"><span>${sense.count?c} 个案例</span><#list sense.cases as case><a href="${root}${case.href}">${case.name}</a></#list></p>
</li>
</#list>
</ol>
</section>
</#if>
<#if view.places?has_content>
<section aria-labelledby="where">
<h2 id="where">哪里在用</h2>
<@lib.counts items=view.places/>
</section>
</#if>
<section aria-labelledby="evidence">
<h2 id="evidence">原文怎么说</h2>
<p class="summary">${view.total?c} 个案例提到这项做法。</p>
<#if view.pager.page == 1>
<#list view.evidence as item>
<div class="evidence">
<h3 lang="${item.lang}"><a href="${root}${item.href}">${item.title}</a></h3>
<p class="meta"><#if item.date?has_content><time datetime="${item.date}">${item.date}</time></#if><#if item.place?has_content><span>${item.place}</span></#if></p>
<#if item.components?has_content && item.components?join("/") != view.components?join("/")>
<p class="components">本例列出：<#list item.components as component>${component}<#sep>、</#sep></#list></p>
</#if>
<#list item.quotes as quote>
<@lib.quote of=quote lang=item.lang/>
</#list>
<#if item.figures?has_content>
<p class="tied">同句数字：<#list item.figures as figure><span<#if figure.projected> class="projected"</#if>><@lib.figure of=figure/><#if figure.projected>（预计）</#if></span><#sep> </#sep></#list></p>
</#if>
</div>
</#list>
<#else>
<#-- Later pages list the cases; what each of them says is on its own page. -->
<ul class="rows">
<#list view.evidence as item>
<li><a href="${root}${item.href}" lang="${item.lang}">${item.title}</a> <span class="note"><#if item.date?has_content><time datetime="${item.date}">${item.date}</time> </#if>${item.place}</span></li>
</#list>
</ul>
</#if>
<@lib.pager of=view.pager/>
</section>
<#if view.themeReasons?has_content>
<details class="note">
<summary>为什么归入这些主题</summary>
<ul>
<#list view.themeReasons as reason>
<li>${reason.theme}：<span lang="${reason.lang}">${reason.quote.before}<a href="${root}${reason.quote.href}">${reason.quote.marked}</a>${reason.quote.after}（${reason.title}）</span></li>
</#list>
</ul>
</details>
</#if>
<#if view.related?has_content>
<aside aria-labelledby="related">
<h2 id="related">相近的做法</h2>
<div class="grid">
<#list view.related as card>
<@lib.practiceCard card=card note=view.relatedWhy[card?index]/>
</#list>
</div>
</aside>
</#if>
</article>
</@lib.page>
