import { expect, it } from "vitest";
import { type FileResult, reportSuites } from "./verify-report.js";

const base = { skipped: false, fault: undefined, milliseconds: 1 };
const fault = { code: "x", message: "it failed" };
const passed = { ...base, name: "good", printed: ["one", "two"] };
const failed = { ...base, name: "bad", printed: [], fault };
const skipped = { ...base, name: "left out", skipped: true, printed: [] };
const suite = (...tests: FileResult["tests"]): FileResult => ({
  path: "s.yaml",
  skipped: false,
  milliseconds: 12,
  tests,
});
const test = { ...base, name: "t", cases: [passed, skipped] };

it("of what passed only the suites are told", () => {
  const left = { ...base, name: "l", skipped: true, cases: [] };
  expect(reportSuites([suite(test, left)], "failures")).toBe("ok\ts.yaml\t0.012s\nPASS\n");
  expect(reportSuites([], "failures")).toBe("PASS\n");
});

it("everything is told, with what rules printed", () => {
  const left = { ...base, name: "l", skipped: true, cases: [] };
  expect(reportSuites([suite(test, left)], "everything")).toBe(
    `=== RUN   t
    === RUN   good
        === PRINT ===
        one
        two
    --- PASS: good\t(0.001s)
    === SKIP  left out
--- PASS: t\t(0.001s)
=== SKIP  l
ok\ts.yaml\t0.012s
PASS
`,
  );
});

it("failures are told with their reasons", () => {
  const tests = [
    { ...test, cases: [passed, failed] },
    { ...test, name: "broken", cases: [], fault },
  ];
  expect(reportSuites([suite(...tests), suite(test)], "failures")).toBe(
    `    --- FAIL: bad\t(0.001s)
        it failed
--- FAIL: t\t(0.001s)
--- FAIL: broken\t(0.001s)
  it failed
FAIL\ts.yaml\t0.012s
ok\ts.yaml\t0.012s
FAIL
`,
  );
});

it("traces follow their cases", () => {
  const traced = { ...passed, printed: [], trace: "Enter\n| Eval" };
  const tests = [{ ...test, cases: [traced] }];
  expect(reportSuites([suite(...tests)], "failures")).toBe("TRACE: good\tEnter\n| Eval\nok\ts.yaml\t0.012s\nPASS\n");
  expect(reportSuites([suite(...tests)], "everything")).toContain(
    "    --- PASS: good\t(0.001s)\n    --- TRACE: good\tEnter\n    --- | Eval\n",
  );
});
