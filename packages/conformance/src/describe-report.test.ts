import { describe, expect, it } from "vitest";
import { describeCounts, describeReport } from "./describe-report.js";

const NONE = { passed: 0, failed: 0, known: 0, deviations: 0, skipped: 0 };
const report = { suite: "pss", file: "random.jsonl", ...NONE, failures: [], remarks: [] };

describe("describeCounts", () => {
  it.each([
    [{ ...NONE, passed: 3 }, "3 passed"],
    [
      { passed: 1, failed: 2, known: 3, deviations: 4, skipped: 5 },
      "1 passed, 2 FAILED, 3 known to fail, 4 deviating on purpose, 5 skipped",
    ],
    [NONE, "no cases"],
  ])("words %j", (counts, text) => {
    expect(describeCounts(counts)).toBe(text);
  });
});

describe("describeReport", () => {
  it("is one line for a file that passes", () => {
    expect(describeReport({ ...report, passed: 3 })).toBe("pss/random.jsonl                   3 passed");
  });

  it("shows the first failures, indented, and how many more there are", () => {
    const failures = Array.from({ length: 7 }, (_, index) => ({ id: `case-${index}`, text: "a: 1\nb: 2" }));
    const lines = describeReport({ ...report, failed: 7, failures }).split("\n");
    expect(lines.slice(1, 4)).toEqual(["  FAILED case-0", "    a: 1", "    b: 2"]);
    expect(lines.at(-1)).toBe("  … and 2 more");
    expect(lines).toHaveLength(1 + 5 * 3 + 1);
  });

  it("gives each reason once, with its case or the number of cases", () => {
    const remarks = [
      { id: "one", text: "because" },
      { id: "two", text: "therefore" },
      { id: "three", text: "because" },
    ];
    expect(
      describeReport({ ...report, skipped: 3, remarks })
        .split("\n")
        .slice(1),
    ).toEqual(["  2 cases: because", "  two: therefore"]);
  });
});
