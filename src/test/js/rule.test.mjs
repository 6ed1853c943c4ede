// Folds and cuts the strings of RuleVectorsTest, made from the same seed, and compares what came of each ten thousand.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { openIndex } from "./open-index.mjs";

const { seed, letters, table, digests, perDigest } = JSON.parse(
  fs.readFileSync(path.join(process.env.CUNJIAN_PARITY, "rule.json"), "utf8"));
const { FoldTable, fold, runsOf, nameToken, literal, piecesOf, tokensOfPhrase, fnv, checksum } = openIndex(".").Cunjian.rule;
const foldTable = new FoldTable();
for (const line of table) {
  const first = Array.from(line)[0];
  foldTable.set(first, line.slice(first.length));
}

let state = seed;
function next(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}

function string() {
  let text = "";
  for (let length = next(13); length > 0; length--) text += letters[next(letters.length)];
  return text;
}

function answer(text) {
  const folded = fold(text, foldTable).text;
  const bigrams = [], words = [];
  for (const run of runsOf(folded, Infinity)) {
    for (const [from, to] of run.bigrams) bigrams.push(folded.slice(from, to));
    for (const [from, to] of run.words) words.push(folded.slice(from, to));
  }
  const phrases = piecesOf(text, foldTable).filter((piece) => piece.phrase).map((piece) => piece.phrase);
  return [bigrams.join(" "), words.join(" "), nameToken(folded), literal(text, foldTable), phrases.join("|"),
    phrases.map((phrase) => tokensOfPhrase(phrase).join(" ")).join("|")].join("\n");
}

test(`the rule cuts ${digests.length * perDigest} strings as Java does (seed ${seed})`, () => {
  digests.forEach((digest, n) => {
    let hash = fnv("");
    for (let i = 0; i < perDigest; i++) hash = checksum(hash, answer(string()));
    assert.equal(hash, digest, `strings from ${n * perDigest} on`);
  });
});
