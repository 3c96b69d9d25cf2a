import { describe, expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { type Expectation, isPossible, splitText } from "./expectation.js";

const scalar = (value: Value): Expectation => ({ kind: "scalar", value });
const pair: Expectation = { kind: "array", parts: ["anything", { value: 1 }] };
const glob: Expectation = { kind: "glob", parts: [{ value: "a" }, "anything"], delimiters: "." };

describe("a document can be what is expected", () => {
  test.each<[string, Expectation, Value, boolean]>([
    ["whatever is there", { kind: "defined" }, null, true],
    ["an equal scalar", scalar(1), 1n, true],
    ["another scalar", scalar("a"), "b", false],
    ["an array with the scalar", scalar("a"), ["b", "a"], true],
    ["an array without it", scalar("a"), ["b"], false],
    ["a set with the scalar", scalar("a"), new RegoSet(["a"]), true],
    ["an object with the scalar as a value", scalar("a"), { k: "a" }, true],
    ["an object with the scalar as a key only", scalar("a"), new RegoObject([["a", 1]]), false],
    ["an array of the parts", pair, ["x", 1], true],
    ["an array of other parts", pair, ["x", 2], false],
    ["an array of another length", pair, ["x"], false],
    ["no array", pair, "x1", false],
    ["a text of the parts", glob, "a.b", true],
    ["a text of more parts", glob, "a.b.c", false],
    ["no text, which glob.match itself refuses", glob, 1, true],
  ])("%s", (_title, expectation, document, expected) => {
    expect(isPossible(expectation, document)).toBe(expected);
  });
});

test.each<[string, string, readonly string[]]>([
  ["a.b:c", ".:", ["a", "b", "c"]],
  ["a\\.b.c", ".", ["a\\.b", "c"]],
  ["", ".", [""]],
  ["a.", ".", ["a", ""]],
])("%j split at %j", (text, delimiters, expected) => {
  expect(splitText(text, delimiters)).toStrictEqual(expected);
});
