import { parseEvents } from "js-yaml";
import { describe, expect, it } from "vitest";
import { compose } from "./compose.js";
import { Remarks } from "./remarks.js";

const read = (text: string) => {
  const remarks = new Remarks();
  const value = compose(text, parseEvents(text, { maxDepth: 500 }), remarks);
  return { value, failure: remarks.failure, notes: remarks.notes };
};

describe("compose builds what go-yaml v2 and sigs.k8s.io/yaml do", () => {
  it.each([
    ["nothing", "# comment", null],
    ["the first of several documents", "a: 1\n--- {b: 2}", { a: 1 }],
    [
      "keys of other types as strings",
      "1: a\ntrue: b\n1.5: c\n2001-01-01: d",
      { 1: "a", true: "b", "1.5": "c", "2001-01-01": "d" },
    ],
    ["aliases", "a: &x [1]\nb: *x\nc: &y k\n*y : 2", { a: [1], b: [1], c: "k", k: 2 }],
    ["the anchor defined last", "- &x 1\n- *x\n- &x 2\n- *x", [1, 1, 2, 2]],
    [
      "a merge, which overrides what stands before it",
      "a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n  c: 4",
      { a: { b: 1, c: 2 }, d: { b: 1, c: 4 } },
    ],
    ["a merge of several, of which the first wins", "<<: [{a: 1}, {a: 2, b: 2}]", { a: 1, b: 2 }],
    ["a merge by tag", "!!merge k: 1\n!!merge <<: {a: 1}", { k: 1, a: 1 }],
    ["no merge of a quoted key", "'<<': {a: 1}", { "<<": { a: 1 } }],
    ["no merge of the value <<", "a: <<", { a: "<<" }],
    ["flow pairs", "[a: 1, {b, c: }]", [{ a: 1 }, { b: null, c: null }]],
    ["integers beyond 2^53", "a: 9007199254740993", { a: 9007199254740993n }],
    ["empty nodes", "a:\nb: ~\nc: ''\n? d\ne: !!str", { a: null, b: null, c: "", d: null, e: "" }],
    ["a timestamp as a string", "a: 2001-12-14t21:59:43.10-05:00", { a: "2001-12-14t21:59:43.10-05:00" }],
  ])("%s", (_what, text, value) => {
    expect(read(text)).toEqual({ value, failure: undefined, notes: [] });
  });

  it("makes `__proto__` a property like any other", () => {
    const { value } = read("__proto__: {a: 1}\nb: {<<: {__proto__: 2}}");
    expect(Object.keys(value as object)).toEqual(["__proto__", "b"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1},"b":{"__proto__":2}}');
  });

  it.each([
    ["duplicate-key", "warning", "a: 1\na: 2", 5, { a: 2 }],
    ["duplicate-key", "warning", "1: a\n'1': b", 5, { 1: "b" }],
    ["octal-number", "warning", "mode: 0755", 6, { mode: 493 }],
    ["unknown-tag", "error", "a: !local 12", 3, { a: "12" }],
    ["unknown-tag", "error", "!local {a: 1}", 0, { a: 1 }],
  ])("remarks on a %s (%s) and reads it", (code, severity, text, offset, value) => {
    const { value: read_, failure, notes } = read(text);
    expect(read_).toEqual(value);
    expect(failure).toBeUndefined();
    expect(notes).toMatchObject([{ code, severity, offset }]);
  });

  it("takes no merged key for a duplicate, but a second one for one", () => {
    expect(read("<<: {a: 1}\na: 2").notes).toEqual([]);
    expect(read("<<: {a: 1}\na: 2\na: 3").notes).toMatchObject([{ code: "duplicate-key", offset: 16 }]);
  });

  it.each([
    ["complex-key", "{{ x }}: 1", 1],
    ["complex-key", "? [a]\n: 1", 2],
    ["complex-key", "a: &x [1]\n*x : 2", 10],
    ["null-key", "~: 1", 0],
    ["null-key", "12345678901234567890: 1", 0],
    ["undefined-alias", "a: *x", 3],
    ["undefined-alias", "- *x\n- &x 1", 2],
    ["alias-bomb", "a: &x [*x]", 7],
    ["merge", "<<: 1", 4],
    ["merge", "<<: [1]", 4],
    ["merge", "a: &x [{}]\n<<: *x", 15],
    ["non-finite-number", "a: .inf", 3],
    ["non-finite-number", "a: [.nan]", 4],
    ["invalid-tag-value", "a: !!int x", 3],
    ["syntax", 'a: "\\/"', 4],
    ["syntax", "a: &x/y 1", 4],
    ["syntax", '{"a\n  b": 1}', 1],
    ["syntax", `${"k".repeat(1025)}: 1`, 0],
    ["syntax", "%YAML 1.2\n--- {a: 1}", 0],
  ])("refuses with %s: %j", (code, text, offset) => {
    expect(read(text).failure).toMatchObject({ severity: "error", code, offset });
  });

  it.each(['? "a\n  b"\n: 1', `? ${"k".repeat(1025)}\n: 1`])("takes a long key behind a question mark: %j", (text) => {
    expect(read(text).failure).toBeUndefined();
  });

  it("refuses aliases that expand to more than go-yaml allows", () => {
    const names = [..."abcdefghijklmnop"];
    const lines = names
      .slice(1)
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${names[index]}`).join(", ")}]`);
    expect(read(["a: &a [x]", ...lines].join("\n")).failure).toMatchObject({ code: "alias-bomb" });
    expect(read(["a: &a [x]", ...lines.slice(0, 2)].join("\n")).failure).toBeUndefined();
  });

  it("takes from JSON what libyaml refuses", () => {
    const text = `{"\\/": "\\ud83d\\ude00", "${"k".repeat(1025)}": 1}`;
    const remarks = new Remarks();
    const value = compose(text, parseEvents(text, {}), remarks, "json");
    expect(remarks.failure).toBeUndefined();
    expect(value).toEqual(JSON.parse(text));
  });
});
