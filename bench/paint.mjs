// How long a browser takes from a query to painted results: each query in a page of its own that has only the index's root, and
// then all one after the other in one page, as somebody who searches does.
//   node bench/paint.mjs SITE/output [QUERIES]      over loopback, nothing cached, and from a folder; needs Chromium (CHROMIUM: its path)
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import vm from "node:vm";

const [site, count = "60"] = process.argv.slice(2);
if (!site) {
  console.error("usage: node bench/paint.mjs SITE/output [QUERIES]");
  process.exit(2);
}

/** Lines of summaries, spread over the index. */
function* summaries(kind) {
  const names = fs.readdirSync(path.join(site, "search-index/s")).filter((name) => name.startsWith(kind)).sort();
  for (let i = 0; i < names.length; i += Math.max(1, Math.floor(names.length / Number(count)))) {
    let text = "";
    vm.runInNewContext(fs.readFileSync(path.join(site, "search-index/s", names[i]), "utf8"), { Cunjian: { put: (...all) => { text = all[3]; } } });
    const line = text.split("\n").find(Boolean);
    if (line) yield line.split("\t");
  }
}

const fixed = ["五长制", "积分制", "1+3+1", "治理", "党建引领基层治理", "環境整治", "wuzhangzhi", "环境整治难保持", "网格", "饮水困难", "移风易俗", "乡村振兴"];
const names = [...summaries("p")].map((fields) => fields[1]);
const places = [...summaries("c")].map((fields) => fields[4].split("/").filter(Boolean).pop()).filter(Boolean);
const titles = [...summaries("c")].map((fields) => fields[1].replace(/^.*[:：]/, "").slice(0, 8));
const asked = [];
for (let i = 0; asked.length < Number(count); i++) {
  const next = i < fixed.length ? fixed[i] : [names, places, titles][i % 3][Math.floor(i / 3)];
  if (next) asked.push(next);
  if (i > 4 * Number(count)) break;
}

/** Runs in the page: asks a query, says when it was painted, and goes on here or in the next page. */
const probe = (report) => `
addEventListener("load", () => setTimeout(async () => {
  const queries = ${JSON.stringify(asked)}, area = document.getElementById("search"), results = document.getElementById("results"), box = document.getElementById("q");
  for (let n = Number(new URLSearchParams(location.search).get("n")); n < 2 * queries.length; n++) {
    results.replaceChildren();
    box.dispatchEvent(new Event("compositionstart")); // someone types
    await new Promise((done) => setTimeout(done, 300));
    box.value = queries[n % queries.length];
    box.dispatchEvent(new Event("compositionend"));
    const asked = performance.now();
    document.getElementById("search-form").requestSubmit();
    while (!area.querySelector("li[data-type]") && performance.now() - asked < 3000) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done)); // what stands there in a frame's callbacks is painted before the next task
    const millis = area.querySelector("li[data-type]") ? performance.now() - asked : -1;
    await new Promise((done) => Object.assign(new Image(), { onload: done, onerror: done, src: "${report}?" + n + "=" + millis }));
    if (n < queries.length) return void (location.href = location.pathname + "?n=" + (n + 1));
  }
}, 400));`;

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css" };
/** @type {Map<number, number>} */
let times = new Map();
let finished = () => {};
const server = http.createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/painted") {
    const [n, millis] = url.search.slice(1).split("=").map(Number);
    times.set(n, millis);
    response.statusCode = 204;
    response.end();
    if (n === 2 * asked.length - 1) finished();
    return;
  }
  try {
    let file = path.join(site, decodeURIComponent(url.pathname));
    if (fs.statSync(file).isDirectory()) file = path.join(file, "index.html");
    const bytes = url.pathname.endsWith("/search/index.html") ? probed() : fs.readFileSync(file);
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", "no-store");
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = "http://127.0.0.1:" + server.address().port;

/** The search page with the probe. */
function probed() {
  return fs.readFileSync(path.join(site, "search/index.html"), "utf8").replace("</body>", () => "<script>" + probe(address + "/painted") + "</script></body>");
}

/** A folder like the site's, its files linked, with the probe in the search page. */
function folder() {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), "paint-site-"));
  for (const name of fs.readdirSync(site)) if (name !== "search") fs.symlinkSync(path.resolve(site, name), path.join(copy, name));
  fs.mkdirSync(path.join(copy, "search"));
  fs.writeFileSync(path.join(copy, "search/index.html"), probed());
  return copy;
}

/** @param {string} start address of the search page */
async function measure(start) {
  times = new Map();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "paint-"));
  const browser = spawn(process.env.CHROMIUM ?? "chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile, start], { stdio: "ignore" });
  await new Promise((done) => { finished = done; });
  await new Promise((done) => {
    browser.on("close", done);
    browser.kill();
  });
  await new Promise((done) => setTimeout(done, 2000)); // its other processes write on for a moment
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return Array.from({ length: 2 * asked.length }, (_, n) => /** @type {[string, number]} */ ([asked[n % asked.length], times.get(n) ?? -1]));
}

/** @param {string} how @param {[string, number][]} all */
function row(how, all) {
  const found = all.filter(([, millis]) => millis >= 0).sort((a, b) => a[1] - b[1]);
  const at = (share) => found[Math.min(found.length - 1, Math.floor(found.length * share))];
  console.log(`| ${how} | ${all.length} | ${found.length} | ${at(0.5)[1].toFixed(0)} | ${at(0.95)[1].toFixed(0)} | ${found.slice(-3).map(([q, ms]) => q + " " + ms.toFixed(0)).join(", ")} |`);
}

console.log("| each query | queries | with results | median ms | p95 ms | slowest |");
console.log("| --- | ---: | ---: | ---: | ---: | --- |");
const copy = folder();
for (const [where, start] of [["over http", address + "/search/index.html"], ["from a folder", "file://" + copy + "/search/index.html"]]) {
  const all = await measure(start);
  row(where + ", in a page of its own", all.slice(0, asked.length));
  row(where + ", in one page", all.slice(asked.length));
}
fs.rmSync(copy, { recursive: true });
server.close();
