<#ftl output_format="HTML">
<#import "lib.ftl" as lib>
<@lib.page title="开放数据" section="data">
<header class="page-head">
<h1>开放数据</h1>
<p class="summary">本站 ${view.cases?c} 个案例、${view.practices?c} 项做法的全部事实，可下载再用。</p>
</header>
<ul class="files">
<#list view.files as file>
<li><a href="${root}${file.href}" download>${file.name}</a><p>${file.explanation}</p></li>
</#list>
</ul>
<div class="prose">
<h2>怎么读</h2>
<p>JSONL 文件每行是一个 JSON 对象，UTF-8 编码。<code>start</code> 和 <code>end</code> 是该处文字在文章正文中的位置（UTF-16 单位，从 0 起，不含末位），据此可以回到说这句话的地方。</p>
<p>名称和组成部分一律写成简体，<code>surface</code> 照原文。<code>projected</code> 为真的数字是计划或预期，不是已经达到的；<code>hedge</code> 是“余、近、约”一类的字眼，<code>period</code> 是句中给出的时间，<code>from</code> 是与之相比的数字（由51.4岁下降至42.1岁）。</p>
<p><code>themeEvidence</code> 是各主题的依据：文中的句子和其中说到该主题的词（<code>cue</code>）。<code>duplicateOf</code> 表示这一篇是另一篇的转载或节选，计数时只算那一篇。</p>
<h2>怎么用</h2>
<p>成效系原文自述，未经核实。引用具体案例时请注明原文来源；标为“摘录”的文章只含事实和短引文。</p>
</div>
</@lib.page>
