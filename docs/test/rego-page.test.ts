import { allBuiltins } from "@ostiary/rego";
import { describe, expect, it } from "vitest";
import { CASE_FILES, countCases, countsFile } from "../scripts/rego-conformance.js";
import { regoPage } from "../scripts/rego-page.js";

const { text } = regoPage();

describe("the counts of cases", () => {
  it("are kept a line for each file", () => {
    const counts = { failed: 1, known: 2, deviations: 3, skipped: 4 };
    const files = [
      { suite: "rego", file: "a.jsonl", passed: 5, ...counts },
      { suite: "pss", file: "b.jsonl", passed: 6, ...counts },
    ];
    expect(countsFile(files)).toBe('{\n  "a": [5, 3, 3, 4]\n}\n');
  });

  it("are added up by the names of files", () => {
    expect(countCases(/^no such file$/)).toEqual({ agree: 0, differ: 0, onPurpose: 0, skipped: 0 });
    expect(countCases(/./).agree).toBeGreaterThan(5_000);
  });

  it("of the sets are those of all files: none is left out or counted twice", () => {
    const rows = text
      .split("\n")
      .filter((line) => /^\| (OPA's own|cases of|random programs|policies with errors)/.test(line));
    const agree = rows.map((row) => Number(row.split(" | ")[1]?.replaceAll(",", "")));
    expect(rows).toHaveLength(6);
    expect(agree.reduce((sum, count) => sum + count, 0)).toBe(countCases(/./).agree);
    expect(CASE_FILES.length).toBeGreaterThan(200);
  });
});

it("every part of the language has cases that agree", () => {
  const [, section = ""] = text.split("## The language");
  const [table = ""] = section.split("## Builtins");
  const rows = table.split("\n").filter((line) => /^\| (?!---|OPA)/.test(line));
  expect(rows.length).toBeGreaterThan(12);
  for (const row of rows) expect(row).not.toMatch(/ \| 0 \| \d+ \|$/);
});

it("every builtin that policies can call is named, and those that need a host or are deprecated are marked", () => {
  for (const name of allBuiltins().keys()) {
    if (!name.startsWith("internal.")) expect(text).toContain(`\`${name}\``);
  }
  expect(text).toContain("`time.now_ns` *host*");
  expect(text).toContain("`any` *v0*");
  expect(text).not.toContain("| others |");
});
