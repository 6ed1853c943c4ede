// @ts-check
/*
 * Reads the browser's search index: bytes in, hits out. Knows no page and no network: what loads a block is passed in.
 * The rule and the layout are written in FORMAT.md; Java does the same and a test holds the two together.
 */
"use strict";

/**
 * @typedef {{text: string, data: string}} Block what a file of the index hands over
 * @typedef {{count: number, documents: Int32Array, frequencies: Int32Array}} Postings count: how many there are, though only some may be at hand
 * @typedef {{lists: (Postings|null)[]}} Entry a term with a list for each field
 * @typedef {{first: string, second: string}} Chain
 * @typedef {{groups: string[][], phrases: string[], written: string[], isNowhere: boolean, chains: Chain[], names: string[], runs: string[]}} Plan
 *   phrases: what is quoted; written: its tokens; isNowhere: no document can have all groups
 * @typedef {{documents: number, practices: number, statistics: number[][], light: number, heavy: string, heavyBits: string,
 *   normsPerBlock: number, practicesPerBlock: number, casesPerBlock: number, facetsPerBlock: number, foldBuckets: number, shapeBuckets: number, soundBuckets: number,
 *   readingBuckets: number, answerSlots: number, answers: string, facets: string[]}} Root
 * @typedef {{text: string, marks: number[][]}} Snippet
 * @typedef {{code: string, args: string[]}} Reason
 * @typedef {{document: number, type: "practice"|"case", score: number}} Ranked
 * @typedef {{document: number, score: number, sum: number}} Found sum: the score before it is rounded
 * @typedef {{id: string, title: string, date: string, source: string, place: string, practices: string, aliases: string,
 *   cases: string, components: string, definition: string, isFull: boolean, script: string, quotes: string[]}} Summary
 * @typedef {{sort: "new"|"old", days: Int32Array|null}} Order of the cases; days: in rising order, 0 for none; null where they could not be loaded or nothing was found
 * @typedef {{query: string, plans: Plan[], practiceTotal: number, caseTotal: number, practices: Ranked[], cases: Ranked[],
 *   matches: Int32Array, isPartial: boolean, near: Set<number>|null, nearTotal: number, order: Order|null, readAs: {code: string, typed: string, names: string[]}|null,
 *   literal: Set<number>|null, meant: Set<number>|null, found: number, unread: number, isCounted: boolean}} Result
 *   near: cases that have most words only, where few have all, and stand behind those; nearTotal: those that pass the filters;
 *   literal: documents that have the words themselves; meant: those found by synonyms; found: before filters; unread: hits that may not hold what is quoted;
 *   isCounted: false where only the first hits are known, which are those of the whole ranking
 */

/** @type {any} */
var Cunjian = globalThis.Cunjian || (globalThis.Cunjian = {});

(function (C) {
  /** Raised together with Block.FORMAT in Java. */
  const FORMAT = 12;
  /** Fields in file order. */
  const FIELDS = [
    { name: "name", weight: 12 },
    { name: "tag", weight: 5 },
    { name: "title", weight: 4 },
    { name: "key", weight: 2.5 },
    { name: "body", weight: 1 },
  ];
  const NAME_FIELDS = [0, 1];
  const TOKEN_FIELDS = [2, 3, 4];
  const WRITTEN_FIELDS = [2, 4];
  const BODY = 4;
  const USUAL_NORM = 100;
  const MOST_TOKENS = 48;
  const MOST_FOLDED = 200;
  const LEAST_WORD = 3;
  const MOST_WORD = 40;
  const MOST_NAME = 60;
  const LEAST_NEAR_GROUPS = 3;
  const PARTIAL_SHARE = 0.6;
  /** Groups of a match: all; of a partial one; of one that stands behind those that have all. */
  const ALL = 0, LEAST_OF_PARTIAL = 1, LEAST_OF_NEAR = 2;
  const CHAIN_WEIGHT = 0.5;
  const GROUP_WEIGHT = 8;
  const SYNONYM_WEIGHT = 0.25;
  const MOST_SYNONYMS = 4;
  const LIGHT_CLASSES = 64;
  /** The frequencies that a list tells apart, by field. */
  const STEPS = [[1], [1], [1, 4], [1, 4], [1, 4]];
  /** Longer lists are coded bit by bit; of gaps of so many bits. */
  const LEAST_CODED = 16, BITS = 28;
  const WINDOW = 90;
  const LEAD = 24;
  const SEPARATOR = 0, HAN = 1, WORD = 2;
  const MARKS = "\"“”＂";
  /** Common signs that fold to themselves. */
  const ITSELF = "“”「」『』、。《》〈〉【】·—";
  /** Cases that a page shows at first. */
  const FIRST_PAGE = 10;
  /** Lists are searched rather than gone through where they are so many times as long as the shortest. */
  const MANY = 20;
  /** Of so many texts one must have a bigram that is offered. */
  const RARE_BIGRAM = 150;
  /** Scripts that few queries need, from the folder of the index. */
  const PARTS = { Meanings: "../assets/search-meant", Quotes: "../assets/search-quoted", Arrangement: "../assets/search-arranged" };

  // ---- files ----

  /** Something about a file of the index that the reader of the page can be told. */
  class BlockError extends Error {
    /** @param {"missing"|"format"|"damaged"} kind @param {string} name */
    constructor(kind, name) {
      super(kind + ": " + name);
      this.kind = kind;
      this.block = name;
    }
  }

  /** @type {Map<string, {format: number, checksum: number, text: string, data: string}>} */
  const arrived = new Map();

  /** Called by every file of the index. @param {number} format @param {string} name @param {number} checksum @param {string} text @param {string} data */
  C.put = function (format, name, checksum, text, data) {
    arrived.set(name, { format, checksum, text, data });
  };

  const SEED = 0x811c9dc5, PRIME = 0x01000193;

  /** @param {string} text FNV-1a over UTF-16 units, low byte first */
  function fnv(text) {
    let hash = SEED;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      hash = Math.imul(hash ^ (c & 255), PRIME);
      hash = Math.imul(hash ^ (c >>> 8), PRIME);
    }
    return hash | 0;
  }

  /** A checksum goes on over a text, two UTF-16 units at a time. @param {number} sum @param {string} text */
  function checksum(sum, text) {
    const even = text.length & ~1;
    for (let i = 0; i < even; i += 2) sum = Math.imul(sum ^ (text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)), PRIME);
    return even < text.length ? Math.imul(sum ^ text.charCodeAt(even), PRIME) : sum;
  }

  /** @param {string} text */
  function spread(text) {
    const hash = fnv(text);
    return hash ^ (hash >>> 15);
  }

  /** @param {string} text @param {number} buckets */
  function bucketOf(text, buckets) {
    return spread(text) & (buckets - 1);
  }

  /** Where characters stand in the list of anchors. A term is found by one of its first two that is not listed, else by the one listed further behind.
   * DictionaryShape in Java. */
  class Anchors {
    /** @param {Block} block */
    constructor(block) {
      this.places = new Map(Array.from(block.text, (character, i) => [character, i]));
    }

    /** Of two characters first the one by which their term is found. @param {string} one @param {string} other @returns {string[]} */
    first(one, other) {
      const place = (/** @type {string} */ c) => this.places.has(c) ? /** @type {number} */ (this.places.get(c)) : this.places.size;
      const difference = other === "" ? 1 : place(one) - place(other);
      return difference > 0 || (difference === 0 && spread(one) <= spread(other)) ? [one, other] : [other, one];
    }

    /** A hash, of which the low bits are the class of a listed character. @param {string} character @param {number} classes @param {number} parts */
    part(character, classes, parts) {
      const place = this.places.get(character), hash = spread(character);
      return (place === undefined ? hash : (hash & -classes) | place % classes) & (parts - 1);
    }
  }

  class Blocks {
    /** @param {(name: string) => Promise<void>} inject runs the script of a block; rejects where there is none */
    constructor(inject) {
      this.inject = inject;
      /** @type {Map<string, Promise<any>>} */
      this.cache = new Map();
    }

    /** @template T @param {string} name @param {(block: Block) => T} parse @returns {Promise<T>} */
    load(name, parse) {
      return this.once(name, () => this.fetch(name).then(parse));
    }

    /** A script that is no block. @param {string} name @returns {Promise<void>} */
    require(name) {
      return this.once(name, () => this.run(name));
    }

    /** @template T @param {string} name @param {() => Promise<T>} start @returns {Promise<T>} */
    once(name, start) {
      let promise = this.cache.get(name);
      if (!promise) {
        promise = start();
        promise.catch(() => this.cache.delete(name)); // so that it can be tried again
        this.cache.set(name, promise);
      }
      return promise;
    }

    /** @param {string} name */
    async run(name) {
      try {
        await this.inject(name);
      } catch (e) {
        throw new BlockError("missing", name.replace("../", ""));
      }
    }

    /** @param {string} name */
    async fetch(name) {
      await this.run(name);
      const block = arrived.get(name);
      arrived.delete(name);
      if (!block) throw new BlockError("damaged", name);
      if (block.format !== FORMAT) throw new BlockError("format", name);
      if ([name, block.text, block.data].reduce(checksum, SEED) >>> 0 !== block.checksum) throw new BlockError("damaged", name);
      return block;
    }
  }

  /** Numbers written as symbols. */
  class Numbers {
    /** @param {string} text */
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    digit() {
      const c = this.text.charCodeAt(this.at++);
      return c - 32 - (c > 34 ? 1 : 0) - (c > 92 ? 1 : 0);
    }

    next() {
      const first = this.digit();
      if (first < 64) return first;
      if (first < 84) return 64 + (first - 64) * 93 + this.digit();
      const digits = first < 92 ? 2 : 4;
      let rest = first < 92 ? first - 84 : 0;
      for (let i = 0; i < digits; i++) rest = rest * 93 + this.digit();
      return 64 + 20 * 93 + (first < 92 ? 0 : 8 * 93 * 93) + rest;
    }
  }

  const RADIX = 93, LEAST = RADIX * RADIX * RADIX;
  const RATES = Int32Array.from({ length: 128 }, (_, seen) => Math.floor(65536 / (seen + 2)));

  /** Reads yes and no that cost a part of a digit each: the reverse of RangeEncoder in Java. */
  class RangeDecoder {
    /** @param {Numbers} from */
    constructor(from) {
      this.from = from;
      const count = from.next();
      this.end = from.at + count;
      this.range = LEAST * RADIX;
      this.code = 0;
      for (let i = 0; i < 4; i++) this.code = this.code * RADIX + this.digit();
      /** For each model how sure no is, and how many bits it has seen. */
      this.no = new Int32Array(3 * BITS + 8).fill(1 << 14);
      this.seen = new Uint8Array(3 * BITS + 8);
    }

    digit() {
      return this.from.at < this.end ? this.from.digit() : 0;
    }

    /** @param {number} model */
    next(model) {
      const no = this.no[model], seen = this.seen[model];
      const bound = (this.range >>> 12) * Math.min(Math.max(no >> 3, 8), 4088);
      const bit = this.code >= bound;
      if (bit) {
        this.code -= bound;
        this.range -= bound;
        this.no[model] = no - ((no * RATES[seen]) >> 16);
      } else {
        this.range = bound;
        this.no[model] = no + (((32768 - no) * RATES[seen]) >> 16);
      }
      if (seen < 127) this.seen[model] = seen + 1;
      while (this.range < LEAST) this.shift();
      return bit;
    }

    nextEven() {
      const bound = this.range >>> 1;
      const bit = this.code >= bound;
      if (bit) {
        this.code -= bound;
        this.range -= bound;
      } else this.range = bound;
      while (this.range < LEAST) this.shift();
      return bit;
    }

    shift() {
      this.code = this.code * RADIX + this.digit();
      this.range *= RADIX;
    }

    /** A number from 1 on: how many bits it has, then those. */
    gap() {
      let bits = 0;
      while (this.next(bits)) bits++;
      let gap = 1;
      for (let i = 1; i <= bits; i++) gap = gap * 2 + ((i === 1 ? this.next(BITS + bits) : i === 2 ? this.next(2 * BITS + bits) : this.nextEven()) ? 1 : 0);
      return gap;
    }

    /** @param {number} last */
    step(last) {
      let step = 0;
      while (step < last && this.next(3 * BITS + step)) step++;
      return step;
    }

    finish() {
      this.from.at = this.end;
    }
  }

  /** 0, 1, 2, 3 … to 0, -1, 1, -2 … @param {number} folded */
  function unfold(folded) {
    return folded & 1 ? -(folded + 1) / 2 : folded / 2;
  }

  // ---- fold and tokens ----

  /** Han characters, those of words, those without a glyph: first and last of each range. */
  const RANGES = {
    han: [0x3005, 0x3007, 0x3021, 0x3029, 0x3041, 0x3096, 0x30a1, 0x30fa, 0x30fc, 0x30fc, 0x3105, 0x312f, 0x3400, 0x4dbf,
      0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xe000, 0xfaff, 0x20000, 0x3ffff],
    word: [0x30, 0x39, 0x61, 0x7a, 0x2b, 0x2b, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2af, 0x370, 0x1fff, 0x2c00, 0x2dff, 0xa640, 0xabff],
    none: [0xad, 0xad, 0x300, 0x36f, 0x61c, 0x61c, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x200b, 0x200f, 0x202a, 0x202e,
      0x2060, 0x206f, 0x3164, 0x3164, 0xfe00, 0xfe0f, 0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfff8, 0xe0000, 0xe0fff],
  };

  /** @param {number} c @param {number[]} ranges */
  function isIn(c, ranges) {
    for (let i = 0; i < ranges.length; i += 2) if (c >= ranges[i] && c <= ranges[i + 1]) return true;
    return false;
  }

  /** What characters fold to, as far as it was needed.
   * @extends {Map<string, string>} */
  class FoldTable extends Map {
    constructor() {
      super();
      /** For each UTF-16 unit whether folding may change it: most texts are left as they are. */
      this.changes = new Uint8Array(0x10000);
      const capitals = [65, 90, 0xff01, 0xff5e], surrogates = [0xd800, 0xdfff];
      for (const ranges of [capitals, surrogates, RANGES.none])
        for (let i = 0; i < ranges.length; i += 2) this.changes.fill(1, ranges[i], ranges[i + 1] + 1);
    }

    /** @override @param {string} character @param {string} folded */
    set(character, folded) {
      this.changes[character.charCodeAt(0)] = 1;
      return super.set(character, folded);
    }
  }

  /** @param {number} c @param {FoldTable} table @returns {string} */
  function foldCharacter(c, table) {
    if (c >= 0xff01 && c <= 0xff5e) c -= 0xfee0;
    if (c >= 65 && c <= 90) return String.fromCharCode(c + 32);
    if (c < 0x80) return String.fromCharCode(c);
    if (isIn(c, RANGES.none)) return "";
    const character = String.fromCodePoint(c);
    const folded = table.get(character);
    return folded === undefined ? character : folded;
  }

  /** The folded text and for each of its units the place in the original, null where nothing changes. @param {string} text @param {FoldTable} table
   * @returns {{text: string, starts: number[]|null}} */
  function fold(text, table) {
    const isKept = (/** @type {number} */ at) => at < text.length && !table.changes[text.charCodeAt(at)];
    let at = 0;
    while (isKept(at)) at++;
    if (at === text.length) return { text, starts: null };
    let folded = text.slice(0, at);
    const starts = Array.from(folded, (_, i) => i);
    while (at < text.length) {
      const from = at;
      for (; isKept(at); at++) starts.push(at);
      folded += text.slice(from, at);
      if (at === text.length) break;
      const c = /** @type {number} */ (text.codePointAt(at));
      const piece = foldCharacter(c, table);
      for (let k = 0; k < piece.length; k++) starts.push(at);
      folded += piece;
      at += c > 0xffff ? 2 : 1;
    }
    return { text: folded, starts };
  }

  /** @param {number} c */
  function kindOf(c) {
    return isIn(c, RANGES.han) ? HAN : isIn(c, RANGES.word) ? WORD : SEPARATOR;
  }

  /** @param {string|undefined} s */
  function isDigit(s) {
    return s !== undefined && s >= "0" && s <= "9";
  }

  /**
   * The runs of a folded text, each with its bigrams and words as pairs of offsets.
   * @param {string} text @param {number} most tokens
   */
  function runsOf(text, most) {
    /** @type {{start: number, kind: number, end: number}[]} */
    let run = [];
    /** @type {{text: string, characters: number, bigrams: number[][], words: number[][]}[]} */
    const runs = [];
    let tokens = 0;
    const close = () => {
      if (run.length === 0) return;
      /** @type {number[][]} */
      const bigrams = [], words = [];
      let wordStart = run[0].kind === WORD ? 0 : -1;
      if (run.length === 1) {
        if (tokens++ < most) bigrams.push([run[0].start, run[0].end]);
      }
      for (let i = 1; i < run.length && tokens < most; i++) {
        bigrams.push([run[i - 1].start, run[i].end]);
        tokens++;
        if (run[i].kind !== WORD) { wordStart = -1; continue; }
        if (wordStart < 0) wordStart = i;
        const isLast = i + 1 === run.length || run[i + 1].kind !== WORD;
        const length = i - wordStart + 1;
        if (isLast && length >= LEAST_WORD && length <= MOST_WORD && tokens < most) {
          words.push([run[wordStart].start, run[i].end]);
          tokens++;
        }
      }
      if (bigrams.length > 0)
        runs.push({
          text: text.slice(bigrams[0][0], bigrams[bigrams.length - 1][1]),
          characters: run.length,
          bigrams,
          words,
        });
      run = [];
    };
    for (let i = 0; i < text.length; ) {
      const c = /** @type {number} */ (text.codePointAt(i));
      const end = i + (c > 0xffff ? 2 : 1);
      const kind = c === 0x2e ? (isDigit(text[i - 1]) && isDigit(text[i + 1]) ? WORD : SEPARATOR) : kindOf(c);
      if (kind === SEPARATOR) close();
      else run.push({ start: i, kind, end });
      i = end;
    }
    close();
    return runs;
  }

  /** Text as quoted phrases are compared. @param {string} text @param {FoldTable} table */
  function literal(text, table) {
    let out = "";
    for (const character of text) {
      const c = /** @type {number} */ (character.codePointAt(0));
      if (c <= 0x20 || c === 0x7f || c === 0xa0 || c === 0x3000) out += out.endsWith(" ") ? "" : " ";
      else out += foldCharacter(c, table);
    }
    return out.replace(/^ | $/g, "");
  }

  /** Tokens of every text that holds a phrase: its bigrams, and a character that stands alone inside. @param {string} phrase */
  function tokensOfPhrase(phrase) {
    /** @type {Set<string>} */
    const tokens = new Set();
    for (const run of runsOf(phrase, Infinity))
      for (const [from, to] of run.bigrams)
        if (run.characters > 1 || (from > 0 && to < phrase.length && phrase[from - 1] !== "." && phrase[to] !== "."))
          tokens.add(phrase.slice(from, to));
    return [...tokens];
  }

  /** @param {{text: string}} run */
  function isLatin(run) {
    return /^[a-z]{4,}$/.test(run.text);
  }

  /** A query cut at its quotation marks: QueryText in Java. @param {string} query @param {FoldTable} table
   * @returns {{text: string, phrase: string}[]} */
  function piecesOf(query, table) {
    const pieces = [];
    let plain = 0;
    for (let at = 0; at < query.length; at++) {
      let end = -1;
      if (query[at] === "「") end = query.indexOf("」", at + 1);
      else if (MARKS.includes(query[at])) for (end = at + 1; end < query.length && !MARKS.includes(query[end]); ) end++;
      if (end < 0 || end >= query.length) continue;
      const text = query.slice(at + 1, end);
      const phrase = literal(text, table);
      if (codePointCount(phrase) >= 2) {
        pieces.push({ text: query.slice(plain, at), phrase: "" }, { text, phrase });
        plain = end + 1;
      }
      at = end;
    }
    pieces.push({ text: query.slice(plain), phrase: "" });
    return pieces;
  }

  /** A whole name as one token: separators left out. @param {string} folded */
  function nameToken(folded) {
    let token = "";
    for (const character of folded)
      if (kindOf(/** @type {number} */ (character.codePointAt(0))) !== SEPARATOR) token += character;
    return token.length > MOST_NAME ? "" : token;
  }

  /** @param {string} text */
  function codePointCount(text) {
    let count = 0;
    for (const _ of text) count++;
    return count;
  }

  // ---- BM25 as Lucene computes it, in 32-bit floats ----

  const f = Math.fround;
  const K1 = f(1.2);
  const B = f(0.75);

  /** The length that a norm byte stands for. @param {number} norm */
  function lengthOf(norm) {
    if (norm < 24) return norm;
    const i = norm - 24;
    const shift = (i >>> 3) - 1;
    return 24 + (shift < 0 ? i & 7 : ((i & 7) | 8) * Math.pow(2, shift));
  }

  /** @param {number} frequency @param {number} documents */
  function idf(frequency, documents) {
    return f(Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)));
  }

  /** 1 / (k1 ((1 - b) + b length / average)) for each norm. @param {number[]} statistics */
  function inverseNorms(statistics) {
    const average = f(statistics[1] / statistics[0]);
    const inverse = new Float32Array(256);
    for (let i = 0; i < 256; i++) {
      const relative = f(f(B * f(lengthOf(i))) / average);
      inverse[i] = f(1 / f(K1 * f(f(1 - B) + relative)));
    }
    return inverse;
  }

  // ---- the index ----

  class SearchIndex {
    /** @param {(name: string) => Promise<void>} inject */
    constructor(inject) {
      this.blocks = new Blocks(inject);
      /** @type {Root|null} */
      this.rootNow = null;
      /** @type {Map<string, number>} */
      this.heavy = new Map();
      /** @type {Float32Array[]} */
      this.inverse = [];
      this.foldTable = new FoldTable();
      /** @type {Map<string, Map<number, string[]>>} summaries that came with an answer: made for its query */
      this.answered = new Map();
      /** @type {Promise<Uint8Array>|null} */
      this.norms = null;
      /** @type {Int32Array|null} of all documents */
      this.days = null;
      /** @type {Set<number>} slots of answers that are taken */
      this.taken = new Set();
    }

    /** @returns {Promise<Root>} */
    async root() {
      if (this.rootNow) return this.rootNow;
      return this.blocks.load("root", (block) => {
        const root = JSON.parse(block.text);
        const bits = new Numbers(root.heavyBits);
        for (const character of numbersOf(root.heavy)) this.heavy.set(String.fromCodePoint(character), 1 << bits.next());
        this.taken = new Set(numbersOf(root.answers));
        this.inverse = root.statistics.map((/** @type {number[]} */ s) => inverseNorms(s));
        this.rootNow = root;
        return root;
      });
    }

    // -- dictionary --

    /** The list by which terms are found: worth asking for while the reader types. @returns {Promise<Anchors>} */
    anchors() {
      return this.blocks.load("anchors", (block) => new Anchors(block));
    }

    /** Loads what each query that has no answer needs besides its terms. */
    async prepare() {
      await Promise.all([this.anchors(), this.textNorms(await this.root())]);
    }

    /** The block where a term stands. @param {Root} root @param {string} term */
    async bucketName(root, term) {
      const anchors = await this.anchors();
      const characters = Array.from(term.slice(0, 8));
      const second = characters.length > 1 ? characters[1] : "";
      const [anchor, one] = anchors.first(characters[0], second);
      const other = second < "\x80" ? one + characters.slice(2, 4).join("") : one; // formulas begin alike
      const buckets = this.heavy.get(anchor);
      if (buckets === undefined) return "t/" + anchors.part(anchor, LIGHT_CLASSES, root.light).toString(16);
      const prefix = /** @type {number} */ (anchor.codePointAt(0)).toString(16);
      return "t/" + prefix + "-" + anchors.part(other, buckets, buckets).toString(16);
    }

    /** @param {Root} root @param {string} term @returns {Promise<Entry|null>} */
    async entry(root, term) {
      const bucket = await this.bucket(root, term);
      const entry = bucket.entries.get(term);
      if (entry instanceof Numbers) {
        const read = readEntry(entry);
        bucket.entries.set(term, read);
        return read;
      }
      return entry || null;
    }

    /** @param {Root} root @param {string} term */
    async bucket(root, term) {
      return this.blocks.load(await this.bucketName(root, term), parseBucket);
    }

    /**
     * The first hits of a query that is asked often: one file has them with all that is shown of them, whatever the size of the index.
     * Which these are was found when the site was built; the ranking is the same.
     * @param {Root} root @param {string} query of one run @returns {Promise<Partial<Result>|null>} null where it is no such query
     */
    async answer(root, query) {
      if (piecesOf(query, this.foldTable).length > 1) return null;
      const folded = fold(query, this.foldTable).text, name = nameToken(folded);
      const plan = planOfRun(name);
      if (!plan || runsOf(folded, MOST_TOKENS).length !== 1) return null;
      const slot = bucketOf(name, root.answerSlots);
      if (!this.taken.has(slot)) return null;
      const found = (await this.blocks.load("a/" + slot.toString(16), parseAnswers)).get(name);
      if (!found) return null;
      /** @type {Set<number>} */
      const literal = new Set(), meant = new Set();
      /** @type {Map<number, string[]>} */
      const summaries = new Map();
      this.answered.set(name, summaries);
      const hits = found.lines.map((fields) => {
        const document = parseInt(fields[0], 10);
        if (fields[0].includes("l")) literal.add(document);
        if (fields[0].includes("m")) meant.add(document);
        summaries.set(document, fields.slice(1));
        return { document, type: /** @type {"practice"|"case"} */ (document < root.practices ? "practice" : "case"), score: NaN };
      });
      const ofTerms = found.terms.flatMap((term) => planOfRun(term) || []);
      return {
        plans: [plan, ...ofTerms],
        practices: hits.filter((hit) => hit.type === "practice"),
        cases: hits.filter((hit) => hit.type === "case"),
        isPartial: found.isPartial,
        ...(ofTerms.length > 0 ? { readAs: { code: "synonym", typed: name, names: found.terms }, literal, meant } : {}),
      };
    }

    /** Takes in what folds the characters of a text: pairs, and after a space what becomes several. @param {string} pairs */
    learn(pairs) {
      const all = Array.from(pairs);
      let i = 0;
      for (; i < all.length && all[i] !== " "; i += 2) this.foldTable.set(all[i], all[i + 1]);
      for (i++; i < all.length; ) {
        const source = all[i++], length = parseInt(all[i++], 36);
        let folded = "";
        while (folded.length < length) folded += all[i++];
        this.foldTable.set(source, folded);
      }
    }

    /** The norm of each document's text. @param {Root} root @returns {Promise<Uint8Array>} */
    textNorms(root) {
      if (!this.norms) {
        this.norms = this.loadNorms(root);
        this.norms.catch(() => { this.norms = null; }); // so that it can be tried again
      }
      return this.norms;
    }

    /** @param {Root} root @returns {Promise<Uint8Array>} */
    async loadNorms(root) {
      const norms = new Uint8Array(root.documents);
      const loads = [];
      for (let from = 0; from < root.documents; from += root.normsPerBlock)
        loads.push(this.blocks.load("n/" + from / root.normsPerBlock, (block) => {
          const numbers = new Numbers(block.data), ofStored = Uint8Array.from({ length: 320 }, (_, n) => (n === 0 ? 0 : USUAL_NORM + unfold(n - 1)));
          for (let d = from; numbers.at < block.data.length; d++) norms[d] = ofStored[numbers.next()];
        }));
      await Promise.all(loads);
      return norms;
    }

    // -- plan --

    /** @param {Root} root @param {string} query @returns {Promise<{plan: Plan, strange: string}>}
     *   strange: characters that no known token has, so that they may fold to others */
    async plan(root, query) {
      /** @type {{text: string, of: string, characters: number, bigrams: number[][], words: number[][], isPhrase: boolean}[]} */
      const runs = [];
      /** @type {Set<string>} */
      const phrases = new Set();
      /** @type {Set<string>} */
      const written = new Set();
      let left = MOST_TOKENS;
      for (const piece of piecesOf(query, this.foldTable)) {
        const of = fold(piece.text, this.foldTable).text;
        const tokens = tokensOfPhrase(piece.phrase);
        if (tokens.length > 0) phrases.add(piece.phrase);
        for (const token of tokens) written.add(token);
        for (const run of runsOf(of, left)) {
          left -= run.bigrams.length + run.words.length;
          runs.push({ ...run, of, isPhrase: tokens.length > 0 });
        }
      }
      /** @type {Set<string>} */
      const names = new Set();
      const whole = nameToken(fold(query, this.foldTable).text);
      if (whole) names.add(whole);
      if (runs.length > 1) for (const run of runs) if (run.text.length <= MOST_NAME) names.add(run.text);
      // every bucket at once: names lie beside their first bigram
      /** @type {Set<string>} */
      const wanted = new Set([...names, ...written]);
      for (const run of runs) {
        if (!isLatin(run) && run.words.length === 0) for (const b of run.bigrams) wanted.add(run.of.slice(b[0], b[1]));
        for (const w of run.words) wanted.add(run.of.slice(w[0], w[1]));
      }
      if (runs.some((run) => !isLatin(run))) this.textNorms(root).catch(() => {}); // hardly any query does without
      const known = new Map();
      const look = (/** @type {Iterable<string>} */ tokens) =>
        Promise.all(Array.from(tokens, async (token) => known.set(token, await this.entry(root, token))));
      await look(wanted);
      const isToken = (/** @type {string} */ token) => {
        const entry = known.get(token);
        return !!entry && TOKEN_FIELDS.some((field) => entry.lists[field]);
      };
      // a word that is in the index stands for the bigrams inside it
      for (const run of runs)
        if (!isLatin(run) && run.words.length > 0) {
          const words = run.words.filter((w) => !run.isPhrase && isToken(run.of.slice(w[0], w[1])));
          const others = run.bigrams.filter((b) => !words.some((w) => w[0] <= b[0] && b[1] <= w[1]));
          await look(others.map((b) => run.of.slice(b[0], b[1])));
        }
      // what is typed in Latin letters is mostly pinyin, which no article has: one bigram that is nowhere tells
      let isNowhere = false;
      for (const run of runs)
        for (const b of isLatin(run) && !isToken(run.text) ? run.bigrams : []) {
          if (isNowhere) break;
          const token = run.of.slice(b[0], b[1]);
          known.set(token, await this.entry(root, token));
          isNowhere = !isToken(token);
        }
      /** @type {Map<string, string[]>} */
      const groups = new Map();
      /** @type {Map<string, Chain>} */
      const chains = new Map();
      const certain = new Set(ITSELF);
      for (const [token, entry] of known) if (entry) for (const character of token) certain.add(character);
      for (const run of runs) {
        const addGroup = (/** @type {string[]} */ group) => run.isPhrase || groups.set(group.join("\n"), group);
        if (run.characters === 1) {
          const bucket = await this.bucket(root, run.text);
          const more = bucket.continuations.get(run.text) || [];
          if (more.length > 0) certain.add(run.text);
          addGroup([run.text, ...more]);
          continue;
        }
        const words = run.words.filter((w) => !run.isPhrase && isToken(run.of.slice(w[0], w[1])));
        for (const w of words) addGroup([run.of.slice(w[0], w[1])]);
        /** @type {string|null} */
        let previous = null;
        for (const b of run.bigrams) {
          if (words.some((w) => w[0] <= b[0] && b[1] <= w[1])) { previous = null; continue; }
          const token = run.of.slice(b[0], b[1]);
          addGroup([token]);
          if (previous !== null && previous !== token) chains.set(previous + "\n" + token, { first: previous, second: token });
          previous = token;
        }
      }
      return {
        strange: Array.from(query.slice(0, MOST_FOLDED)).filter((c) => c > "\x7f" && !certain.has(c) && !this.foldTable.has(c)).join(""),
        plan: {
          groups: [...groups.values()],
          phrases: [...phrases],
          written: [...written],
          isNowhere,
          chains: [...chains.values()],
          names: [...names],
          runs: runs.map((run) => run.text),
        },
      };
    }

    // -- search --

    /**
     * Any text may be asked. Ranks all matches; summaries and snippets are loaded by the caller for what is shown.
     * @param {string} query @param {{top?: number, filters?: Object<string, string[]>, sort?: string, readAll?: boolean,
     *   early?: (first: Result) => Promise<boolean>}} [options] sort: the cases by date, "new" or "old" first, anything else: by relevance;
     *   readAll: every text that may hold what is quoted, so that all hits are counted;
     *   early: is told the first hits of a query that is asked often, before any list is loaded; where it says no, nobody waits for the rest
     * @returns {Promise<Result>}
     */
    async search(query, options = {}) {
      const root = await this.root();
      const top = options.top || 10;
      /** @type {Result} */
      const nothing = {
        query, plans: [], practiceTotal: 0, caseTotal: 0, practices: [], cases: [],
        matches: new Int32Array(0), isPartial: false, near: null, nearTotal: 0, order: null, readAs: null, literal: null, meant: null, found: 0, unread: 0, isCounted: true,
      };
      const early = async (/** @type {string} */ text, /** @type {Result["readAs"]} */ readAs = null) => {
        if (!options.early || isOrder(options.sort) || Object.values(options.filters || {}).some((values) => values.length > 0)) return true;
        const first = await this.answer(root, text);
        if (first && readAs && first.meant) return true; // what sounds like an everyday word does not mean what that means
        return !first || options.early({ ...nothing, readAs, ...first, isCounted: false });
      };
      if (!(await early(query))) return nothing;
      if (piecesOf(query, this.foldTable).length > 1) this.part("Quotes").catch(() => {}); // beside the lists
      let folded = fold(query, this.foldTable).text;
      let { plan, strange } = await this.plan(root, query);
      if (strange) {
        await this.loadFolds(strange);
        const again = fold(query, this.foldTable).text;
        if (again !== folded) {
          folded = again;
          if (!(await early(query))) return nothing;
          ({ plan } = await this.plan(root, query));
        }
      }
      const empty = { ...nothing, plans: [plan], order: isOrder(options.sort) ? { sort: options.sort, days: null } : null };
      if (plan.groups.length + plan.phrases.length === 0) return empty;
      const filter = await this.filter(root, options.filters || {});
      const strict = await this.match(root, [plan], ALL);
      if (plan.phrases.length > 0)
        return (await this.part("Quotes")).read(plan, await this.rank(root, empty, strict, filter, Infinity), top, options.readAll || false);
      const meant = await this.synonymsIn(root, nameToken(folded), strict.length > 0);
      if (meant) {
        const plans = [plan];
        for (const term of meant.terms) {
          const ofTerm = (await this.plan(root, term)).plan;
          if (ofTerm.groups.length > 0) plans.push(ofTerm);
        }
        const bySynonym = await this.match(root, plans.slice(1), ALL, strict.length > 0 ? SYNONYM_WEIGHT : 1);
        const readAs = { code: "synonym", typed: meant.everyday.join("、"), names: meant.terms };
        if (bySynonym.length > 0) {
          const most = strict.length === 0 ? await this.match(root, [plan], LEAST_OF_PARTIAL) : [];
          const literal = new Set(strict.map((hit) => hit.document)), others = new Set(bySynonym.map((hit) => hit.document));
          return this.rank(root, { ...empty, plans, readAs, literal, meant: others, isPartial: most.length > 0 },
            joined(bySynonym, strict.length > 0 ? strict : most), filter, top);
        }
      }
      if (strict.length > 0) {
        const few = await this.near(root, plan, strict);
        const near = new Set(few.map((hit) => hit.document));
        return this.rank(root, { ...empty, found: strict.length, near }, joined(strict, few), filter, top);
      }
      for (const readAs of meant ? [] : await (await this.part("Meanings")).meaningsOf(root, plan, nameToken(folded))) {
        const plans = [];
        if (readAs.names.length === 1 && !(await early(readAs.names[0], readAs))) return nothing;
        for (const name of readAs.names) plans.push((await this.plan(root, name)).plan);
        const found = await this.match(root, plans, ALL);
        if (found.length > 0) return this.rank(root, { ...empty, plans, readAs }, found, filter, top);
      }
      const partial = await this.match(root, [plan], LEAST_OF_PARTIAL);
      return partial.length > 0 ? this.rank(root, { ...empty, isPartial: true }, partial, filter, top) : empty;
    }

    /** Where few cases have all words, those that have most: as many as fill a first page. Beside a name none: who writes a name means that.
     * @param {Root} root @param {Plan} plan @param {Found[]} strict @returns {Promise<Found[]>} */
    async near(root, plan, strict) {
      const missing = FIRST_PAGE - strict.filter((hit) => hit.document >= root.practices).length;
      if (missing <= 0 || plan.groups.length < LEAST_NEAR_GROUPS) return [];
      const name = plan.names.length > 0 ? await this.entry(root, plan.names[0]) : null;
      if (name && NAME_FIELDS.some((field) => name.lists[field])) return [];
      const all = new Set(strict.map((hit) => hit.document));
      const most = (await this.match(root, [plan], LEAST_OF_NEAR)).filter((hit) => hit.document >= root.practices && !all.has(hit.document));
      return bestOf(most, missing, better);
    }

    /** @param {Summary} summary @returns {Promise<string>} */
    textOf(summary) {
      return this.blocks.load("x/" + summary.id, (block) => {
        this.learn(block.data);
        return block.text;
      });
    }

    /**
     * Documents with their scores, in document order: those that have all groups of a plan, or most of them.
     * @param {Root} root @param {Plan[]} plans @param {number} least groups of a partial match, or ALL @param {number} [weight] of the scores
     * @returns {Promise<Found[]>}
     */
    async match(root, plans, least, weight = 1) {
      const total = new Float64Array(root.documents), isMatch = new Uint8Array(root.documents);
      /** @type {number[]} */
      const documents = [];
      for (const plan of plans) {
        const scores = await this.scores(root, plan, least);
        if (!scores) continue;
        for (const d of scores.documents) {
          if (!isMatch[d]) { isMatch[d] = 1; documents.push(d); }
          total[d] += weight * f(scores.sums[d]);
        }
      }
      return Array.from(Int32Array.from(documents).sort(), (d) => ({ document: d, score: f(total[d]), sum: total[d] }));
    }

    /** The documents of a plan, in no order, and their scores by number. @param {Root} root @param {Plan} plan @param {number} least */
    async scores(root, plan, least) {
      const isPartial = least !== ALL;
      if (plan.isNowhere && !isPartial) return null;
      const tokens = [...new Set([...plan.groups.flat(), ...plan.written])];
      /** @type {Map<string, Entry>} */
      const entries = new Map();
      await Promise.all([...tokens, ...plan.names].map(async (token) => {
        const entry = await this.entry(root, token);
        if (entry) entries.set(token, entry);
      }));
      // a group anywhere; what is quoted not in tags
      const needs = [
        ...plan.groups.map((group) => ({ group, fields: TOKEN_FIELDS })),
        ...plan.written.map((token) => ({ group: [token], fields: WRITTEN_FIELDS })),
      ];
      const known = needs.filter(({ group, fields }) => group.some((token) => {
        const entry = entries.get(token);
        return !!entry && fields.some((field) => entry.lists[field]);
      })).length;
      const needed = isPartial ? Math.max(least, Math.floor(known * PARTIAL_SHARE)) : needs.length;
      if (known < needed) return null;
      /** @type {Map<string, (Postings|null)[]>} */
      const lists = new Map();
      const few = isPartial ? null : fewest(needs.map(({ group, fields }) => group.flatMap((token) => {
        const entry = entries.get(token);
        return entry ? fields.map((field) => entry.lists[field]) : [];
      })));
      for (const [token, { lists: all }] of entries) lists.set(token, few ? all.map((list) => list && within(list, few)) : all);
      const norms = [...lists.values()].some((byField) => byField[BODY]) ? await this.textNorms(root) : null;
      const counts = new Uint8Array(root.documents);
      const seen = new Uint8Array(root.documents);
      /** @type {number[]} those that have a group: of all groups the rarest, or any */
      let documents = [];
      needs.forEach(({ group, fields }, g) => {
        /** @type {number[]} */
        const own = isPartial ? documents : [];
        for (const token of group)
          for (const field of fields) {
            const list = (lists.get(token) || [])[field];
            if (!list) continue;
            for (let i = 0; i < list.documents.length; i++) {
              const d = list.documents[i];
              if (seen[d] === g + 1) continue;
              if (!isPartial || counts[d] === 0) own.push(d);
              seen[d] = g + 1;
              counts[d]++;
            }
          }
        if (g === 0 || own.length < documents.length) documents = own;
      });
      const sums = new Float64Array(root.documents);
      for (const token of tokens)
        for (const field of TOKEN_FIELDS) this.addScores(root, sums, (lists.get(token) || [])[field], field, norms);
      for (const name of plan.names)
        for (const field of NAME_FIELDS) this.addScores(root, sums, (lists.get(name) || [])[field], field, norms);
      for (const chain of plan.chains) {
        const first = (lists.get(chain.first) || [])[BODY];
        const second = (lists.get(chain.second) || [])[BODY];
        if (!first || !second) continue;
        const bonus = f(CHAIN_WEIGHT * idf(Math.max(first.count, second.count), root.statistics[BODY][0]));
        const has = new Uint8Array(root.documents);
        for (let i = 0; i < first.documents.length; i++) has[first.documents[i]] = 1;
        for (let i = 0; i < second.documents.length; i++) if (has[second.documents[i]]) sums[second.documents[i]] += bonus;
      }
      documents = documents.filter((d) => counts[d] >= needed);
      if (isPartial) for (const d of documents) sums[d] += GROUP_WEIGHT * counts[d];
      return { documents, sums };
    }

    /** @param {Root} root @param {Float64Array} sums @param {Postings|null|undefined} list @param {number} field
     * @param {Uint8Array|null} textNorms */
    addScores(root, sums, list, field, textNorms) {
      if (!list) return;
      const weight = f(f(FIELDS[field].weight) * idf(list.count, root.statistics[field][0]));
      const inverse = this.inverse[field];
      /** Few different ones, by frequency and norm. */
      const known = new Float64Array((STEPS[field][STEPS[field].length - 1] + 1) << 8);
      for (let i = 0; i < list.documents.length; i++) {
        const d = list.documents[i], norm = field === BODY && textNorms ? textNorms[d] : 1;
        const at = (list.frequencies[i] << 8) | norm;
        if (known[at] === 0) known[at] = f(weight - f(weight / f(1 + f(list.frequencies[i] * inverse[norm]))));
        sums[d] += known[at];
      }
    }

    /** @param {Root} root @param {Result} result @param {{document: number, score: number}[]} found
     * @param {Uint8Array|null} filter @param {number} top @returns {Promise<Result>} */
    async rank(root, result, found, filter, top) {
      const passed = filter ? found.filter((hit) => filter[hit.document]) : found;
      const practices = passed.filter((hit) => hit.document < root.practices);
      const cases = passed.filter((hit) => hit.document >= root.practices);
      const matches = Int32Array.from(cases, (hit) => hit.document);
      const order = result.order && (await this.withDays(result.order, cases));
      const byDay = order && order.days ? (await this.part("Arrangement")).dayFirst(order, better) : better;
      const typed = (/** @type {"practice"|"case"} */ type) => (/** @type {{document: number, score: number}} */ hit) =>
        ({ document: hit.document, type, score: hit.score });
      return {
        ...result,
        practiceTotal: practices.length,
        caseTotal: cases.length,
        practices: bestOf(practices, top, better).map(typed("practice")),
        cases: bestOf(cases, top, nearLast(result.near, byDay)).map(typed("case")),
        nearTotal: cases.filter((hit) => result.near && result.near.has(hit.document)).length,
        matches,
        order,
      };
    }

    // -- order --

    /** Without days where they cannot be loaded: what was found is worth showing in any order.
     * @param {Order} asked @param {{document: number, score: number}[]} cases @returns {Promise<Order>} */
    async withDays(asked, cases) {
      try {
        return { ...asked, days: await (await this.part("Arrangement")).days(cases) };
      } catch (e) {
        return asked;
      }
    }

    /** How many of the cases found have no date, and so stand behind all others. @param {Result} result */
    undated(result) {
      const days = result.order && result.order.days;
      return days ? result.matches.filter((document) => days[document] === 0).length : 0;
    }

    /** Everyday words in a query, from left to right, the longest at each place, and what articles write for them: the first term of each word before the second of any.
     * @param {Root} root @param {string} token @param {boolean} isWhole only where the whole is one: no other file is loaded for that */
    async synonymsIn(root, token, isWhole) {
      const everyday = [], ofWords = [];
      const bucketAt = (/** @type {number} */ at) => this.bucket(root, Array.from(token.slice(at, at + 4)).slice(0, 2).join(""));
      if (isWhole && (codePointCount(token) < 2 || !(await this.bucket(root, token)).synonyms.has(token))) return null;
      await Promise.all(Array.from({ length: token.length - 1 }, (_, at) => bucketAt(at)));
      for (let at = 0; at + 1 < token.length; ) {
        const { synonyms } = await bucketAt(at);
        let longest = "";
        for (const word of synonyms.keys()) if (word.length > longest.length && token.startsWith(word, at)) longest = word;
        if (longest) {
          everyday.push(longest);
          ofWords.push(synonyms.get(longest) || []);
        }
        at += longest.length || 1;
      }
      if (everyday.length === 0) return null;
      const inTurn = Array.from({ length: MOST_SYNONYMS }, (_, rank) => ofWords.flatMap((terms) => terms.slice(rank, rank + 1))).flat();
      return { everyday, terms: [...new Set(inTurn)].slice(0, MOST_SYNONYMS) };
    }

    // -- fold table --

    /** Loads what folds each character of a query. @param {string} text */
    async loadFolds(text) {
      const root = await this.root();
      const names = new Set();
      for (const character of text)
        names.add("fold/" + bucketOf(character, root.foldBuckets));
      await Promise.all([...names].map((name) => this.blocks.load(name, (block) => {
        for (const line of block.text === "" ? [] : block.text.split("\n")) {
          const first = Array.from(line)[0];
          this.foldTable.set(first, line.slice(first.length));
        }
      })));
    }

    // -- what words may mean --

    /**
     * A name that very likely was meant by words that few documents have: it sounds or looks the same, and many have it. Asked for once
     * results are shown: it takes files of its own.
     * @param {Result} result @returns {Promise<{code: string, typed: string, names: string[]}|null>}
     */
    async likelier(result) {
      const root = await this.root();
      if (result.found === 0 || result.found > this.leastBigram(root) || result.plans[0].runs.length !== 1) return null;
      return (await this.part("Meanings")).likelier(root, result);
    }

    /** Texts that a bigram must be in to be offered. @param {Root} root */
    leastBigram(root) {
      return 1 << (31 - Math.clz32(Math.max(1, Math.floor(root.statistics[BODY][0] / RARE_BIGRAM))));
    }

    /** What few queries need, from a script of its own. @param {"Meanings"|"Quotes"|"Arrangement"} name */
    async part(name) {
      if (!C[name]) await this.blocks.require(PARTS[name]);
      return new C[name](this);
    }

    // -- facets --

    /** The blocks of each column: their names, and the first of their documents. @param {Root} root @param {"p"|"c"} type */
    parts(root, type) {
      const parts = [];
      const start = type === "p" ? 0 : root.practices;
      const end = type === "p" ? root.practices : root.documents;
      for (let from = start; from < end; from += root.facetsPerBlock)
        parts.push({ name: type + (from - start) / root.facetsPerBlock, from, to: Math.min(end, from + root.facetsPerBlock) });
      return parts;
    }

    /**
     * How often each value of a column occurs among the cases found, most frequent first.
     * @param {Result} result @param {string} column a kind, or place0 (provinces) to place4
     * @returns {Promise<{value: string, label: string, parent: string, count: number}[]>}
     */
    async facets(result, column) {
      return (await this.part("Arrangement")).facets(result, column);
    }

    /** The name of a facet value. @param {string} kind @param {string} value @returns {Promise<string>} */
    async labelOf(kind, value) {
      return (await this.part("Arrangement")).labelOf(kind, value);
    }

    /** Which documents pass; null where nothing is asked. @param {Root} root @param {Object<string, string[]>} filters
     * @returns {Promise<Uint8Array|null>} */
    async filter(root, filters) {
      const isAsked = Object.values(filters).some((values) => values.length > 0);
      return isAsked ? (await this.part("Arrangement")).filter(root, filters) : null;
    }

    // -- what a result shows --

    /** @param {Ranked} hit @param {Plan[]} plans what it was found by @returns {Promise<Summary>} */
    async summary(hit, plans) {
      const root = await this.root();
      const isCase = hit.type === "case";
      const per = isCase ? root.casesPerBlock : root.practicesPerBlock;
      const number = isCase ? hit.document - root.practices : hit.document;
      const name = (isCase ? "s/c" : "s/p") + Math.floor(number / per);
      const answered = this.answered.get((plans[0] || { names: [] }).names[0]);
      const fields = (answered && answered.get(hit.document))
        || ((await this.blocks.load(name, (block) => block.text.split("\n")))[number % per] || "").split("\t");
      const rights = isCase ? fields[6].split(" ") : ["full", ""];
      this.learn(fields[7] || ""); // its title and quotes are compared with the folded query
      return {
        id: fields[0],
        title: fields[1],
        date: isCase ? fields[2] : "",
        source: isCase ? fields[3] : "",
        place: isCase ? fields[4] : "",
        practices: isCase ? fields[5] : "",
        aliases: isCase ? "" : fields[2],
        cases: isCase ? "" : fields[3],
        components: isCase ? "" : fields[5],
        definition: isCase ? "" : fields[6],
        isFull: rights[0] === "full",
        script: rights[1],
        quotes: fields.slice(8),
      };
    }

    /** A quote of the summary that shows why a document was found; null where its text is to be loaded for that, because the
     * title does not show it either.
     * @param {Result} result @param {Ranked} hit @param {Summary} summary @returns {Snippet|null} */
    quote(result, hit, summary) {
      const runs = result.plans.flatMap((plan) => plan.runs);
      for (const quote of summary.quotes) {
        const snippet = snippetOf(quote, runs, [], this.foldTable);
        if (snippet.marks.length > 0) return snippet;
      }
      const title = fold(summary.title, this.foldTable).text;
      const isInTitle = runs.length > 0 && runs.every((run) => title.includes(run));
      if (hit.type === "case" && summary.isFull && !isInTitle) return null;
      const snippets = summary.quotes.map((quote) => snippetOf(quote, runs, tokensOf(result), this.foldTable));
      return snippets.find((snippet) => snippet.marks.length > 0) || snippets[0] || { text: "", marks: [] };
    }

    /**
     * The piece of text that shows why a document was found, marked on the characters as printed. A quote of the summary where
     * it has the words; else the text is loaded.
     * @param {Result} result @param {Ranked} hit @param {Summary} summary @returns {Promise<Snippet>}
     */
    async snippet(result, hit, summary) {
      const quote = this.quote(result, hit, summary);
      if (quote) return quote;
      const runs = result.plans.flatMap((plan) => plan.runs);
      const tokens = tokensOf(result);
      const text = await this.textOf(summary);
      const snippet = snippetOf(text, runs, tokens, this.foldTable);
      if (snippet.marks.length > 0 || summary.quotes.length === 0) return snippet;
      return snippetOf(summary.quotes[0] || "", runs, tokens, this.foldTable);
    }

    /** Whether a name holds a query, both folded as far as is known. @param {string} query @param {string} name */
    isIn(query, name) {
      const asked = nameToken(fold(query, this.foldTable).text);
      return codePointCount(asked) >= 2 && nameToken(fold(name, this.foldTable).text).includes(asked);
    }

    /** Marks in a short text: a title. @param {Result} result @param {string} text @returns {Snippet} */
    marksIn(result, text) {
      const folded = fold(text, this.foldTable);
      const marks = matchesIn(folded.text, result.plans.flatMap((plan) => plan.runs));
      return { text, marks: marks.map((m) => original(folded.starts, text, m)) };
    }

    /** Why it was found, strongest first. @param {Result} result @param {Ranked} hit @param {Summary} summary @returns {Reason[]} */
    why(result, hit, summary) {
      /** @type {Reason[]} */
      const why = [];
      const isMeant = !result.meant || (result.meant.has(hit.document) && !(result.literal && result.literal.has(hit.document)));
      if (result.readAs && isMeant) why.push({ code: result.readAs.code, args: [result.readAs.typed, result.readAs.names.join("、")] });
      const isNear = !!result.near && result.near.has(hit.document);
      if (isNear || (result.isPartial && !(result.meant && isMeant))) why.push({ code: "partial", args: [] });
      const hasAll = (/** @type {string} */ text) => {
        if (!text) return false;
        const folded = fold(text, this.foldTable).text;
        return result.plans.some((plan) => plan.groups.every((group) => group.some((token) => folded.includes(token)))
          && plan.phrases.every((phrase) => folded.includes(phrase)));
      };
      const name = nameToken(fold(summary.title, this.foldTable).text);
      if (result.plans.some((plan) => plan.names.includes(name))) why.push({ code: "name", args: [summary.title] });
      else if (hasAll(summary.title)) why.push({ code: "title", args: [] });
      if (hit.type === "practice") {
        for (const alias of summary.aliases.split("、")) if (hasAll(alias)) why.push({ code: "alias", args: [alias] });
        for (const part of summary.components.split("、")) if (hasAll(part)) why.push({ code: "component", args: [part] });
      } else {
        for (const practice of summary.practices.split("、"))
          if (hasAll(practice)) why.push({ code: "practice", args: [practice] });
        for (const level of summary.place.split("/")) if (hasAll(level)) why.push({ code: "place", args: [level] });
      }
      return why;
    }
  }

  /** Whether an order by date is asked for; an answer found beforehand has none. @param {string|undefined} sort @returns {sort is "new"|"old"} */
  function isOrder(sort) {
    return sort === "new" || sort === "old";
  }

  /** @param {{document: number, score: number}} a @param {{document: number, score: number}} b */
  function better(a, b) {
    return b.score - a.score || a.document - b.document;
  }

  /** @param {Set<number>|null} near @param {(a: {document: number, score: number}, b: {document: number, score: number}) => number} order */
  function nearLast(near, order) {
    if (!near || near.size === 0) return order;
    return (/** @type {{document: number, score: number}} */ a, /** @type {{document: number, score: number}} */ b) =>
      Number(near.has(a.document)) - Number(near.has(b.document)) || order(a, b);
  }

  /** The first of some hits in an order, without putting the others in order. @template T @param {T[]} hits @param {number} top
   * @param {(a: T, b: T) => number} order total @returns {T[]} */
  function bestOf(hits, top, order) {
    if (top * 8 > hits.length) return hits.sort(order).slice(0, top);
    const best = hits.slice(0, top).sort(order);
    for (let i = top; i < hits.length; i++) {
      if (order(hits[i], best[top - 1]) >= 0) continue;
      let at = top - 1;
      for (; at > 0 && order(hits[i], best[at - 1]) < 0; at--) best[at] = best[at - 1];
      best[at] = hits[i];
    }
    return best;
  }

  /** Hits of two kinds, in document order; what both have counts for both. @param {Found[]} some @param {Found[]} others */
  function joined(some, others) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    for (const { document, sum } of [...some, ...others]) scores.set(document, (scores.get(document) || 0) + sum);
    return [...scores].map(([document, sum]) => ({ document, score: f(sum), sum })).sort((a, b) => a.document - b.document);
  }

  /** The documents that can have all of some groups, where few can: those of the rarest. Else null: each list is gone through.
   * @param {(Postings|null)[][]} groups the lists of each @returns {Int32Array|null} */
  function fewest(groups) {
    const sizes = groups.map((group) => group.reduce((sum, list) => sum + (list ? list.count : 0), 0));
    const least = Math.min(...sizes);
    if (least * MANY > sizes.reduce((sum, size) => sum + size, 0)) return null;
    const documents = groups[sizes.indexOf(least)].flatMap((list) => (list ? Array.from(list.documents) : []));
    return Int32Array.from(new Set(documents)).sort();
  }

  /** A list without all but some documents, both in rising order. @param {Postings} list @param {Int32Array} some @returns {Postings} */
  function within(list, some) {
    /** @type {number[]} */
    const places = [];
    let from = 0;
    for (const d of some) {
      let to = list.count;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (list.documents[middle] < d) from = middle + 1;
        else to = middle;
      }
      if (list.documents[from] === d) places.push(from);
    }
    return { count: list.count, documents: Int32Array.from(places, (at) => list.documents[at]), frequencies: Int32Array.from(places, (at) => list.frequencies[at]) };
  }

  /** The plan of a query that is answered: of one run, whose words are in the index. @param {string} run folded @returns {Plan|null} */
  function planOfRun(run) {
    const [only] = runsOf(run, MOST_TOKENS);
    if (!only || only.text !== run || only.characters < 2) return null;
    const bigrams = only.bigrams.filter((b) => !only.words.some((w) => w[0] <= b[0] && b[1] <= w[1]));
    const tokens = new Set([...only.words, ...bigrams].map(([from, to]) => run.slice(from, to)));
    return { groups: [...tokens].map((token) => [token]), phrases: [], written: [], isNowhere: false, chains: [], names: [run], runs: [run] };
  }

  /** The answers of a bucket: terms where the query is an everyday word, and the fields of each line. @param {Block} block */
  function parseAnswers(block) {
    /** @type {Map<string, {terms: string[], isPartial: boolean, lines: string[][]}>} */
    const answers = new Map();
    /** @type {string[][]} */
    let lines = [];
    for (const line of block.text === "" ? [] : block.text.split("\n")) {
      const fields = line.split("\t");
      if (line.startsWith("=")) {
        const isPartial = fields[0].endsWith("~");
        answers.set(fields[0].slice(1, isPartial ? -1 : undefined), { terms: fields.slice(1), isPartial, lines: (lines = []) });
      } else lines.push(fields);
    }
    return answers;
  }

  /** The terms of a block; their lists are read when they are asked for. @param {Block} block */
  function parseBucket(block) {
    /** @type {Map<string, Entry|Numbers>} */
    const entries = new Map();
    /** @type {Map<string, string[]>} */
    const continuations = new Map();
    /** @type {Map<string, string[]>} */
    const synonyms = new Map();
    const numbers = new Numbers(block.data);
    for (const term of block.text === "" ? [] : block.text.split("\n")) {
      if (term.startsWith("^")) {
        const [everyday, ...terms] = term.slice(1).split("\t");
        synonyms.set(everyday, terms);
        continue;
      }
      if (term.startsWith("=")) {
        const characters = Array.from(term.slice(1));
        continuations.set(characters[0], characters.slice(1).map((c) => characters[0] + c));
        continue;
      }
      const end = numbers.next() + numbers.at;
      entries.set(term, new Numbers(block.data.slice(numbers.at, end)));
      numbers.at = end;
    }
    return { entries, continuations, synonyms };
  }

  /** @param {Numbers} numbers @returns {Entry} */
  function readEntry(numbers) {
    const mask = numbers.next();
    return { lists: FIELDS.map((_, field) => (mask & (1 << field) ? readPostings(numbers, field, numbers.next()) : null)) };
  }

  /** @param {Numbers} numbers @param {number} field @param {number} count @returns {Postings} */
  function readPostings(numbers, field, count) {
    const documents = new Int32Array(count);
    const frequencies = new Int32Array(count);
    const steps = STEPS[field];
    if (count < LEAST_CODED) {
      for (let i = 0, next = 0; i < count; i++) {
        const value = numbers.next();
        next = (documents[i] = next + Math.floor(value / steps.length)) + 1;
        frequencies[i] = steps[value % steps.length];
      }
      return { count, documents, frequencies };
    }
    const decoder = new RangeDecoder(numbers);
    for (let i = 0, next = 0; i < count; i++) {
      next = (documents[i] = next + decoder.gap() - 1) + 1;
      frequencies[i] = steps[decoder.step(steps.length - 1)];
    }
    decoder.finish();
    return { count, documents, frequencies };
  }

  /** Rising numbers, listed like the documents of a name. @param {string} text */
  function numbersOf(text) {
    const numbers = new Numbers(text);
    return readPostings(numbers, 0, numbers.next()).documents;
  }

  /** @param {Block} block @returns {Map<string, string[]>} */
  function parseLines(block) {
    const lines = new Map();
    for (const line of block.text.split("\n")) {
      const [key, ...values] = line.split("\t");
      lines.set(key, values);
    }
    return lines;
  }

  // ---- snippets ----

  /** Every place of every needle, in order, overlapping ones joined. @param {string} text @param {string[]} needles */
  function matchesIn(text, needles) {
    /** @type {number[][]} */
    const found = [];
    for (const needle of needles) {
      if (!needle) continue;
      for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found.push([at, at + needle.length]);
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    /** @type {number[][]} */
    const joined = [];
    for (const next of found) {
      const last = joined[joined.length - 1];
      if (last && next[0] <= last[1]) last[1] = Math.max(last[1], next[1]);
      else joined.push([next[0], next[1]]);
    }
    return joined;
  }

  /** @param {Result} result */
  function tokensOf(result) {
    return [...new Set(result.plans.flatMap((plan) => [...plan.groups.flat(), ...plan.written]))];
  }

  /** @param {number[]|null} starts @param {string} text @param {number[]} match @returns {number[]} */
  function original(starts, text, match) {
    if (!starts) return match;
    const last = starts[match[1] - 1];
    return [starts[match[0]], last + (/** @type {number} */ (text.codePointAt(last)) > 0xffff ? 2 : 1)];
  }

  /** @param {string} text @param {string[]} runs @param {string[]} tokens @param {FoldTable} table @returns {Snippet} */
  function snippetOf(text, runs, tokens, table) {
    const folded = fold(text, table);
    let matches = matchesIn(folded.text, runs);
    if (matches.length === 0) matches = matchesIn(folded.text, tokens);
    const marks = matches.map((m) => original(folded.starts, text, m));
    const from = marks.length === 0 ? 0 : begin(text, best(marks));
    const to = safe(text, Math.min(text.length, from + Math.max(WINDOW, marks.length === 0 ? WINDOW : 0)));
    const lead = from > 0 ? "…" : "";
    return {
      text: lead + text.slice(from, to).replace(/\n/g, " ") + (to < text.length ? "…" : ""),
      marks: marks.filter((m) => m[0] >= from && m[1] <= to).map((m) => [m[0] - from + lead.length, m[1] - from + lead.length]),
    };
  }

  /** Where the window with most matched characters begins. @param {number[][]} marks */
  function best(marks) {
    let best = 0, bestLength = -1, right = 0, length = 0;
    for (let left = 0; left < marks.length; left++) {
      const limit = marks[left][0] + WINDOW - LEAD;
      while (right < marks.length && marks[right][1] <= limit) {
        length += marks[right][1] - marks[right][0];
        right++;
      }
      if (length > bestLength) { bestLength = length; best = left; }
      if (right > left) length -= marks[left][1] - marks[left][0];
      else right = left + 1;
    }
    return marks[best][0];
  }

  /** @param {string} text @param {number} match */
  function begin(text, match) {
    const least = Math.max(0, match - LEAD);
    for (let i = match - 1; i >= least; i--) if ("。！？；\n".includes(text[i])) return i + 1;
    return least === 0 ? 0 : safe(text, least);
  }

  /** Never between the two halves of a character. @param {string} text @param {number} at */
  function safe(text, at) {
    return at > 0 && at < text.length && /[\ud800-\udbff]/.test(text[at - 1]) && /[\udc00-\udfff]/.test(text[at]) ? at - 1 : at;
  }

  C.SearchIndex = SearchIndex;
  C.BlockError = BlockError;
  /** For the scripts that few queries need. */
  C.shared = { Numbers, RADIX, FIRST_PAGE, NAME_FIELDS, TOKEN_FIELDS, BODY, bucketOf, codePointCount, parseLines, literal, tokensOfPhrase };
  /** For tests: the rule without an index. */
  C.rule = { FoldTable, fold, runsOf, nameToken, literal, piecesOf, tokensOfPhrase, kindOf, Numbers, fnv, checksum, snippetOf };
})(Cunjian);
