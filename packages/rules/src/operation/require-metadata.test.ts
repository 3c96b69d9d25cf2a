import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { subjectOf } from "../../test/judge-constraint.js";
import { safeRegex } from "../language/safe-regex.js";
import type { Json } from "../rule.js";
import { type MetadataPart, metadataItemsSchema, requireMetadata } from "./require-metadata.js";

const LABELS: MetadataPart = { key: "labels", entry: "Label" };
const OWN = { regex: safeRegex };

type Items = Parameters<typeof requireMetadata>[1];

const judge = (items: Items, labels: unknown, context = OWN) => {
  const check = requireMetadata(LABELS, items, context);
  if (typeof check !== "function") throw new Error("the parameters were expected to be sound");
  const subject = subjectOf({ metadata: { labels } });
  const results = check(subject);
  return { results, messages: results.map(({ message }) => message), faults: subject.object.reading.faults.length };
};

describe("metadataItemsSchema", () => {
  it("takes an absent list for an empty one, and drops unknown fields", () => {
    expect(metadataItemsSchema.parse(undefined)).toEqual([]);
    expect(metadataItemsSchema.parse([{ key: "a", note: 1 }, {}])).toEqual([{ key: "a" }, {}]);
  });
});

describe("requireMetadata", () => {
  it("requires every key, whatever its value", () => {
    const items = [{ key: "a" }, { key: "b" }];
    expect(judge(items, { a: "", b: null, c: "x" })).toMatchObject({ messages: [], faults: 0 });
  });

  it("names all missing keys at once, each once, sorted", () => {
    expect(judge([{ key: "team" }, { key: "a/b" }, { key: "team" }, {}], { x: "y" }).results).toEqual([
      {
        message: 'you must provide labels: {"a/b", "team"}',
        findings: [
          { path: ["metadata", "labels", "a/b"], found: undefined },
          { path: ["metadata", "labels", "team"], found: undefined },
        ],
        details: { missing_labels: ["a/b", "team"] },
      },
    ]);
  });

  it("requires that the pattern is found in the value", () => {
    const items = [{ key: "id", allowedRegex: "^P\\d{4}$" }];
    expect(judge(items, { id: "P1234" }).messages).toEqual([]);
    expect(judge(items, { id: "P12345" }).results).toEqual([
      {
        message: "Label <id: P12345> does not satisfy allowed regex: ^P\\d{4}$",
        findings: [{ path: ["metadata", "labels", "id"], found: "P12345", allowed: "^P\\d{4}$" }],
      },
    ]);
  });

  it("looks for the pattern anywhere in the value", () => {
    expect(judge([{ key: "a", allowedRegex: "rod" }], { a: "preprod-1" }).messages).toEqual([]);
  });

  it("says of a missing key only that it is missing", () => {
    expect(judge([{ key: "a", allowedRegex: "x" }], {}).messages).toEqual(['you must provide labels: {"a"}']);
  });

  it("checks two items of one key each by itself", () => {
    const items = [
      { key: "a", allowedRegex: "x" },
      { key: "a", allowedRegex: "y" },
    ];
    expect(judge(items, { a: "x" }).messages).toEqual(["Label <a: x> does not satisfy allowed regex: y"]);
  });

  it.each(["(", "a**", "\\1"])("finds the invalid pattern %s in no value", (allowedRegex) => {
    expect(judge([{ key: "a", allowedRegex }], { a: "abc" }).messages).toEqual([
      `Label <a: abc> does not satisfy allowed regex: ${allowedRegex}`,
    ]);
  });

  it("ignores an empty pattern, and a pattern without a key, even one that cannot be read", () => {
    expect(
      judge([{ key: "a", allowedRegex: "" }, { allowedRegex: "(" }, { allowedRegex: "\\pL" }], { a: "" }).messages,
    ).toEqual([]);
  });

  it("reports every pattern that the engine does not know, with its place", () => {
    const items = [
      { key: "a", allowedRegex: "\\pL" },
      { key: "b", allowedRegex: "b" },
      { key: "c", allowedRegex: "(?m)a" },
    ];
    expect(requireMetadata(LABELS, items, OWN)).toEqual({
      faults: [
        { path: ["labels", 0, "allowedRegex"], message: "cannot be searched for: no support for the escape `\\p`" },
        {
          path: ["labels", 2, "allowedRegex"],
          message: "cannot be searched for: no support for flags but for `i` and `s` at the start",
        },
      ],
    });
  });

  it("searches with the engine of the host", () => {
    const context = { regex: (pattern: string) => ({ test: (text: string) => `${pattern}!` === text }) };
    const items = [{ key: "a", allowedRegex: "\\pL" }];
    expect(judge(items, { a: "\\pL!" }, context).messages).toEqual([]);
    expect(judge(items, { a: "x" }, context).messages).toHaveLength(1);
  });

  it.each([
    ["labels that are a list", ["a"], 1],
    ["labels that are a text", "a", 1],
    ["a label that is a number", { a: 5 }, 1],
    ["a label that is false", { a: false }, 1],
    ["labels that are null", null, 0],
    ["inherited labels", Object.create({ a: "x" }), 0],
  ])("takes for missing %s", (_, labels, faults) => {
    expect(judge([{ key: "a" }], labels)).toMatchObject({ messages: ['you must provide labels: {"a"}'], faults });
  });

  it("takes names of built-in properties for keys like others", () => {
    const labels: Json = JSON.parse('{"__proto__": "x"}');
    const items = [{ key: "__proto__", allowedRegex: "y" }, { key: "constructor" }];
    expect(judge(items, labels).messages).toEqual([
      'you must provide labels: {"constructor"}',
      "Label <__proto__: x> does not satisfy allowed regex: y",
    ]);
  });

  it("never allows more with more items", () => {
    const item = fc.record(
      { key: fc.constantFrom("a", "b"), allowedRegex: fc.constantFrom("", "x", "y", "(") },
      { requiredKeys: [] },
    );
    const labels = fc.dictionary(fc.constantFrom("a", "b"), fc.constantFrom("x", "xy", ""));
    fc.assert(
      fc.property(fc.array(item), fc.array(item), labels, (items, more, given) => {
        const count = judge(items, given).messages.length;
        expect(judge([...items, ...more], given).messages.length).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
