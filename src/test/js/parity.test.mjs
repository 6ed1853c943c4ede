// Reads a web index and Lucene's answers, written by WebIndexParityTest, and answers the same queries. CUNJIAN_PARITY is the folder.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { openIndex } from "./open-index.mjs";

const folder = process.env.CUNJIAN_PARITY;
const expected = fs.readFileSync(path.join(folder, "expected.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const { index } = openIndex(path.join(folder, "site"));

/** Values of the reader's own realm as values of this one. */
const here = (value) => JSON.parse(JSON.stringify(value));

let earlyAnswers = 0, everydayAnswers = 0, nearAnswers = 0, partialAnswers = 0;

for (const answer of expected) {
  test(`${JSON.stringify(answer.query)} ${JSON.stringify(answer.filters)} ${answer.sort}`, async () => {
    /** @type {any[]} */
    const firsts = [];
    const asked = { top: 10, filters: answer.filters, sort: answer.sort };
    const few = await index.search(answer.query, { ...asked, early: async (first) => firsts.push(first) > 0 });
    const result = await index.search(answer.query, { ...asked, readAll: true });
    for (const kind of ["practices", "cases"]) {
      const best = here(result[kind]);
      assert.deepEqual(here(few[kind]), few.unread > 0 ? best.slice(0, few[kind].length) : best, kind + " without all texts");
    }
    if (answer.sort !== "relevance") assert.deepEqual(firsts, [], "the best are not the newest");
    for (const first of firsts) {
      earlyAnswers++;
      const documents = (hits, most) => here(hits.slice(0, most).map((hit) => hit.document));
      assert.deepEqual(documents(first.practices), documents(result.practices, 4), "practices that are told early");
      assert.deepEqual(documents(first.cases), documents(result.cases, 10), "cases that are told early");
      assert.equal(first.isPartial, result.isPartial, "told early that these are partial");
      assert.equal(first.readAs ? first.readAs.code : "", result.readAs ? result.readAs.code : "");
      for (const { document } of [...first.practices, ...first.cases])
        for (const kind of ["literal", "meant"])
          assert.equal(!first[kind] || first[kind].has(document), !result[kind] || result[kind].has(document), kind);
      if (first.meant) everydayAnswers++;
      if (first.isPartial) partialAnswers++;
      assert.deepEqual(here(first.plans), here(result.plans.map((plan) => ({ ...plan, chains: [] }))));
    }
    assert.equal(result.unread, 0);
    assert.ok(few.practiceTotal + few.caseTotal >= result.practiceTotal + result.caseTotal);
    assert.ok(few.practiceTotal + few.caseTotal - few.unread <= result.practiceTotal + result.caseTotal);
    const hits = [];
    for (const hit of [...result.practices, ...result.cases]) {
      const summary = await index.summary(hit, result.plans);
      hits.push({ type: hit.type, id: summary.id, title: summary.title, score: hit.score });
      const snippet = await index.snippet(result, hit, summary);
      for (const [from, to] of snippet.marks) assert.ok(0 <= from && from < to && to <= snippet.text.length);
    }
    assert.equal(result.practiceTotal, answer.practiceTotal, "practices");
    assert.equal(result.caseTotal, answer.caseTotal, "cases");
    assert.equal(result.isPartial, answer.partial);
    assert.equal(result.nearTotal, answer.nearTotal, "cases that have most words");
    if (result.nearTotal > 0) nearAnswers++;
    assert.deepEqual(here(result.readAs ? result.readAs.names : []), answer.readAs ?? []);
    const likelier = await index.likelier(result);
    assert.equal(likelier ? likelier.names[0] : undefined, answer.didYouMean);
    assert.deepEqual(
      hits.map((hit) => [hit.type, hit.id, hit.title, hit.score]),
      answer.hits.map((hit) => [hit.type, hit.id, hit.title, Math.fround(hit.score)]));
    for (const [kind, values] of Object.entries(answer.facets ?? {})) {
      if (kind === "place") continue;
      const facets = await index.facets(result, kind);
      assert.deepEqual(here(facets.map((f) => [f.value, f.label, f.count])), values.map((f) => [f.value, f.label, f.count]), kind);
    }
  });
}

// What a first query loads, beside the root: FORMAT.md, section 6.
for (const { query, lists, fold } of [
  { query: "环境整治", lists: 3, fold: 0 },
  { query: "红白理事会", lists: 4, fold: 0 },
  { query: "“环境整治”", lists: 3, fold: 0 },
  { query: "環境整治", lists: 5, fold: 2 },
])
  test(`few files are loaded for ${query}`, async () => {
    const { index, loaded } = openIndex(path.join(folder, "site"));
    const result = await index.search(query, { top: 10 });
    assert.ok(result.cases.length > 0, "found");
    const count = (prefix) => loaded.filter(({ name }) => name.startsWith(prefix)).length;
    if (!/“/.test(query)) {
      const others = loaded.map(({ name }) => name).filter((name) => !/^(t|fold)\/|^n\/0$|^root$|^anchors$/.test(name));
      assert.deepEqual(others, [], "only terms, where they are, and norms");
    }
    assert.ok(count("t/") <= lists, count("t/") + " blocks of terms");
    assert.ok(count("fold/") <= fold, count("fold/") + " blocks of the fold");
    loaded.splice(0);
    for (const hit of result.cases) {
      const summary = await index.summary(hit, result.plans);
      await index.snippet(result, hit, summary);
    }
    const shown = loaded.map(({ name }) => name).filter((name) => !/^[sx]\//.test(name));
    assert.deepEqual(shown, [], "results bring what folds their own characters");
  });

// What is asked often is answered before any list is loaded.
for (const [query, expected] of Object.entries({
  环境整治: ["root", "a/"],
  環境整治: ["root", "n/", "anchors", "t/", "fold/", "a/"],
}))
  test(`the first hits of ${query} come in one file`, async () => {
    const { index, loaded } = openIndex(path.join(folder, "site"));
    let before = null;
    const result = await index.search(query, {
      early: async (first) => !!(before ??= { first, names: loaded.map(({ name }) => name) }),
    });
    assert.ok(before, "answered");
    const kinds = before.names.map((name) => name.replace(/\/.*/, "/"));
    assert.deepEqual(here(kinds.filter((kind, i) => kind !== kinds[i - 1])), expected);
    loaded.splice(0);
    for (const hit of [...before.first.practices, ...before.first.cases]) {
      const summary = await index.summary(hit, before.first.plans);
      const quote = index.quote(before.first, hit, summary);
      assert.ok(quote === null || quote.text !== undefined);
    }
    assert.deepEqual(here(loaded), [], "with what is shown of them");
    assert.ok(before.first.cases.length > 0 && result.cases.length > 0);
  });

test("what nobody foresaw pays nothing for answers", async () => {
  const { index, loaded } = openIndex(path.join(folder, "site"));
  for (let i = 0; i < 100; i++) await index.search("村里第" + i + "件事");
  const asked = loaded.filter(({ name }) => name.startsWith("a/")).length;
  assert.ok(asked <= 40, asked + " of 100: a slot in four at most is taken");
});

test("who has gone on waits for nothing", async () => {
  const { index, loaded } = openIndex(path.join(folder, "site"));
  const result = await index.search("环境整治", { early: async () => false });
  assert.equal(result.cases.length, 0);
  assert.equal(loaded.length, 2, "the root and the answer");
});

test("many queries of these are asked often", () => {
  assert.ok(earlyAnswers > 10, String(earlyAnswers));
  assert.ok(everydayAnswers > 0, "an everyday word among them");
  assert.ok(partialAnswers > 0, "and one that no document has");
});

test("many queries have cases with most of the words behind few", () => {
  assert.ok(nearAnswers > 10, String(nearAnswers));
});

// The order by date: FORMAT.md, section 4.
test("days are loaded only where an order by date is asked for", async () => {
  const { index, loaded } = openIndex(path.join(folder, "site"));
  const days = () => loaded.filter(({ name }) => name.startsWith("d/")).map(({ name }) => name);
  const best = await index.search("环境", { top: 1000 });
  assert.deepEqual(days(), []);
  assert.equal(best.order, null);
  const newest = await index.search("环境", { top: 1000, sort: "new" });
  assert.deepEqual(days(), ["d/c0"]);
  const dates = [];
  for (const hit of newest.cases) dates.push((await index.summary(hit, newest.plans)).date);
  const undated = dates.filter((date) => date === "").length;
  assert.ok(undated > 1 && undated < dates.length - 1, "some have no date");
  assert.equal(index.undated(newest), undated);
  assert.deepEqual(dates, [...dates].sort().reverse());
  assert.deepEqual(here(newest.practices), here(best.practices), "practices have no date");
  assert.deepEqual(here(newest.matches), here(best.matches));
  const other = await index.search("环境", { top: 1000, sort: "toString" });
  assert.deepEqual(here(other.cases), here(best.cases));
});

test("of a few cases the summaries tell the days", async () => {
  const { index, loaded } = openIndex(path.join(folder, "site"));
  const all = await index.search("环境", { top: 1000, sort: "old" });
  const few = expected.filter((answer) => answer.sort === "old" && answer.caseTotal > 2 && answer.caseTotal <= 10 && !answer.query.match(/[“"「]/));
  assert.ok(few.length > 3 && all.cases.length > 10, "there are such queries");
  for (const answer of few) {
    const other = openIndex(path.join(folder, "site"));
    const result = await other.index.search(answer.query, { sort: "old", filters: answer.filters });
    assert.deepEqual(other.loaded.map(({ name }) => name).filter((name) => name.startsWith("d/")), []);
    const again = await index.search(answer.query, { sort: "old", filters: answer.filters });
    assert.deepEqual(here(result.cases), here(again.cases), "as by all days");
  }
  assert.ok(loaded.some(({ name }) => name === "d/c0"));
});

test("without the days the best come first, and the result says so", async () => {
  const { index } = openIndex(path.join(folder, "site"), (name) => name.startsWith("d/"));
  const best = await index.search("环境", { top: 1000 });
  const newest = await index.search("环境", { top: 1000, sort: "new" });
  assert.deepEqual(here(newest.cases), here(best.cases));
  assert.deepEqual(here(newest.order), { sort: "new", days: null });
  assert.equal(index.undated(newest), 0);
});
