import { expect, test } from "vitest";
import { coverageJson, uncoveredLines } from "./coverage-report.js";

const REPORT = {
  percent: 200 / 3,
  files: [
    { file: "a.rego", covered: [3, 4, 6, 9], uncovered: [5, 10, 11] },
    { file: "b.rego", covered: [], uncovered: [] },
  ],
};

test("lines in a row are one range", () => {
  expect(JSON.parse(coverageJson(REPORT))).toEqual({
    files: {
      "a.rego": {
        covered: [
          { start: { row: 3 }, end: { row: 4 } },
          { start: { row: 6 }, end: { row: 6 } },
          { start: { row: 9 }, end: { row: 9 } },
        ],
        not_covered: [
          { start: { row: 5 }, end: { row: 5 } },
          { start: { row: 10 }, end: { row: 11 } },
        ],
        covered_lines: 4,
        not_covered_lines: 3,
        coverage: 57.14,
      },
      "b.rego": {},
    },
    covered_lines: 4,
    not_covered_lines: 3,
    coverage: 66.67,
  });
});

test("what is not covered is told as places", () => {
  expect(uncoveredLines(REPORT)).toEqual(["a.rego:5", "a.rego:10-11"]);
});
