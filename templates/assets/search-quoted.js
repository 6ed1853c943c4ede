// @ts-check
/*
 * What is quoted stands literally in a text. Loaded by search.js when a query has quotes. FORMAT.md, section 3; PhraseQuery in Java.
 */
"use strict";

/**
 * @typedef {{document: number, type: "practice"|"case", score: number}} Ranked
 * @typedef {{phrases: string[]}} Plan what is used of it here
 * @typedef {{practices: Ranked[], cases: Ranked[], matches: Int32Array}} Result and of the result of a search
 */

(function (C) {
  const { literal, tokensOfPhrase } = C.shared;
  /** Texts that a quoted phrase is looked for in at once, and for one answer. */
  const READ_AT_ONCE = 10, MOST_READ = 200;

  class Quotes {
    /** @param {any} index */
    constructor(index) {
      this.index = index;
    }

    /**
     * Of hits that have the words of phrases, the first that hold them literally. The texts are read in the order of the hits until there are enough.
     * @param {Plan} plan @param {Result} result all hits @param {number} top @param {boolean} readAll @returns {Promise<any>}
     */
    async read(plan, result, top, readAll) {
      const isSure = plan.phrases.every((phrase) => tokensOfPhrase(phrase).join("\n") === phrase);
      /** @type {Set<number>} */
      const without = new Set();
      let unread = 0;
      const first = async (/** @type {Ranked[]} */ hits) => {
        if (isSure) return { found: hits, total: hits.length };
        const found = [];
        let at = 0;
        while (at < hits.length && (readAll || (found.length < top && at < MOST_READ))) {
          const some = hits.slice(at, at + READ_AT_ONCE);
          const holds = await Promise.all(some.map((hit) => this.holds(plan, hit)));
          some.forEach((hit, i) => (holds[i] ? found.push(hit) : without.add(hit.document)));
          at += some.length;
        }
        const rest = hits.length - at;
        unread += rest;
        return { found, total: found.length + rest };
      };
      const practices = await first(result.practices), cases = await first(result.cases);
      return {
        ...result,
        practiceTotal: practices.total,
        caseTotal: cases.total,
        practices: practices.found.slice(0, top),
        cases: cases.found.slice(0, top),
        matches: result.matches.filter((document) => !without.has(document)),
        unread,
      };
    }

    /** Whether a document holds all phrases; not, where its text cannot be loaded. @param {Plan} plan @param {Ranked} hit */
    async holds(plan, hit) {
      const summary = await this.index.summary(hit, []); // whole: what came with an answer lacks aliases
      const shown = [summary.title, summary.aliases, summary.definition, ...(summary.isFull && hit.type === "case" ? summary.quotes : [])];
      const texts = shown.map((text) => literal(text, this.index.foldTable));
      const lacking = () => plan.phrases.filter((phrase) => !texts.some((text) => text.includes(phrase)));
      if (hit.type === "case" && summary.isFull && lacking().length > 0)
        try {
          texts.push(literal(await this.index.textOf(summary), this.index.foldTable));
        } catch (e) {
          return false;
        }
      return lacking().length === 0;
    }
  }

  C.Quotes = Quotes;
})(/** @type {any} */ (globalThis).Cunjian);
