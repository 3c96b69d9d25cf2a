import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { top } from "./workspace.js";

function tally(steps: string, results: Readonly<Record<string, unknown>>) {
  const folder = mkdtempSync(join(tmpdir(), "ostiary-"));
  writeFileSync(join(folder, "steps"), steps);
  for (const [file, content] of Object.entries(results)) writeFileSync(join(folder, file), JSON.stringify(content));
  const { status, stdout } = spawnSync(process.execPath, [join(top, "scripts", "tally.mjs"), folder], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  return { status, last: stdout.trimEnd().split("\n").at(-1) };
}

const tests = { numPassedTests: 10, numFailedTests: 0 };
const conformance = {
  suites: [
    { passed: 5, failed: 0 },
    { passed: 7, failed: 0 },
  ],
};

it("adds tests, conformance cases and gates", () => {
  const steps = "tests 0 3\nlint 0 1\nconformance 0 2\n";
  expect(tally(steps, { "tests.json": tests, "conformance.json": conformance })).toEqual({
    status: 0,
    last: "23 passed, 0 failed",
  });
});

it("counts a failed gate once and ends with a failure", () => {
  expect(tally("lint 1 1\ntypes 0 1\n", {})).toEqual({ status: 1, last: "1 passed, 1 failed" });
});

it("counts a failure where a runner failed although all that it ran passed", () => {
  expect(tally("tests 1 3\n", { "tests.json": tests })).toEqual({ status: 1, last: "10 passed, 1 failed" });
});

it("counts a failure where a runner died before it wrote anything", () => {
  expect(tally("tests 1 3\nconformance 1 0\n", {})).toEqual({ status: 1, last: "0 passed, 2 failed" });
});

it("counts a failure where tests failed although the runner says success", () => {
  const failed = { numPassedTests: 1, numFailedTests: 2 };
  expect(tally("tests 0 3\n", { "tests.json": failed })).toEqual({ status: 1, last: "1 passed, 2 failed" });
});
