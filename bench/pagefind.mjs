// What the same searches cost a browser with Pagefind, for comparison. See README.md.
//   node bench/pagefind.mjs SITE [QUERY…]      SITE: a folder in which Pagefind has made pagefind/
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import zlib from "node:zlib";

const [site, ...asked] = process.argv.slice(2);
if (!site) {
  console.error("usage: node bench/pagefind.mjs SITE [QUERY…]");
  process.exit(2);
}
const queries = asked.length > 0 ? asked : ["五长制", "1+3+1", "治理", "党建引领基层治理", "環境整治", "wuzhangzhi", "五掌制", "垃圾没人管"];
const modules = fs.mkdtempSync(path.join(os.tmpdir(), "pagefind-")); // where a copy counts as a module
const folder = path.resolve(site, "pagefind");
const RESULTS = 10;
let loaded = [];

/** Its index is compressed as it is; the rest a server would compress. */
function weigh(name, bytes) {
  const size = /\.(pf_\w+|pagefind)$/.test(name) ? bytes.length : zlib.gzipSync(bytes, { level: 9 }).length;
  loaded.push(size);
}
globalThis.fetch = async (url) => {
  const name = String(url).replace(/^file:\/\//, "").replace(/[?#].*$/, "");
  const bytes = fs.readFileSync(decodeURIComponent(name));
  weigh(name, bytes);
  return new Response(bytes);
};

const kilobytes = (sizes) => (sizes.reduce((sum, size) => sum + size, 0) / 1024).toFixed(1);
let copies = 0;

/** A browser that has nothing yet. */
async function open() {
  const script = fs.readFileSync(path.join(folder, "pagefind.js"));
  weigh("pagefind.js", script);
  const copy = path.join(modules, copies++ + ".mjs");
  fs.writeFileSync(copy, script);
  const pagefind = await import(pathToFileURL(copy));
  await pagefind.options({ basePath: folder + "/", baseUrl: "/" });
  await pagefind.init();
  return pagefind;
}

async function cost(pagefind, query) {
  const started = performance.now();
  const { results } = await pagefind.search(query);
  await Promise.all(results.slice(0, RESULTS).map((result) => result.data()));
  const millis = performance.now() - started;
  const sizes = loaded.splice(0);
  return [query, results.length, sizes.length, kilobytes(sizes), millis.toFixed(0)];
}

console.log("| query | pages | requests | KB | ms in Node |");
console.log("| --- | ---: | ---: | ---: | ---: |");
for (const query of queries) {
  const pagefind = await open();
  const init = loaded.splice(0);
  if (query === queries[0]) console.log(`| (script, word breaker and page list) | | ${init.length} | ${kilobytes(init)} | |`);
  console.log("| " + (await cost(pagefind, query)).join(" | ") + " |");
  if (query === queries[0]) console.log("| " + (await cost(pagefind, "积分制")).join(" | ").replace("积分制", "积分制, after it") + " |");
}
fs.rmSync(modules, { recursive: true });
process.exit(0);
