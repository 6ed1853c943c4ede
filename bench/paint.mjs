// How long a browser takes from a query to painted results: each query in a page of its own that has only the index's root, and
// then all one after the other in one page, as somebody who searches does.
//   node bench/paint.mjs SITE/output [QUERIES]      over loopback, nothing cached; needs Chromium (CHROMIUM: its path)
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
const probe = `
addEventListener("load", () => setTimeout(async () => {
  const area = document.getElementById("search"), results = document.getElementById("results"), box = document.getElementById("q");
  for (let go = "here"; go === "here"; ) {
    results.replaceChildren();
    await new Promise((done) => setTimeout(done, 300));
    box.value = await (await fetch("/next-query")).text();
    const asked = performance.now();
    document.getElementById("search-form").requestSubmit();
    while (!area.querySelector("li[data-type]") && performance.now() - asked < 3000) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done)); // what stands there in a frame's callbacks is painted before the next task
    const millis = area.querySelector("li[data-type]") ? performance.now() - asked : -1;
    go = await (await fetch("/painted?" + millis, { method: "POST" })).text();
    if (go === "on") location.href = location.pathname + "?";
  }
}, 400));`;

const times = [];
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css" };
const server = http.createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/next-query") return void response.end(asked[times.length % asked.length]);
  if (url.pathname === "/painted") {
    times.push([asked[times.length % asked.length], Number(url.search.slice(1))]);
    response.end(times.length === 2 * asked.length ? "done" : times.length <= asked.length ? "on" : "here");
    if (times.length === 2 * asked.length) finish();
    return;
  }
  try {
    let file = path.join(site, decodeURIComponent(url.pathname));
    if (fs.statSync(file).isDirectory()) file = path.join(file, "index.html");
    let bytes = fs.readFileSync(file);
    if (url.pathname.endsWith("/search/index.html")) bytes = Buffer.from(bytes.toString().replace("</body>", () => "<script>" + probe + "</script></body>"));
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", "no-store");
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
});

const profile = fs.mkdtempSync(path.join(os.tmpdir(), "paint-"));
let browser;
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address();
  browser = spawn(process.env.CHROMIUM ?? "chromium", ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile,
    `http://127.0.0.1:${port}/search/index.html`], { stdio: "ignore" });
});

/** @param {string} how @param {[string, number][]} all */
function row(how, all) {
  const found = all.filter(([, millis]) => millis >= 0).sort((a, b) => a[1] - b[1]);
  const at = (share) => found[Math.min(found.length - 1, Math.floor(found.length * share))];
  console.log(`| ${how} | ${all.length} | ${found.length} | ${at(0.5)[1].toFixed(0)} | ${at(0.95)[1].toFixed(0)} | ${found.slice(-3).map(([q, ms]) => q + " " + ms.toFixed(0)).join(", ")} |`);
}

function finish() {
  console.log("| each query | queries | with results | median ms | p95 ms | slowest |");
  console.log("| --- | ---: | ---: | ---: | ---: | --- |");
  row("in a page of its own", times.slice(0, asked.length));
  row("in one page", times.slice(asked.length));
  browser.on("close", () => setTimeout(() => { // its other processes write on for a moment
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    process.exit(0);
  }, 2000));
  browser.kill();
}
