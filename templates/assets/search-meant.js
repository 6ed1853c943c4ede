// @ts-check
/*
 * What words may mean that hardly any document has: names of the same sound, in pinyin too, or of the same shape. Loaded by
 * search.js when a query needs it. FORMAT.md, section 5; ShapeSlips and SoundTable in Java.
 */
"use strict";

/**
 * @typedef {{count: number, documents: Int32Array, frequencies: Int32Array}} Postings
 * @typedef {{runs: string[]}} Plan what is used of it here, and of the others
 * @typedef {{statistics: number[][], shapeBuckets: number, soundBuckets: number, readingBuckets: number}} Root
 * @typedef {{plans: Plan[], found: number}} Result
 */

(function (C) {
  const { NAME_FIELDS, TOKEN_FIELDS, BODY, bucketOf, codePointCount, parseLines } = C.shared;
  const MOST_SPELLINGS = 12;
  const MOST_TYPED = 48;
  /** Spellings that begin alike lie together. */
  const SHARED_LETTERS = 6;
  /** Slips of shape. */
  const MOST_SLIPPED_NAME = 8, MOST_UNDOUBTED = 4, MOST_SLIPPED_RUN = 24, MOST_SUGGESTED = 6, LIKELIER = 8, SLIP_SHARE = 16, ENOUGH_FOR_SLIP = 4;

  class Meanings {
    /** @param {any} index */
    constructor(index) {
      this.index = index;
    }

    /** @param {Root} root @param {string} token @returns {Promise<string[]>} */
    async namesLike(root, token) {
      const length = codePointCount(token);
      if (length < 2 || length > MOST_TYPED) return [];
      const spellings = await this.spellings(root, token);
      const meanings = await Promise.all(spellings.map((spelling) => this.meanings(root, spelling)));
      /** @type {Set<string>} */
      const names = new Set();
      for (const some of meanings) for (const name of some) names.add(name);
      names.delete(token);
      return [...names].slice(0, 3);
    }

    /** What words may mean that no document has: names of their sound or shape, whole names first; Searcher.readAsNames in Java.
     * @param {Root} root @param {Plan} plan @param {string} typed */
    async meaningsOf(root, plan, typed) {
      const isPinyin = /[a-z]/.test(typed);
      const alikeInSound = await this.namesLike(root, typed);
      const likely = await Promise.all(alikeInSound.map((meant) => isPinyin || this.isLikely(root, typed, meant)));
      const sound = { code: isPinyin ? "pinyin" : "sound", typed, names: alikeInSound.filter((_, i) => likely[i]) };
      const counts = await Promise.all(sound.names.map((name) => this.asName(root, name)));
      const areSoundsNames = counts.some((count) => count > 0);
      const alike = areSoundsNames ? { texts: [], areNames: false } : await this.slips(root, plan);
      const shape = { code: "shape", typed, names: alike.texts };
      return (alike.areNames ? [shape, sound] : [sound, shape]).filter((meant) => meant.names.length > 0);
    }

    /** Two characters that the index lacks are a word more often than a slip. Whole names and what is longer are told by themselves.
     * @param {Root} root @param {string} typed @param {string} meant */
    async isLikely(root, typed, meant) {
      if (codePointCount(meant) > 2 || (await this.asName(root, meant)) > 0) return true;
      const isSlip = typed[0] === meant[0] || typed[typed.length - 1] === meant[meant.length - 1];
      return isSlip && (await this.inText(root, meant)) >= this.leastSlip(root);
    }

    /** In how many texts two characters must be for others to be a slip for them. @param {Root} root */
    leastSlip(root) {
      return Math.max(this.index.leastBigram(root), Math.min(ENOUGH_FOR_SLIP, 1 + Math.floor(root.statistics[BODY][0] / SLIP_SHARE)));
    }

    /** In how many documents a token is a whole name, or one of those the document has. @param {Root} root @param {string} token */
    async asName(root, token) {
      const entry = await this.index.entry(root, token);
      if (!entry || !NAME_FIELDS.some((field) => entry.lists[field])) return 0;
      const { lists } = entry;
      return NAME_FIELDS.reduce((sum, field) => sum + (lists[field] ? /** @type {Postings} */ (lists[field]).count : 0), 0);
    }

    /** In how many texts a bigram is. @param {Root} root @param {string} bigram */
    async inText(root, bigram) {
      const entry = await this.index.entry(root, bigram);
      const list = entry && entry.lists[BODY];
      return list ? list.count : 0;
    }

    /** What a query means that has one character of a similar shape in it: ShapeSlips in Java, and FORMAT.md.
     * @param {Root} root @param {Plan} plan @returns {Promise<{texts: string[], areNames: boolean}>} */
    async slips(root, plan) {
      const nothing = { texts: [], areNames: false };
      const runs = plan.runs.map((run) => Array.from(run));
      if (!root.shapeBuckets || plan.runs.some((run) => /[a-z]/.test(run))) return nothing;
      /** @type {{run: number, from: number, to: number}|null} */
      let doubt = null;
      for (let r = 0; r < runs.length; r++)
        for (let i = 0; i + 1 < runs[r].length; i++) {
          const entry = await this.index.entry(root, runs[r][i] + runs[r][i + 1]);
          if (entry && TOKEN_FIELDS.some((field) => entry.lists[field])) continue;
          if (runs[r].length > MOST_SLIPPED_RUN || (doubt && (doubt.run !== r || doubt.to < i))) return nothing;
          doubt = { run: r, from: i, to: doubt ? doubt.to : i + 1 };
        }
      const isCertain = doubt !== null;
      if (!doubt) {
        if (runs.length !== 1 || runs[0].length < 2 || runs[0].length > MOST_UNDOUBTED) return nothing;
        doubt = { run: 0, from: 0, to: runs[0].length - 1 };
      }
      const run = runs[doubt.run];
      /** @type {{text: string, count: number}[]} */
      const names = [];
      let likely = "", mostFrequent = this.leastSlip(root) - 1;
      for (let place = doubt.from; place <= doubt.to; place++)
        for (const meant of await this.shapesLike(root, run[place])) {
          const changed = run.slice();
          changed[place] = meant;
          const text = changed.join("");
          const count = changed.length <= MOST_SLIPPED_NAME ? await this.asName(root, text) : 0;
          if (count > 0) names.push({ text, count });
          if (!isCertain || names.length > 0) continue;
          let frequency = Infinity;
          for (let i = Math.max(0, place - 1); i <= place && i + 1 < changed.length && frequency > mostFrequent; i++)
            frequency = Math.min(frequency, await this.inText(root, changed[i] + changed[i + 1]));
          if (frequency <= mostFrequent) continue;
          mostFrequent = frequency;
          likely = text;
        }
      names.sort((a, b) => b.count - a.count);
      const meant = names.length > 0 ? names.slice(0, 3).map((name) => name.text) : likely ? [likely] : [];
      const at = doubt.run;
      return { texts: meant.map((text) => plan.runs.map((r, i) => (i === at ? text : r)).join(" ")), areNames: names.length > 0 };
    }

    /** @param {Root} root @param {string} character */
    async shapesLike(root, character) {
      const lines = await this.index.blocks.load("g/" + bucketOf(character, root.shapeBuckets), parseLines);
      return Array.from((lines.get(character) || [""])[0]);
    }

    /**
     * A name that very likely was meant by words that few documents have: it sounds or looks the same, and many have it. Asked for once
     * results are shown: it takes files of its own.
     * @param {Root} root @param {Result} result @returns {Promise<{code: string, typed: string, names: string[]}|null>}
     */
    async likelier(root, result) {
      const plan = result.plans[0];
      const typed = plan.runs[0], length = codePointCount(typed);
      if (length < 2 || length > MOST_SUGGESTED || /[a-z]/.test(typed) || (await this.asName(root, typed)) > 0) return null;
      let best = null, most = LIKELIER * result.found - 1;
      const alike = await this.slips(root, plan);
      for (const { code, names } of [{ code: "sound", names: await this.namesLike(root, typed) }, { code: "shape", names: alike.texts }])
        for (const name of names) {
          const count = await this.asName(root, name);
          if (count <= most) continue;
          most = count;
          best = { code, typed, names: [name] };
        }
      return best;
    }

    /** @param {Root} root @param {string} text @returns {Promise<string[]>} */
    async spellings(root, text) {
      const readings = await Promise.all(Array.from(text, (character) => this.readings(root, character)));
      let spellings = [""];
      for (const some of readings) {
        /** @type {Set<string>} */
        const longer = new Set();
        for (const reading of some)
          for (const before of spellings) if (longer.size < MOST_SPELLINGS) longer.add(before + reading);
        spellings = [...longer];
      }
      return spellings;
    }

    /** @param {Root} root @param {string} character @returns {Promise<string[]>} */
    async readings(root, character) {
      if (/^[0-9a-z+]$/.test(character)) return [character];
      const name = "r/" + bucketOf(character, root.readingBuckets).toString(16);
      const lines = await this.index.blocks.load(name, parseLines);
      return lines.get(character) || [];
    }

    /** @param {Root} root @param {string} spelling @returns {Promise<string[]>} */
    async meanings(root, spelling) {
      if (spelling.length < 2) return [];
      const name = "y/" + bucketOf(spelling.slice(0, SHARED_LETTERS), root.soundBuckets).toString(16);
      const lines = await this.index.blocks.load(name, parseLines);
      const names = [];
      for (const text of lines.get(spelling) || []) {
        if (!text.startsWith("~")) names.push(text);
        else if (names.length === 0) return [text.slice(1)];
        if (names.length === 3) break;
      }
      return names;
    }
  }

  C.Meanings = Meanings;
})(/** @type {any} */ (globalThis).Cunjian);
