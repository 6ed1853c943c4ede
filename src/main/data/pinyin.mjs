// Derives src/main/resources/org/cunjian/text/pinyin.txt and pinyin-words.txt from npm pinyin-pro and pinyin.
// usage: node pinyin.mjs NODE_MODULES FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, folder] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(modules, path)).href);
const version = (name) => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const { pinyin: usual } = await load('pinyin-pro/dist/index.js').then((m) => m.default);

// Wide coverage: the table inside npm pinyin, one line a character: dict[0x3400] = "qiū";
const wide = new Map();
for (const [, code, readings] of readFileSync(join(modules, 'pinyin/lib/cjs/pinyin.js'), 'utf8').matchAll(/^dict\[0x([0-9a-f]+)\] = "([^"]+)"/gm))
  wide.set(parseInt(code, 16), readings.split(','));

// Order by use: pinyin-pro lists the usual reading first; what only the wide table knows follows.
const readings = new Map();
const codes = new Set(wide.keys());
for (let c = 0x4e00; c <= 0x9fff; c++) codes.add(c);
for (const code of [...codes].sort((a, b) => a - b)) {
  const character = String.fromCodePoint(code);
  const first = usual(character, { multiple: true, type: 'array' }).filter((r) => r && r !== character);
  const all = [...new Set([...first, ...(wide.get(code) ?? [])].map((r) => r.normalize('NFC').trim()))].filter((r) => /^\p{Script=Latin}+$/u.test(r));
  if (all.length) readings.set(character, all);
}

const groups = new Map();
for (const [character, all] of readings) groups.set(all.join(','), (groups.get(all.join(',')) ?? '') + character);
const header = (what) => [
  `# ${what} Derived by src/main/data/pinyin.mjs from npm pinyin-pro ${version('pinyin-pro')} (MIT, zh-lx)`,
  `# and npm pinyin ${version('pinyin')} (MIT, 闲耘, data of mozillazg/pinyin-data). Do not edit by hand.`,
];
writeFileSync(join(folder, 'pinyin.txt'), [...header('Readings, the usual one first, and the characters that share them.'),
  ...[...groups].sort((a, b) => byText(a[0], b[0])).map(([r, c]) => r + '\t' + c)].join('\n') + '\n');

// Words whose reading differs from their characters' first ones, toneless.
const toneless = (s) => s.normalize('NFD').replace(/u\u0308/g, 'v').replace(/\p{M}/gu, '');
const words = new Map();
for (const n of [2, 3, 4, 5]) {
  const { default: dictionary } = await load(`pinyin-pro/dist/esm/data/dict${n}.mjs`);
  for (const [word, reading] of Object.entries(dictionary)) {
    const syllables = toneless(reading).split(' ');
    const characters = [...word];
    if (syllables.length !== characters.length || !characters.every((c) => readings.has(c))) continue;
    if (syllables.some((s, i) => s !== toneless(readings.get(characters[i])[0]))) words.set(word, syllables.join(' '));
  }
}
for (const line of readFileSync(new URL('./pinyin-words-own.tsv', import.meta.url), 'utf8').split('\n')) {
  if (!line.trim() || line.startsWith('#')) continue;
  const [reading, list] = line.split('\t');
  const [character, syllable] = reading.split('=');
  for (const word of list.split(' ')) {
    const syllables = [...word].map((c) => (c === character ? syllable : toneless(readings.get(c)[0])));
    words.set(word, syllables.join(' '));
  }
}
writeFileSync(join(folder, 'pinyin-words.txt'), [...header('Words read otherwise than character by character.'),
  ...[...words].sort((a, b) => byText(a[0], b[0])).map(([w, r]) => w + '\t' + r)].join('\n') + '\n');
console.log({ characters: readings.size, groups: groups.size, several: [...readings.values()].filter((r) => r.length > 1).length,
  severalToneless: [...readings.values()].filter((r) => new Set(r.map(toneless)).size > 1).length, words: words.size });
