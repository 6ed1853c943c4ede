// Opens a web index from a folder, running its scripts as a browser would, and counts what it loads.
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import zlib from "node:zlib";

const asset = (name) => new URL("../../../templates/assets/" + name + ".js", import.meta.url);
const reader = fs.readFileSync(asset("search"), "utf8");

/** @param {(name: string) => boolean} [isLost] blocks that do not arrive */
export function openIndex(site, isLost = () => false) {
  const context = vm.createContext({ Promise, Map, Set, Array, Object, JSON, Math, Error });
  vm.runInContext(reader, context, { filename: "search.js" });
  const loaded = [];
  const inject = async (name) => {
    if (isLost(name)) throw new Error(name);
    const file = name.startsWith("../assets/") ? asset(path.basename(name)) : path.join(site, "search-index", name + ".js");
    const script = fs.readFileSync(file);
    loaded.push({ name, bytes: script.length, gzip: zlib.gzipSync(script, { level: 9 }).length });
    vm.runInContext(script.toString("utf8"), context, { filename: name });
  };
  const Cunjian = vm.runInContext("Cunjian", context);
  return { index: new Cunjian.SearchIndex(inject), Cunjian, loaded };
}
