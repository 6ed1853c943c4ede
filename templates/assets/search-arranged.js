// @ts-check
/*
 * How results are arranged: what they have in common, filters by that, and an order by date. Loaded by search.js when a facet is opened, a filter
 * is on or a date asked for. FORMAT.md, section 4.
 */
"use strict";

/**
 * @typedef {{documents: number, facets: string[]}} Root what is used of it here
 * @typedef {{matches: Int32Array}} Result and of the result of a search
 * @typedef {{value: string, label: string, parent: string, count: number}} FacetCount
 */

(function (C) {
  const { Numbers, RADIX, FIRST_PAGE } = C.shared;
  /** Columns that practices have none of: FacetBlocks in Java. */
  const OF_CASES_ONLY = ["place2", "place3", "place4"];

  class Arrangement {
    /** @param {any} index */
    constructor(index) {
      this.index = index;
    }

    /**
     * How often each value of a column occurs among the cases found, most frequent first.
     * @param {Result} result @param {string} column a kind, or place0 (provinces) to place4 @returns {Promise<FacetCount[]>}
     */
    async facets(result, column) {
      const root = await this.index.root();
      if (!root.facets.includes(column)) return [];
      /** @type {Map<string, FacetCount>} */
      const counts = new Map();
      for (const part of this.index.parts(root, "c")) {
        const within = result.matches.filter((d) => d >= part.from && d < part.to);
        if (within.length === 0) continue;
        const { values, starts, lines } = await this.column(column, part.name);
        for (const d of within)
          for (let i = starts[d - part.from]; i < starts[d - part.from + 1]; i++) {
            const value = values[lines[i]];
            const count = counts.get(value.value) || { ...value };
            count.count++;
            counts.set(value.value, count);
          }
      }
      return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }

    /** The name of a facet value. @param {string} kind @param {string} value @returns {Promise<string>} */
    async labelOf(kind, value) {
      const root = await this.index.root();
      for (const column of this.likelyColumns(root, kind, value)) {
        const found = await this.findValue(root, column, value);
        if (found) return found.label;
      }
      return value;
    }

    /** Which documents pass. @param {Root} root @param {Object<string, string[]>} filters
     * @returns {Promise<Uint8Array|null>} */
    async filter(root, filters) {
      /** @type {Uint8Array|null} */
      let passed = null;
      for (const kind of Object.keys(filters)) {
        if (filters[kind].length === 0) continue;
        const some = new Uint8Array(root.documents);
        const columns = new Set(filters[kind].flatMap((value) => this.likelyColumns(root, kind, value)));
        for (const column of columns) await this.passColumn(root, column, new Set(filters[kind]), some);
        if (passed) for (let d = 0; d < some.length; d++) some[d] &= passed[d];
        passed = some;
      }
      return passed;
    }

    /** @param {Root} root @param {string} column @param {Set<string>} wanted @param {Uint8Array} passed */
    async passColumn(root, column, wanted, passed) {
      const isDerived = OF_CASES_ONLY.includes(column);
      const own = new Uint8Array(root.documents);
      await this.pass(column, [...(isDerived ? [] : this.index.parts(root, "p")), ...this.index.parts(root, "c")], wanted, own);
      if (isDerived && own.includes(1)) await this.passPractices(root, own);
      for (let d = 0; d < own.length; d++) passed[d] |= own[d];
    }

    /** Lets pass the practices of cases that pass. @param {Root} root @param {Uint8Array} passed */
    async passPractices(root, passed) {
      /** @type {Set<string>} */
      const practices = new Set();
      for (const part of this.index.parts(root, "c")) {
        const { values, starts, lines } = await this.column("practice", part.name);
        for (let k = 0; k + 1 < starts.length; k++)
          if (passed[part.from + k]) for (let i = starts[k]; i < starts[k + 1]; i++) practices.add(values[lines[i]].value);
      }
      await this.pass("practice", this.index.parts(root, "p"), practices, passed);
    }

    /** @param {string} column @param {{name: string, from: number}[]} parts @param {Set<string>} wanted @param {Uint8Array} passed */
    async pass(column, parts, wanted, passed) {
      for (const part of parts) {
        const { values, starts, lines } = await this.column(column, part.name);
        const isWanted = values.map((/** @type {FacetCount} */ v) => wanted.has(v.value));
        if (!isWanted.includes(true)) continue;
        for (let k = 0; k + 1 < starts.length; k++)
          for (let i = starts[k]; i < starts[k + 1]; i++)
            if (isWanted[lines[i]]) passed[part.from + k] = 1;
      }
    }

    /** @param {Root} root @param {string} column @param {string} value */
    async findValue(root, column, value) {
      for (const part of this.index.parts(root, "c")) {
        const found = (await this.column(column, part.name)).values.find((/** @type {FacetCount} */ v) => v.value === value);
        if (found) return found;
      }
      return null;
    }

    /** Columns where a value may stand, by the length of a place's code. @param {Root} root @param {string} kind @param {string} value */
    likelyColumns(root, kind, value) {
      const level = { 2: 0, 4: 1, 6: 2, 9: 3, 12: 4 }[value.length];
      const columns = this.columnsOf(root, kind);
      if (kind !== "place" || level === undefined) return columns;
      return columns.filter((column) => column === "place" + level);
    }

    /** Columns that hold a kind: places have one for each level. @param {Root} root @param {string} kind */
    columnsOf(root, kind) {
      return root.facets.filter((column) => column === kind || (kind === "place" && /^place\d$/.test(column)));
    }

    /** @param {string} kind column @param {string} block
     * @returns {Promise<{values: FacetCount[], starts: Int32Array, lines: Int32Array}>} */
    column(kind, block) {
      return this.index.blocks.load("f/" + kind + "-" + block, (/** @type {{text: string, data: string}} */ b) => {
        const values = b.text === "" ? [] : b.text.split("\n").map((line) => {
          const [value, label, parent] = line.split("\t");
          return { value, label, parent, count: 0 };
        });
        const numbers = new Numbers(b.data);
        const starts = [0];
        const lines = [];
        while (numbers.at < b.data.length) {
          for (let n = numbers.next(); n > 0; n--) lines.push(numbers.next());
          starts.push(lines.length);
        }
        return { values, starts: Int32Array.from(starts), lines: Int32Array.from(lines) };
      });
    }

    // -- order --

    /**
     * The days of the cases found, in rising order, by document. Of a few they stand in the summaries, which results show anyway.
     * @param {{document: number, score: number}[]} cases @returns {Promise<Int32Array>}
     */
    async days(cases) {
      const root = await this.index.root();
      return !this.index.days && cases.length <= FIRST_PAGE ? this.daysInSummaries(root, cases) : this.allDays(root);
    }

    /** Numbers in the order of the days. @param {Root} root @param {{document: number, score: number}[]} cases */
    async daysInSummaries(root, cases) {
      const summaries = await Promise.all(cases.map((hit) => this.index.summary({ ...hit, type: "case" }, [])));
      const dates = [...new Set(summaries.map((summary) => summary.date))].filter((date) => date !== "").sort();
      const days = new Int32Array(root.documents);
      cases.forEach((hit, i) => { days[hit.document] = dates.indexOf(summaries[i].date) + 1; });
      return days;
    }

    /** @param {Root} root */
    async allDays(root) {
      if (this.index.days) return this.index.days;
      const days = new Int32Array(root.documents);
      await Promise.all(this.index.parts(root, "c").map(async (/** @type {{name: string, from: number}} */ part) =>
        days.set(await this.index.blocks.load("d/" + part.name, readDays), part.from)));
      this.index.days = days;
      return days;
    }

    /** Those of one day stand as they would without it, those of none last.
     * @param {{sort: "new"|"old", days: Int32Array}} order @param {(a: {document: number, score: number}, b: {document: number, score: number}) => number} better */
    dayFirst(order, better) {
      const days = order.days, sign = order.sort === "new" ? -1 : 1;
      return (/** @type {{document: number, score: number}} */ a, /** @type {{document: number, score: number}} */ b) => {
        const one = days[a.document], other = days[b.document];
        if (one === other) return better(a, b);
        return one === 0 ? 1 : other === 0 ? -1 : sign * (one - other);
      };
    }
  }

  /** The day of each document of a block, three digits each: all first ones, all second ones, all third ones. @param {{data: string}} block */
  function readDays(block) {
    const digits = new Numbers(block.data);
    const days = new Int32Array(block.data.length / 3);
    for (let i = 0; i < block.data.length; i++) days[i % days.length] = days[i % days.length] * RADIX + digits.digit();
    return days;
  }

  C.Arrangement = Arrangement;
})(/** @type {any} */ (globalThis).Cunjian);
