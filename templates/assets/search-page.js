// @ts-check
/*
 * The search page: address and box in, results out. Ranking, snippets and counts come from search.js; this file only shows
 * them, and shows text as text. The address holds the whole state, so that Back works and a link can be sent.
 */
"use strict";

(function () {
  const Cunjian = /** @type {any} */ (globalThis).Cunjian;
  const KINDS = ["place", "practice", "theme", "year", "source", "script"];
  /** @type {Object<string, string>} */
  const KIND_NAMES = { place: "地区", practice: "做法", theme: "主题", year: "年份", source: "来源", script: "字体" };
  /** @type {Object<string, string>} */
  const SCRIPT_NAMES = { hans: "简体", hant: "繁体", mixed: "简繁混用" };
  /** @type {Object<string, string>} */
  const REASONS = {
    name: "名称“{0}”", title: "标题", alias: "又名“{0}”", component: "组成“{0}”", practice: "做法“{0}”", place: "地点“{0}”",
    partial: "部分相符", pinyin: "{0} → {1}（拼音）", sound: "{0} → {1}（音近）",
    shape: "{0} → {1}（字形相近）", synonym: "{0} → {1}（近义）",
  };
  /** @type {Object<string, string>} */
  const READINGS = { pinyin: "拼音", sound: "音近", shape: "字形相近", synonym: "近义" };
  const PRACTICES_FIRST = 4;
  const CASES_FIRST = 10;
  /** @type {Object<string, string>} orders of the cases; any other is by relevance */
  const SORTS = { new: "日期从新到旧", old: "日期从旧到新" };
  const MOST_VALUES = 40;
  /** Long enough to type the next letter, too short to notice. */
  const TYPING_MILLIS = 130;
  const LONGEST_FRAME = 100, LONGEST_BLANK = 100, LATEST_ADDRESS = 300;
  const RECENT = "cunjian.recent";
  const MOST_RECENT = 8;
  const MOST_SENSES = 4;
  /** Names of a case's practices, and reasons of one kind, that a result shows. */
  const MOST_PRACTICES = 2, MOST_ALIASES = 3, MOST_REASONS = 2;

  const $ = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const box = /** @type {HTMLInputElement} */ ($("q"));
  const area = $("search"), status = $("search-status"), chips = $("search-filters"), facets = $("search-facets");
  const list = $("results"), browse = $("search-browse");
  /** Not there in a template made before results could be sorted. */
  const order = /** @type {HTMLElement|null} */ ($("search-order")), sorting = /** @type {HTMLSelectElement|null} */ ($("search-sort"));
  const root = area.getAttribute("data-root") || "";
  const index = new Cunjian.SearchIndex(inject);

  /** @type {Object<string, string[]>} */
  let filters = {};
  let sort = "";
  let shown = { practices: PRACTICES_FIRST, cases: CASES_FIRST };
  let turn = 0;
  let isComposing = false;
  /** @type {IntersectionObserver|null} tells which results came in sight */
  let sight = null;
  let timer = 0;
  /** @type {(() => void)|null} the address that waits for results */
  let unwritten = null;
  /** @typedef {{result: any, sections: {practices?: HTMLElement, cases?: HTMLElement}, items: any[], snippets: Promise<boolean>,
   *   told: (whole: any) => void}} First
   * @type {First|null} hits of this turn that are shown before all are counted */
  let first = null;

  /** Runs a file of the index as a script: the one way that works from a folder too. @param {string} name @returns {Promise<void>} */
  function inject(name) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + "search-index/" + name + ".js";
      script.onload = () => { script.remove(); done(); };
      script.onerror = () => { script.remove(); failed(new Error(name)); };
      document.head.appendChild(script);
    });
  }

  // ---- elements ----

  /** @param {string} tag @param {Object<string, string>} [attributes] @param {...(Node|string)} children */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name]);
    element.append(...children);
    return element;
  }

  /** Text with its marks. @param {{text: string, marks: number[][]}} snippet */
  function marked(snippet) {
    const pieces = document.createDocumentFragment();
    let at = 0;
    for (const [from, to] of snippet.marks) {
      pieces.append(snippet.text.slice(at, from), make("mark", {}, snippet.text.slice(from, to)));
      at = to;
    }
    pieces.append(snippet.text.slice(at));
    return pieces;
  }

  /** @param {{code: string, args: string[]}} reason */
  function sentence(reason) {
    return (REASONS[reason.code] || reason.code).replace(/\{(\d)\}/g, (_, n) => reason.args[Number(n)] || "");
  }

  // ---- recent searches: in this browser only ----

  /** @returns {string[]} newest first; none where the browser keeps nothing */
  function recentQueries() {
    try {
      const kept = JSON.parse(localStorage.getItem(RECENT) || "[]");
      return Array.isArray(kept) ? kept.filter((q) => typeof q === "string").slice(0, MOST_RECENT) : [];
    } catch (e) {
      return [];
    }
  }

  /** @param {string[]} queries */
  function keepQueries(queries) {
    try {
      if (queries.length > 0) localStorage.setItem(RECENT, JSON.stringify(queries));
      else localStorage.removeItem(RECENT);
    } catch (e) {
      // a browser that keeps nothing searches all the same
    }
  }

  /** What was asked on purpose: sent off, or followed to a result; not each letter on the way. */
  function remember() {
    const query = box.value.trim().slice(0, 60);
    if (query !== "") keepQueries([query, ...recentQueries().filter((q) => q !== query)].slice(0, MOST_RECENT));
  }

  /** @param {string} query */
  function linkTo(query) {
    const link = make("a", { href: "?q=" + encodeURIComponent(query) }, query);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      ask(query);
    });
    return link;
  }

  /** @param {string} query */
  function ask(query) {
    box.value = query;
    writeAddress(true);
    run();
  }

  function showRecent() {
    const queries = recentQueries();
    const before = $("search-recent");
    if (before) before.remove();
    if (queries.length === 0) return;
    const erase = make("button", { type: "button", class: "quiet" }, "清除");
    erase.addEventListener("click", () => {
      keepQueries([]);
      showRecent();
      box.focus();
    });
    browse.prepend(make("section", { id: "search-recent" },
      make("h2", {}, "最近搜索 ", erase),
      make("ul", { class: "tags" }, ...queries.map((query) => make("li", {}, linkTo(query)))),
      make("p", { class: "note" }, "只记在这个浏览器里。")));
  }

  // ---- address ----

  function readAddress() {
    const asked = new URLSearchParams(location.search);
    box.value = asked.get("q") || "";
    filters = {};
    for (const kind of KINDS) {
      const values = asked.getAll(kind).filter((v) => v !== "");
      if (values.length > 0) filters[kind] = values;
    }
    const by = asked.get("sort") || "";
    sort = Object.keys(SORTS).includes(by) ? by : "";
    if (sorting) sorting.value = sort;
    for (const other of document.querySelectorAll(".site-search input[name=q]"))
      /** @type {HTMLInputElement} */ (other).value = box.value;
  }

  /** Says in the address what is asked for, once there are results: a browser takes as long for it as for their first file. What is asked for
   * next, and a search that takes long, do not wait. @param {boolean} isStep whether Back should come back to what was before */
  function writeAddress(isStep) {
    settleAddress();
    const asked = new URLSearchParams();
    if (box.value.trim() !== "") asked.set("q", box.value);
    for (const kind of KINDS) for (const value of filters[kind] || []) asked.append(kind, value);
    if (sort !== "") asked.set("sort", sort);
    const query = asked.toString();
    const address = location.pathname + (query ? "?" + query : "");
    if (location.search === (query ? "?" + query : "")) return;
    unwritten = () => {
      try {
        if (isStep) history.pushState(null, "", address);
        else history.replaceState(null, "", address);
      } catch (e) {
        // some browsers keep the address of a file as it is; the page works all the same
      }
    };
    setTimeout(settleAddress, LATEST_ADDRESS);
  }

  /** Writes the address now, where that waits. */
  function settleAddress() {
    const write = unwritten;
    unwritten = null;
    if (write) write();
  }

  // ---- search ----

  async function run() {
    const mine = ++turn;
    const isCurrent = () => mine === turn;
    const query = box.value;
    if (query.trim() === "") {
      settleAddress();
      return showNothing();
    }
    list.dataset.state = "busy";
    list.dataset.stale = ""; // until there is something of this query
    setTimeout(() => { if (isCurrent()) area.hidden = false; }, LONGEST_BLANK); // sooner with what is found: the page below moves once
    first = null;
    try {
      const result = await index.search(query, {
        top: Math.max(shown.practices, shown.cases), filters, sort, early: (/** @type {any} */ some) => showFirst(some, isCurrent),
      });
      if (!isCurrent()) return;
      if (first && isOf(first.result, result)) return await showCounts(result, first, isCurrent);
      first = null;
      await showResult(result, isCurrent);
    } catch (e) {
      if (!isCurrent()) return;
      if (first) showLost(first, e);
      else showError(e);
    } finally {
      if (isCurrent()) settleAddress();
    }
  }

  /** The first hits, before it is known how many there are. @param {any} result @param {() => boolean} isCurrent
   * @returns {Promise<boolean>} whether the rest is wanted, once these are painted */
  async function showFirst(result, isCurrent) {
    if (!isCurrent()) return false;
    if (shown.practices > PRACTICES_FIRST || shown.cases > CASES_FIRST) return true;
    const { sections, items } = await showHits(result, isCurrent);
    if (!isCurrent()) return false;
    status.textContent = sentences(result).join("") + "最相关的先列在这里，一共有多少还在数。";
    const snippets = showSnippets(result, items, isCurrent);
    /** @type {Promise<any>} */
    const whole = new Promise((told) => { first = { result, sections, items, snippets, told }; });
    showFacets(whole, result.cases.length, isCurrent);
    await painted();
    if (isCurrent()) settleAddress();
    return isCurrent();
  }

  /** Until the browser has shown what was changed; a page behind another one is not shown. @returns {Promise<void>} */
  function painted() {
    return new Promise((done) => {
      requestAnimationFrame(() => setTimeout(done));
      setTimeout(done, LONGEST_FRAME);
    });
  }

  /** Whether what is shown are the first hits of a whole result. @param {any} some @param {any} result */
  function isOf(some, result) {
    const documents = (/** @type {any[]} */ hits) => hits.map((hit) => hit.document).join();
    return documents(some.practices) === documents(result.practices.slice(0, PRACTICES_FIRST))
      && documents(some.cases) === documents(result.cases.slice(0, CASES_FIRST));
  }

  /** Of hits that are shown already, how many more there are: nothing that somebody may be reading moves.
   * @param {any} result @param {First} first @param {() => boolean} isCurrent */
  async function showCounts(result, first, isCurrent) {
    countAll(first.sections, result);
    showHead(result, isCurrent);
    first.told(result);
    await showRest(result, isCurrent, first.snippets);
  }

  /** @param {First} first @param {any} error */
  function showLost(first, error) {
    list.dataset.state = "error";
    facets.replaceChildren();
    status.replaceChildren(...sentences(first.result), make("span", { class: "error" }, "下面只是最相关的几个：" + explained(error)), retry());
  }

  function showNothing() {
    status.textContent = "";
    chips.replaceChildren();
    facets.replaceChildren();
    showFresh();
    list.dataset.state = "done";
    list.dataset.total = "0";
    browse.hidden = false;
    area.hidden = true;
    showRecent();
  }

  /** @param {any} error */
  function explained(error) {
    /** @type {Object<string, string>} */
    const causes = {
      missing: "检索文件没有加载成功（" + error.block + "）。请检查网络，或确认整个文件夹都已复制，再试一次。",
      format: "检索文件与页面的版本不一致（" + error.block + "）。请刷新页面；离线使用的，请重新复制整个文件夹。",
      damaged: "检索文件已损坏（" + error.block + "）。请刷新页面；离线使用的，请重新复制整个文件夹。",
    };
    return causes[error.kind] || "搜索出错：" + (error.message || error);
  }

  /** @param {any} error */
  function showError(error) {
    list.dataset.state = "error";
    showFresh();
    facets.replaceChildren();
    status.replaceChildren(make("span", { class: "error" }, explained(error)), retry());
    browse.hidden = false;
  }

  function retry() {
    const again = make("button", { type: "button", class: "quiet" }, "重试");
    again.addEventListener("click", () => run());
    return again;
  }

  /** @param {any} result @param {() => boolean} isCurrent */
  async function showResult(result, isCurrent) {
    const { items, lost } = await showHits(result, isCurrent, () => {
      showHead(result, isCurrent);
      painted().then(() => { if (isCurrent()) settleAddress(); });
    });
    if (!isCurrent()) return;
    if (items.length === 0) {
      showHead(result, isCurrent);
      if (order) order.hidden = true;
      showFresh(help(result));
    }
    await showRest(result, isCurrent, showSnippets(result, items, isCurrent), lost);
  }

  /** The hits of a result, instead of what was shown: practices together, then each case as soon as it and those before it have come.
   * @param {any} result @param {() => boolean} isCurrent @param {() => void} [begin] called once there is something to show
   * @returns {Promise<{items: any[], sections: {practices?: HTMLElement, cases?: HTMLElement}, lost: number}>} lost: how many could not be loaded */
  async function showHits(result, isCurrent, begin = () => {}) {
    const load = (/** @type {any[]} */ hits) => hits.map((hit) => item(result, hit));
    const practicesToCome = load(result.practices.slice(0, shown.practices)), casesToCome = load(result.cases.slice(0, shown.cases));
    for (const one of casesToCome) one.catch(() => {}); // told below
    /** @type {{practices?: HTMLElement, cases?: HTMLElement}} */
    const sections = {};
    /** @type {any[]} */
    const items = [];
    /** @type {any[]} */
    const errors = [];
    const place = (/** @type {HTMLElement} */ part) => {
      if (items.length > 0) return list.append(part);
      showFresh(part);
      browse.hidden = true;
      if (order) order.hidden = result.cases.length < 2;
      begin();
    };
    const practices = [];
    for (const one of await Promise.allSettled(practicesToCome)) {
      if (one.status === "fulfilled") practices.push(one.value);
      else errors.push(one.reason);
    }
    if (practices.length > 0 && isCurrent()) {
      sections.practices = section("做法", practices, result.isCounted ? result.practiceTotal : null,
        notes(whichSense(practices), isByDate(result) && result.practiceTotal > 1 ? "做法没有日期，仍按相关度排列。" : ""));
      place(sections.practices);
      items.push(...practices);
    }
    const undated = isByDate(result) ? index.undated(result) : 0;
    for (const one of casesToCome)
      try {
        const next = await one;
        if (!isCurrent()) break;
        if (sections.cases) /** @type {Element} */ (sections.cases.querySelector("ol")).append(next.element);
        else {
          sections.cases = section("案例", [next], result.isCounted ? result.caseTotal : null, undated > 0 ? notes("其中 " + undated + " 个没有日期，排在最后。") : "");
          place(sections.cases);
        }
        items.push(next);
      } catch (e) {
        errors.push(e);
      }
    if (errors.length > 0 && items.length === 0) throw errors[0];
    if (result.isCounted && isCurrent()) countAll(sections, result);
    return { items, sections, lost: errors.length };
  }

  /** Instead of what was found before. @param {...HTMLElement} parts */
  function showFresh(...parts) {
    list.replaceChildren(...parts);
    delete list.dataset.stale;
    area.hidden = false;
  }

  /** What stands above the hits. @param {any} result @param {() => boolean} isCurrent */
  function showHead(result, isCurrent) {
    const total = result.practiceTotal + result.caseTotal;
    list.dataset.total = String(total);
    browse.hidden = total > 0;
    showStatus(result, total);
    if (!first || facets.childElementCount === 0) showFacets(Promise.resolve(result), result.caseTotal, isCurrent);
  }

  /** All but the hits. @param {any} result @param {() => boolean} isCurrent @param {Promise<boolean>} snippets whether any failed
   * @param {number} [lost] */
  async function showRest(result, isCurrent, snippets, lost = 0) {
    if (lost > 0) status.append(make("span", { class: "error" }, "　有 " + lost + " 条没有加载成功。"), retry());
    if (result.caseTotal > 1 && result.order && !result.order.days) status.append(make("span", { class: "error" }, "　日期没有加载成功，案例暂按相关度排列。"), retry());
    await showChips(isCurrent);
    const hasFailed = await snippets;
    if (!isCurrent()) return;
    index.likelier(result).then((/** @type {any} */ meant) => { if (meant && isCurrent()) offer(meant); }, () => {});
    if (hasFailed) status.append(make("span", { class: "error" }, "　有些摘要没有加载成功。"));
    list.dataset.state = "done";
  }

  /** Whether the cases stand in another order than by relevance. @param {any} result */
  function isByDate(result) {
    return result.caseTotal > 1 && result.order !== null && result.order.days !== null;
  }

  /** @param {any} result @param {number} total */
  function showStatus(result, total) {
    const parts = sentences(result);
    parts.push(total === 0 ? "没有找到。" : "做法 " + result.practiceTotal + " 个，案例 " + result.caseTotal + " 个。");
    if (result.nearTotal > 0)
      parts.push(result.nearTotal < result.caseTotal ? "全部字词都有的案例只有 " + (result.caseTotal - result.nearTotal) + " 个，其余部分相符，排在后面。" : "没有案例包含全部字词，下面的案例部分相符。");
    if (result.unread > 0) parts.push("其中 " + result.unread + " 个字都有，是否连在一起要往下看时才核对。");
    if (isByDate(result)) parts.push("案例按" + SORTS[result.order.sort] + "排列。");
    status.textContent = parts.join("");
  }

  /** How a query was read. @param {any} result @returns {string[]} */
  function sentences(result) {
    const parts = [];
    const readAs = result.readAs;
    if (readAs && readAs.code === "synonym") parts.push("也按“" + readAs.names.join("”“") + "”查找（近义）。");
    else if (readAs && readAs.code === "pinyin") parts.push("按“" + readAs.names.join("”“") + "”查找（拼音）。");
    else if (readAs) parts.push("没有“" + readAs.typed + "”。您是不是要找“" + readAs.names.join("”“") + "”（" + READINGS[readAs.code] + "）？下面是它的结果。");
    if (result.plans.some((/** @type {any} */ plan) => plan.phrases.length > 0)) parts.push("引号里的字，一字不差才算。");
    if (result.isPartial) parts.push("没有内容包含全部字词，下面是部分相符的。");
    return parts;
  }

  /** Another name, beside what was found. @param {{code: string, names: string[]}} meant */
  function offer(meant) {
    status.append(make("span", { class: "offer" }, "您是不是要找 ", linkTo(meant.names[0]), "（" + READINGS[meant.code] + "）？"));
  }

  /** What is said above results, each by itself. @param {...(Node|string)} all empty ones are left out */
  function notes(...all) {
    const some = document.createDocumentFragment();
    for (const note of all) if (note !== "") some.append(typeof note === "string" ? make("p", { class: "note" }, note) : note);
    return some;
  }

  /** @param {string} title @param {any[]} items @param {number|null} total null while it is counted @param {Node|string} note */
  function section(title, items, total, note) {
    return make("section", {},
      make("h2", {}, title, " ", make("span", { class: "number" }, total === null ? "…" : String(total))),
      note,
      make("ol", {}, ...items.map((i) => i.element)));
  }

  /** Once all hits that are to be shown are. @param {{practices?: HTMLElement, cases?: HTMLElement}} sections @param {any} result */
  function countAll({ practices, cases }, result) {
    if (practices) count(practices, "practices", result.practiceTotal, Math.min(shown.practices, result.practices.length));
    if (cases) count(cases, "cases", result.caseTotal, Math.min(shown.cases, result.cases.length));
  }

  /** Says how many there are, and offers more than are shown. @param {HTMLElement} part @param {"practices"|"cases"} kind
   * @param {number} total @param {number} known */
  function count(part, kind, total, known) {
    /** @type {HTMLElement} */ (part.querySelector("h2 .number")).textContent = String(total);
    if (known >= total) return;
    const more = make("button", { type: "button", class: "quiet more" }, "再看 " + Math.min(10, total - known) + " 个");
    more.addEventListener("click", async () => {
      const next = list.querySelectorAll("[data-type=" + (kind === "cases" ? "case" : "practice") + "]").length;
      shown = { ...shown, [kind]: shown[kind] + 10 };
      await run();
      const added = list.querySelectorAll("[data-type=" + (kind === "cases" ? "case" : "practice") + "] a")[next];
      if (added instanceof HTMLElement) added.focus();
    });
    part.append(more);
  }

  /** Asks which is meant where practices of one name have different parts. @param {any[]} items practices, best first @returns {Node|string} */
  function whichSense(items) {
    const query = box.value.trim();
    /** @type {Map<string, any>} */
    const senses = new Map();
    for (const { summary } of items)
      if (summary.components && !senses.has(summary.components)
        && [summary.title, ...summary.aliases.split("、")].some((name) => index.isIn(query, name))) senses.set(summary.components, summary);
    if (senses.size < 2) return "";
    const links = [...senses.values()].slice(0, MOST_SENSES).map((summary) => make("li", {},
      make("a", { href: root + "practices/" + encodeURIComponent(summary.id) + "/index.html" }, summary.title), "：" + summary.components));
    return make("div", { class: "senses" }, make("p", {}, "“" + query.slice(0, 60) + "”在不同地方指的不一样，您要找哪一种？"), make("ul", {}, ...links));
  }

  /** A few of many names, first those that something was found by. @param {string} names an empty one stands for more @param {string[]} found
   * @param {number} most @param {string} what they are */
  function fewer(names, found, most, what) {
    const all = names.split("、");
    const few = new Set([...found, ...all]);
    return all.length <= most ? [...few].join("、") : [...few].slice(0, most).join("、") + " 等" + what;
  }

  /** "7" is 7 个案例, "80+" 80 多个案例. @param {string} count its first digits */
  function casesOf(count) {
    return count.replace("+", "") + (count.endsWith("+") ? " 多" : " ") + "个案例";
  }

  /** One result. Where no quote of its summary shows why it was found, its text is wanting, and the first quote stands for that.
   * @param {any} result @param {any} hit */
  async function item(result, hit) {
    const summary = await index.summary(hit, result.plans);
    const folder = hit.type === "case" ? "cases" : "practices";
    const link = make("a", { href: root + folder + "/" + encodeURIComponent(summary.id) + "/index.html" },
      marked(index.marksIn(result, summary.title)));
    /** @type {{code: string, args: string[]}[]} */
    const reasons = index.why(result, hit, summary);
    const found = (/** @type {string} */ code) => reasons.filter((reason) => reason.code === code).map((reason) => reason.args[0]);
    const meta = hit.type === "case"
      ? [summary.date, summary.place.split("/").filter(Boolean).join(" "), summary.source, fewer(summary.practices, found("practice"), MOST_PRACTICES, "做法")]
      : [casesOf(summary.cases), summary.components && "组成：" + summary.components,
        summary.aliases && "又名：" + fewer(summary.aliases, found("alias"), MOST_ALIASES, "名称")];
    const snippet = make("p", { class: "snippet" });
    if (summary.script === "hant") for (const part of [link, snippet]) part.setAttribute("lang", "zh-Hant");
    const why = reasons.filter((reason, i) => reasons.slice(0, i).filter((r) => r.code === reason.code).length < MOST_REASONS)
      .map(sentence).join("；");
    const element = make("li", { "data-type": hit.type, "data-id": summary.id },
      make("h3", {}, link),
      make("p", { class: "meta" }, ...meta.filter(Boolean).map((m) => make("span", {}, m))),
      snippet);
    if (why) element.append(make("p", { class: "why" }, "相符：" + why));
    const quote = index.quote(result, hit, summary);
    if (!quote) snippet.textContent = summary.quotes[0] || "…";
    else if (quote.text) snippet.append(marked(quote));
    else snippet.remove();
    return { element, snippet, hit, summary, isWanting: !quote };
  }

  /** A text is loaded for its snippet once the result is in sight.
   * @param {any} result @param {any[]} items @param {() => boolean} isCurrent @returns {Promise<boolean>} whether any failed */
  async function showSnippets(result, items, isCurrent) {
    if (sight) sight.disconnect();
    const load = async (/** @type {any} */ i) => {
      const snippet = await index.snippet(result, i.hit, i.summary);
      if (isCurrent() && snippet.text) i.snippet.replaceChildren(marked(snippet));
      if (!snippet.text) i.snippet.remove();
    };
    const first = await inSight(items.filter((i) => i.isWanting), (i) => { if (isCurrent()) load(i).catch(() => {}); });
    const done = await Promise.allSettled(first.map(load));
    return done.some((d) => d.status === "rejected");
  }

  /** Those of some results that are in sight; of the others each is told when it comes there.
   * @param {any[]} items @param {(item: any) => void} later @returns {Promise<any[]>} */
  function inSight(items, later) {
    if (items.length === 0 || !("IntersectionObserver" in window)) return Promise.resolve(items);
    return new Promise((found) => {
      let isFirst = true;
      sight = new IntersectionObserver((entries, observer) => {
        const seen = entries.filter((e) => e.isIntersecting).map((e) => e.target);
        for (const element of seen) observer.unobserve(element);
        const now = items.filter((i) => seen.includes(i.element));
        if (isFirst) found(now);
        else now.forEach(later);
        isFirst = false;
      });
      for (const i of items) sight.observe(i.element);
      setTimeout(() => found([]), 1000); // a page behind another one is told nothing
    });
  }

  /** @param {any} result */
  function help(result) {
    const advice = [];
    if (Object.keys(filters).length > 0) advice.push("去掉上面的筛选条件再看；");
    if (result.plans.some((/** @type {any} */ plan) => plan.phrases.length > 0)) advice.push("去掉引号，字不必连在一起也能找到；");
    advice.push("换个说法，或只留两三个字：“环境整治”比“环境整治怎么坚持下去”容易找到；",
      "不确定是哪个字，可以打拼音：wuzhangzhi、wzz；",
      "从下面的做法、主题、地区逐级浏览。");
    return make("div", { class: "search-help" },
      make("p", {}, "没有找到“", result.query.trim().slice(0, 60), "”。可以："),
      make("ul", {}, ...advice.map((a) => make("li", {}, a))));
  }

  // ---- narrowing ----

  /** @param {string} kind @param {string} value @param {boolean} isOn */
  function setFilter(kind, value, isOn) {
    const others = (filters[kind] || []).filter((v) => v !== value);
    const values = isOn ? (kind === "place" ? [value] : [...others, value]) : others;
    filters = { ...filters, [kind]: values };
    if (values.length === 0) delete filters[kind];
    shown = { practices: PRACTICES_FIRST, cases: CASES_FIRST };
    writeAddress(true);
    return run();
  }

  /** @param {string} kind @param {string} label */
  function labelled(kind, label) {
    return kind === "script" ? SCRIPT_NAMES[label] || label : label;
  }

  /** @param {() => boolean} isCurrent */
  async function showChips(isCurrent) {
    /** @type {HTMLElement[]} */
    const items = [];
    for (const kind of KINDS)
      for (const value of filters[kind] || []) {
        const label = labelled(kind, await index.labelOf(kind, value));
        const button = make("button", { type: "button", class: "quiet", "aria-label": "去掉" + KIND_NAMES[kind] + label },
          KIND_NAMES[kind] + "：" + label + " ✕");
        button.addEventListener("click", () => setFilter(kind, value, false));
        items.push(make("li", {}, button));
      }
    if (isCurrent()) chips.replaceChildren(...items);
  }

  /** A closed facet costs nothing: its counts are loaded when it is opened. @param {Promise<any>} whole once all hits are counted
   * @param {number} cases known to be found @param {() => boolean} isCurrent */
  function showFacets(whole, cases, isCurrent) {
    const before = new Map([...facets.querySelectorAll("details")].map((d) => [d.dataset.kind, d.open]));
    facets.replaceChildren();
    if (cases === 0) return;
    for (const kind of KINDS) {
      const values = make("ul", {});
      const details = /** @type {HTMLDetailsElement} */ (make("details", { "data-kind": kind },
        make("summary", {}, KIND_NAMES[kind]), values));
      details.open = before.get(kind) || (filters[kind] || []).length > 0;
      const fill = async () => {
        if (values.childElementCount > 0 || !isCurrent()) return;
        try {
          const counts = await facetCounts(await whole, kind);
          if (!isCurrent() || values.childElementCount > 0) return;
          values.replaceChildren(...counts.slice(0, MOST_VALUES).map((/** @type {any} */ c) => facetItem(kind, c)));
          if (counts.length === 0) details.hidden = true;
        } catch (e) {
          values.replaceChildren(make("li", { class: "error" }, "没有加载成功"));
        }
      };
      details.addEventListener("toggle", () => { if (details.open) fill(); });
      facets.append(details);
      if (details.open) fill();
    }
  }

  /** Places one level below the one chosen. @param {any} result @param {string} kind */
  async function facetCounts(result, kind) {
    if (kind !== "place") return index.facets(result, kind);
    const chosen = (filters.place || [])[0];
    if (!chosen) return index.facets(result, "place0");
    for (let level = 1; level <= 4; level++) {
      const below = (await index.facets(result, "place" + level)).filter((/** @type {any} */ v) => v.parent === chosen);
      if (below.length > 0) return below;
    }
    return [];
  }

  /** @param {string} kind @param {any} value */
  function facetItem(kind, value) {
    const check = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", name: kind, value: value.value }));
    check.checked = (filters[kind] || []).includes(value.value);
    check.addEventListener("change", async () => {
      await setFilter(kind, value.value, check.checked);
      const again = facets.querySelector("details[data-kind=" + kind + "] summary");
      if (again instanceof HTMLElement && document.activeElement === document.body) again.focus();
    });
    return make("li", {}, make("label", {}, check,
      make("span", { class: "name" }, labelled(kind, value.label)), make("span", { class: "number" }, String(value.count))));
  }

  // ---- typing, keys, Back ----

  function typed() {
    index.prepare().catch(() => {}); // is there when the words are; an error is told with the answer
    if (isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      shown = { practices: PRACTICES_FIRST, cases: CASES_FIRST };
      writeAddress(false);
      run();
    }, TYPING_MILLIS);
  }

  box.addEventListener("compositionstart", () => { isComposing = true; typed(); });
  box.addEventListener("compositionend", () => { isComposing = false; typed(); });
  box.addEventListener("input", typed);
  $("search-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (isComposing) return;
    clearTimeout(timer);
    writeAddress(true);
    run();
    remember();
  });
  if (sorting) sorting.addEventListener("change", () => {
    sort = sorting.value;
    shown = { practices: PRACTICES_FIRST, cases: CASES_FIRST };
    writeAddress(true);
    run();
  });
  list.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("h3 a, .senses a")) remember();
  });
  window.addEventListener("popstate", () => { unwritten = null; readAddress(); run(); });

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const isTyping = target.tagName === "INPUT" && /** @type {HTMLInputElement} */ (target).type !== "checkbox";
    if (event.key === "/" && !isTyping) {
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
    const links = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("h3 a")]);
    const at = links.indexOf(target);
    if (event.key === "Escape" && at >= 0) box.focus();
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || (at < 0 && target !== box)) return;
    const next = target === box ? (step > 0 ? links[0] : undefined) : at + step < 0 ? box : links[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  index.root().catch(() => {}); // while the reader types; an error is told with the first answer
  readAddress();
  if (box.value.trim() !== "") run();
  else {
    showRecent();
    if (matchMedia("(hover: hover)").matches) box.focus({ preventScroll: true });
  }
})();
