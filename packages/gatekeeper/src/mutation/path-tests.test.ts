import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { parseLocation } from "./location-path.js";
import { failedCondition, readPathTests } from "./path-tests.js";

type Test = readonly [subPath: string, condition: string];
const [MUST, MUST_NOT] = ["MustExist", "MustNotExist"];

const read = (location: string, tests: readonly Test[]) => {
  const pathTests = tests.map(([subPath, condition]) => ({ subPath, condition }));
  const parsed = parseLocation(location);
  const outcome = readPathTests(
    ObjectView.root(new Reading(), { pathTests }, []),
    parsed.ok ? parsed.value : [],
    "Assign one",
  );
  return outcome.ok ? Object.fromEntries(outcome.value) : outcome.error.message;
};
const conflict = (text: string): string => `conflicting path test conditions: path ${text}`;

it.each<[string, readonly Test[], unknown]>([
  ["a.b", [], {}],
  ["a.b", [["a", MUST]], { 0: MUST }],
  [
    "a[k: v].b",
    [
      ["a[k: v]", MUST],
      ["a[k: v].b", MUST_NOT],
    ],
    { 1: MUST, 2: MUST_NOT },
  ],
  ["a", [["", MUST_NOT]], { [-1]: MUST_NOT }],
  ["a", [["a", "Maybe"]], { 0: "Maybe" }],
  [
    "a",
    [
      ["a", MUST],
      ["a", MUST],
    ],
    { 0: MUST },
  ],
  [
    "a.b",
    [
      ["a", MUST_NOT],
      ["a.b", MUST_NOT],
    ],
    { 0: MUST_NOT, 1: MUST_NOT },
  ],
])("tests of %j in the order %j are kept by depth", (location, tests, expected) => {
  expect(read(location, tests)).toEqual(expected);
});

describe("refused are", () => {
  const prefix = "all subpaths must be a prefix of the `location` value of the mutation";
  it.each<[string, string, readonly Test[], string]>([
    [
      "a path that is none",
      "a",
      [["a.", MUST]],
      "problem parsing sub path `a.` for Assign one: trailing separators are forbidden",
    ],
    ["a path beside", "a[k:v]", [["b", MUST]], `${prefix}: subpath "b" is not a prefix of location "a[k: v]"`],
    [
      "two conditions",
      "a",
      [
        ["a", MUST],
        ["a", MUST_NOT],
      ],
      conflict('"a" is marked both MustExist and MustNotExist'),
    ],
    [
      "what nobody knows beside",
      "a",
      [
        ["a", "x"],
        ["a", MUST],
      ],
      conflict('"a" is marked both MustExist and MustNotExist'),
    ],
    [
      "what must be behind what must not",
      "a.b",
      [
        ["a", MUST_NOT],
        ["a.b", MUST],
      ],
      conflict('"a.b" is marked MustExist but parent "a" MustNotExist'),
    ],
    [
      "the same by list order only",
      "a.b",
      [
        ["a.b", MUST_NOT],
        ["a", MUST],
      ],
      conflict('"a.b" is marked MustExist but parent "a" MustNotExist'),
    ],
    [
      "with depths that nobody tests",
      "a.b.c",
      [
        ["a.b", MUST_NOT],
        ["a.b.c", MUST],
      ],
      conflict('"a.b" is marked MustExist but parent <nil> MustNotExist'),
    ],
    [
      "with an empty path in between",
      "a",
      [
        ["", MUST_NOT],
        ["a", MUST],
      ],
      conflict('<nil> is marked MustExist but parent "a" MustNotExist'),
    ],
  ])("%s", (_what, location, tests, message) => {
    expect(read(location, tests)).toBe(message);
  });

  it("yet not what must exist below what must not, when it is listed first", () => {
    expect(
      read("a.b", [
        ["a.b", MUST],
        ["a", MUST_NOT],
      ]),
    ).toEqual({ 0: MUST_NOT, 1: MUST });
  });
});

it("entries without path and condition test nothing that exists", () => {
  const view = ObjectView.root(new Reading(), { pathTests: [{}] }, []);
  expect(readPathTests(view, [], "Assign one")).toEqual({ ok: true, value: new Map([[-1, ""]]) });
});

it.each([
  [undefined, undefined, undefined],
  [MUST, undefined, MUST],
  [MUST_NOT, MUST_NOT, undefined],
  ["Maybe", "Maybe", "Maybe"],
])("%s fails where something is: %s, where nothing is: %s", (condition, present, missing) => {
  const tests = new Map(condition === undefined ? [] : [[2, condition]]);
  expect([failedCondition(tests, 2, "present"), failedCondition(tests, 2, "missing")]).toEqual([present, missing]);
  expect([failedCondition(tests, 1, "present"), failedCondition(tests, 1, "missing")]).toEqual([undefined, undefined]);
});
