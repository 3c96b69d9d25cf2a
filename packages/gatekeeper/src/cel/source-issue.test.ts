import { describe, expect, it } from "vitest";
import { formatIssues } from "./source-issue.js";

describe("formatIssues", () => {
  it("marks the place in its line", () => {
    expect(formatIssues("a\n\tb + c", [{ offset: 5, message: "m" }])).toBe("ERROR: <input>:2:4: m\n |  b + c\n | ...^");
  });

  it("marks wide characters with wide dots", () => {
    expect(formatIssues('"é" + 1', [{ offset: 4, message: "m" }])).toBe('ERROR: <input>:1:5: m\n | "é" + 1\n | .．..^');
    expect(formatIssues("é", [{ offset: 0, message: "m" }])).toBe("ERROR: <input>:1:1: m\n | é\n | ＾");
  });

  it("tells issues in the order of their places, a hundred at most", () => {
    const issues = Array.from({ length: 103 }, (_, index) => ({ offset: 102 - index, message: "m" }));
    const lines = formatIssues("x".repeat(200), issues).split("\n");
    expect(lines[0]).toBe("ERROR: <input>:1:4: m");
    expect(lines.at(-1)).toBe("3 more errors were truncated");
  });

  it("shows no line of endless length", () => {
    expect(formatIssues("x".repeat(20_000), [{ offset: 1, message: "m" }])).toBe("ERROR: <input>:1:2: m");
  });
});
