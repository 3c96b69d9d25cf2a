import { expect, test } from "vitest";
import { describeMarks, joinMarks, type LineMarks, percentOf } from "./line-marks.js";

const marks = (lists: Partial<Record<keyof LineMarks, readonly number[]>>): LineMarks => ({
  written: new Set(lists.written),
  evaluated: new Set(lists.evaluated),
  boolean: new Set(lists.boolean),
  true: new Set(lists.true),
  false: new Set(lists.false),
});

test("lines are told in order, those never true or false only where something was evaluated", () => {
  const known = marks({ written: [12, 3, 5, 4], evaluated: [12, 5, 4], boolean: [12, 3, 5], true: [12], false: [5] });
  expect(describeMarks("a.yaml", known)).toEqual({
    file: "a.yaml",
    covered: [4, 5, 12],
    uncovered: [3],
    neverTrue: [5],
    neverFalse: [12],
  });
});

test("what one does not know the other may", () => {
  const one = marks({ written: [1, 2], evaluated: [1], boolean: [1, 2], true: [1] });
  const other = marks({ written: [1, 2], evaluated: [1, 2], boolean: [1, 2], true: [2], false: [1] });
  const lines = { file: "a.yaml", covered: [1, 2], uncovered: [], neverTrue: [], neverFalse: [2] };
  expect(describeMarks("a.yaml", joinMarks(one, other))).toEqual(lines);
  expect(describeMarks("a.yaml", joinMarks(other, one))).toEqual(lines);
});

test("percents are of all lines together, and of none all", () => {
  expect(percentOf([{ covered: [1, 2, 3, 4], uncovered: [5, 6] }])).toBeCloseTo(66.667, 2);
  expect(percentOf([])).toBe(100);
});
