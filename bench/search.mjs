// What searching a built site costs a browser that has nothing yet: requests and bytes after gzip.
//   node bench/search.mjs SITE/output [QUERY…]      each query in a browser of its own, and 积分制 after it
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import zlib from "node:zlib";

const [site, ...asked] = process.argv.slice(2);
if (!site) {
  console.error("usage: node bench/search.mjs SITE/output [QUERY…]");
  process.exit(2);
}
const queries = asked.length > 0 ? asked
  : ["五长制", "1+3+1", "治理", "党建引领基层治理", "“党建引领基层治理”", "環境整治", "wuzhangzhi", "五掌制", "垃圾没人管"];
const PRACTICES = 4, CASES = 10;
const read = (name) => fs.readFileSync(path.join(site, name));
const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;

/** The reader of the site with an empty cache, and what it loads. */
function open() {
  const context = vm.createContext({});
  vm.runInContext(read("assets/search.js").toString(), context);
  const loaded = [];
  const Cunjian = vm.runInContext("Cunjian", context);
  const index = new Cunjian.SearchIndex(async (name) => {
    const script = read("search-index/" + name + ".js");
    loaded.push(gzip(script));
    vm.runInContext(script.toString(), context);
  });
  return { index, loaded };
}

const kilobytes = (sizes) => (sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1);

/** As the page does it: the first hits with their summaries, the texts of those that no quote explains, and what is read until all are counted. */
async function cost({ index, loaded }, query) {
  const started = performance.now();
  let listed, texts, millis;
  const show = async (result) => {
    const hits = [...result.practices.slice(0, PRACTICES), ...result.cases.slice(0, CASES)];
    const shown = await Promise.all(hits.map(async (hit) => ({ hit, summary: await index.summary(hit, result.plans) })));
    millis = performance.now() - started;
    listed = loaded.splice(0);
    for (const { hit, summary } of shown) await index.snippet(result, hit, summary);
    texts = loaded.splice(0);
    return true;
  };
  const result = await index.search(query, { top: CASES, early: show });
  if (!listed) await show(result);
  const counted = loaded.splice(0);
  return [query, result.practiceTotal, (result.unread > 0 ? "≤ " : "") + result.caseTotal, listed.length, kilobytes(listed), texts.length,
    kilobytes(texts), counted.length, kilobytes(counted), millis.toFixed(0)];
}

const assets = ["assets/page.js", "assets/search.js", "assets/search-page.js", "search-index/root.js"];
console.log("| query | practices | cases | requests for ten | KB | texts for snippets | KB | requests until counted | KB | ms in Node |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
console.log("| (scripts and root) | | | " + assets.length + " | " + kilobytes(assets.map((name) => gzip(read(name)))) + " | | | | | |");
for (const query of queries) {
  const browser = open();
  await browser.index.root();
  browser.loaded.splice(0);
  console.log("| " + (await cost(browser, query)).join(" | ") + " |");
  if (query === queries[0]) console.log("| " + (await cost(browser, "积分制")).join(" | ").replace("积分制", "积分制, after it") + " |");
}
