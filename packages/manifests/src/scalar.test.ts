import { EVENT_ID, parseEvents, type ScalarEvent } from "js-yaml";
import { describe, expect, it } from "vitest";
import { Remarks } from "./remarks.js";
import {
  checkCollectionTag,
  checkKey,
  checkKeyPlace,
  type Dialect,
  isMergeKey,
  readScalar,
  scalarEnd,
  scalarStart,
} from "./scalar.js";

const context = (text: string, dialect: Dialect = "yaml") => ({
  text,
  dialect,
  directives: [],
  remarks: new Remarks(),
});

const firstScalar = (text: string): ScalarEvent => {
  const event = parseEvents(text, {}).find(({ type }) => type === EVENT_ID.SCALAR);
  if (event?.type !== EVENT_ID.SCALAR) throw new Error(`no scalar in ${text}`);
  return event;
};

describe("readScalar", () => {
  it.each([
    ["12", { text: "12", value: 12 }],
    ["'12'", { text: "12", value: "12" }],
    ['"a\\tb"', { text: "a\tb", value: "a\tb" }],
    ["|\n  12\n", { text: "12\n", value: "12\n" }],
    ["!!str 12", { text: "12", value: "12" }],
    ["!!int '12'", { text: "12", value: 12 }],
  ])("reads %j", (text, scalar) => {
    expect(readScalar(firstScalar(text), context(text))).toEqual(scalar);
  });
});

it.each([
  ["plain text", "plain text"],
  ["'single'", "'single'"],
  ['  "double"  ', '"double"'],
  ["- &anchor", "anchor"],
  ["- !!str", "!!str"],
])("finds where the scalar of %j is written", (text, written) => {
  const event = firstScalar(text);
  expect(text.slice(scalarStart(event), scalarEnd(event))).toBe(written);
});

it("finds nothing of a scalar that is not written", () => {
  expect(scalarStart(firstScalar("-\n"))).toBe(-1);
});

it.each([
  ["<<: {}", true],
  ["! <<: {}", true],
  ["!!merge <<: {}", true],
  ["!!str <<: {}", false],
  ["'<<': {}", false],
  ["<<<: {}", false],
  ["a: {}", false],
])("%s is a merge key: %s", (text, merge) => {
  expect(isMergeKey(firstScalar(text), context(text))).toBe(merge);
});

it.each([
  ["short: 1", "yaml", undefined],
  [`${"k".repeat(1025)}: 1`, "yaml", "syntax"],
  [`${"k".repeat(1025)}: 1`, "json", undefined],
  [`? ${"k".repeat(1025)}`, "yaml", undefined],
] as const)("checks the key of %.20j in %s: %s", (text, dialect, code) => {
  const scalar = context(text, dialect);
  checkKey(firstScalar(text), scalar);
  expect(scalar.remarks.failure?.code).toBe(code);
});

it("remarks on the tag of a collection only if it is unknown", () => {
  const scalar = context("!!map !x");
  checkCollectionTag(-1, -1, scalar);
  checkCollectionTag(0, 5, scalar);
  expect(scalar.remarks.notes).toEqual([]);
  checkCollectionTag(6, 8, scalar);
  expect(scalar.remarks.notes).toMatchObject([{ code: "unknown-tag", offset: 6 }]);
});

it.each([
  ["a: 1\nb: 2", undefined],
  ["a: 1\n? b\n: 2", undefined],
  ["a: 1\n&x !!str b: 2", undefined],
  ["- !!str a: 1\n  b: 2", undefined],
  ["a:\n- {} b: 2", "syntax"],
])("checks that the keys of %j have lines of their own: %s", (text, code) => {
  const keys = context(text);
  const events = parseEvents(text, {}).filter((event) => event.type === EVENT_ID.SCALAR);
  for (const event of events)
    if (/[ab]/.test(text[event.valueStart] ?? "")) checkKeyPlace(event, text.search(/[!a]/), keys);
  expect(keys.remarks.failure?.code).toBe(code);
});
