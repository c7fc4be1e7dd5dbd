// Streamlit's code is written for 2024 browsers; these few functions are what Chromium 94 to 118
// (Windows 7 stops at 109) lacks of it. Each is added only where it is missing.
(() => {
  const add = (owner, name, value) => {
    if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  const list = Array.prototype;
  add(list, "at", function (i) { return this[i < 0 ? this.length + i : i]; });
  add(list, "toSorted", function (compare) { return [...this].sort(compare); });
  add(list, "toReversed", function () { return [...this].reverse(); });
  add(list, "toSpliced", function (...change) { const copy = [...this]; copy.splice(...change); return copy; });
  add(list, "with", function (i, value) { const copy = [...this]; copy[i < 0 ? copy.length + i : i] = value; return copy; });
  add(list, "findLast", function (test, self) {
    for (let i = this.length - 1; i >= 0; i--) if (test.call(self, this[i], i, this)) return this[i];
    return undefined;
  });
  add(list, "findLastIndex", function (test, self) {
    for (let i = this.length - 1; i >= 0; i--) if (test.call(self, this[i], i, this)) return i;
    return -1;
  });
  add(Object, "hasOwn", (owner, key) => Object.prototype.hasOwnProperty.call(owner, key));
  add(Object, "groupBy", (items, keyOf) => {
    const groups = Object.create(null);
    let i = 0;
    for (const item of items) { const key = keyOf(item, i++); (groups[key] ||= []).push(item); }
    return groups;
  });
  add(Promise, "withResolvers", function () {
    let resolve, reject;
    const promise = new this((yes, no) => { resolve = yes; reject = no; });
    return { promise, resolve, reject };
  });
  add(Set.prototype, "union", function (other) { return new Set([...this, ...other.keys()]); });
  add(Set.prototype, "difference", function (other) { return new Set([...this].filter((x) => !other.has(x))); });
  add(Set.prototype, "intersection", function (other) { return new Set([...this].filter((x) => other.has(x))); });
  add(Set.prototype, "isSubsetOf", function (other) { return [...this].every((x) => other.has(x)); });
  add(URL, "canParse", (text, base) => { try { new URL(text, base); return true; } catch { return false; } });
  add(window, "structuredClone", (value) => JSON.parse(JSON.stringify(value)));
})();
