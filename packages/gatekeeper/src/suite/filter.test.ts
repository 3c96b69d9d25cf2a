import { describe, expect, it } from "vitest";
import { readSuiteFilter } from "./filter.js";

const test = { name: "labels", cases: [{ name: "good" }, { name: "bad" }] };

/** Whether the test is run, and which of its cases. */
const choose = (text: string) => {
  const filter = readSuiteFilter(text);
  if (!filter.ok) return filter.error.message;
  const { matchesTest, matchesCase } = filter.value;
  return [matchesTest(test), ...test.cases.map(({ name }) => matchesCase(test.name, name))];
};

describe("a filter chooses (gator 3.3)", () => {
  it.each([
    ["", [true, true, true]],
    ["good", [true, true, false]],
    ["label", [true, true, true]],
    ["other", [false, false, false]],
    ["labels//^bad$", [true, false, true]],
    ["labels//", [true, true, true]],
    ["//good", [true, true, false]],
    ["other//good", [false, false, false]],
  ])("%j the test and its cases: %j", (text, expected) => {
    expect(choose(text)).toEqual(expected);
  });
});

it.each([
  ["a//b//c", 'invalid test filter: a filter may include at most one "//"'],
  ["(", "invalid test filter: error parsing regexp: missing closing ): `(`"],
  ["a//(", "invalid test filter: error parsing regexp: missing closing ): `(`"],
])("%j is no filter", (text, message) => {
  expect(choose(text)).toBe(message);
});
