import type { ReportOptions, RunResult } from "../src/suite/run-result.js";
import type { SuiteResult } from "../src/suite/suite-model.js";

const CASE = { line: 7, reasons: [], violations: [], seconds: 0.0015 };

/** A suite with a case of every outcome. */
export const SUITE: SuiteResult = {
  file: "a/suite.yaml",
  outcome: "error",
  seconds: 0.01,
  tests: [
    {
      name: "owners",
      line: 4,
      outcome: "failed",
      reasons: [],
      seconds: 0.004,
      cases: [
        { ...CASE, name: "good", outcome: "passed" },
        {
          ...CASE,
          name: "b<ad>",
          outcome: "failed",
          reasons: ["want: 1\ngot, 2"],
          violations: [{ policy: "p", rule: "r", action: "deny", message: "no" }],
        },
        { ...CASE, name: "left out", outcome: "skipped" },
      ],
    },
    { name: "broken", line: 20, outcome: "error", reasons: ["no template"], cases: [], seconds: 0 },
  ],
};

/** A run with a problem. */
export const RUN: RunResult = {
  suites: [SUITE],
  problems: [{ file: "b.yaml", line: 3, severity: "error", code: "x", message: "m" }],
};
/** Without colours, of failures only. */
export const OPTIONS: ReportOptions = { paint: (_style, text) => text, verbose: false };
