import { escapeXmlText, writeAttributes } from "@ostiary/report";
import type { RegoTestResult } from "./run-tests.js";

/** How results are shown. */
export interface TestReportOptions {
  /** `all`: also of tests that passed. */
  readonly shown: "failures" | "all";
}

type Formatter = (results: readonly RegoTestResult[], options: TestReportOptions) => string;

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  pretty: (results, { shown }) => {
    const told = results.filter(({ outcome }) => shown === "all" || outcome !== "passed");
    const rule = told.length === 0 ? "" : `${"-".repeat(80)}\n`;
    return told.map(describeResult).join("") + rule + describeTotals(results);
  },
  json: (results) => `${JSON.stringify(results.map(resultObject), null, 2)}\n`,
  junit: (results) => {
    const packages = [...new Set(results.map((result) => result.package))];
    const suites = packages.map((name) =>
      suiteOf(
        name,
        results.filter((result) => result.package === name),
      ),
    );
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary rego test">\n${suites.join("")}</testsuites>\n`;
  },
};

/** The names of the formats. */
export const TEST_FORMATS: readonly string[] = Object.keys(FORMATTERS);

/** Writes the results of tests in one of {@link TEST_FORMATS}. */
export const writeTestReport = (
  format: string,
  results: readonly RegoTestResult[],
  options: TestReportOptions,
): string => FORMATTERS[format]?.(results, options) ?? "";

const WORDS: Readonly<Record<RegoTestResult["outcome"], string>> = {
  passed: "PASS",
  failed: "FAIL",
  error: "ERROR",
  skipped: "SKIPPED",
};

const describeResult = (result: RegoTestResult): string => {
  const { file, row, query, outcome, duration, reason, printed, cases } = result;
  const time = outcome === "skipped" ? "" : ` (${describeDuration(duration)})`;
  const details = [
    ...(reason === undefined ? [] : [reason]),
    ...(printed.length === 0 ? [] : [`${printed.join("\n")}\n`]),
  ];
  return [
    `${file}:${row}:\n${query}: ${WORDS[outcome]}${time}\n`,
    ...cases.map(([name, passed]) => `  ${name}: ${passed ? "PASS" : "FAIL"}\n`),
    ...details.map((detail) => `\n${indented(detail)}`),
    details.length === 0 ? "" : "\n",
  ].join("");
};

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

const NANOSECONDS: readonly (readonly [number, string])[] = [
  [1e9, "s"],
  [1e6, "ms"],
  [1e3, "µs"],
];

const describeDuration = (nanoseconds: number): string => {
  const [size, unit] = NANOSECONDS.find(([least]) => nanoseconds >= least) ?? [1, "ns"];
  return `${Math.round((nanoseconds / size) * 100) / 100}${unit}`;
};

const TOTALS: readonly RegoTestResult["outcome"][] = ["passed", "failed", "skipped", "error"];

const describeTotals = (results: readonly RegoTestResult[]): string =>
  TOTALS.map((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? "" : `${WORDS[outcome]}: ${count}/${results.length}\n`;
  }).join("");

const resultObject = (result: RegoTestResult) => ({
  location: { file: result.file, row: result.row, col: result.column },
  package: result.package,
  name: result.name,
  ...(result.outcome === "failed" && { fail: true }),
  ...(result.outcome === "error" && { error: result.reason?.trimEnd() }),
  ...(result.outcome === "skipped" && { skip: true }),
  duration: result.duration,
  ...(result.outcome === "failed" && { explanation: result.reason?.trimEnd().split("\n") }),
  ...(result.cases.length > 0 && { cases: Object.fromEntries(result.cases) }),
  // As OPA has it: bytes, which JSON writes in base64.
  ...(result.printed.length > 0 && { output: Buffer.from(`${result.printed.join("\n")}\n`).toString("base64") }),
});

const suiteOf = (name: string, results: readonly RegoTestResult[]): string => {
  const count = (outcome: RegoTestResult["outcome"]): number =>
    results.filter((result) => result.outcome === outcome).length;
  const attributes = writeAttributes({
    name,
    tests: results.length,
    failures: count("failed"),
    errors: count("error"),
    skipped: count("skipped"),
  });
  return `  <testsuite${attributes}>\n${results.map(testCase).join("")}  </testsuite>\n`;
};

const ELEMENTS: Readonly<Record<RegoTestResult["outcome"], string | undefined>> = {
  passed: undefined,
  failed: "failure",
  error: "error",
  skipped: "skipped",
};

const testCase = (result: RegoTestResult): string => {
  const { name, file, row, outcome, duration, reason, printed } = result;
  const time = (duration / 1e9).toFixed(6);
  const attributes = writeAttributes({ name, classname: result.package, file, line: row, time });
  const element = ELEMENTS[outcome];
  const parts = [
    element === undefined ? "" : elementOf(element, reason),
    printed.length === 0 ? "" : `      <system-out>${escapeXmlText(printed.join("\n"))}</system-out>\n`,
  ].join("");
  return parts === "" ? `    <testcase${attributes}/>\n` : `    <testcase${attributes}>\n${parts}    </testcase>\n`;
};

const elementOf = (element: string, reason: string | undefined): string => {
  if (reason === undefined) return `      <${element}/>\n`;
  const [message] = reason.split("\n");
  return `      <${element}${writeAttributes({ message })}>${escapeXmlText(reason.trimEnd())}</${element}>\n`;
};
