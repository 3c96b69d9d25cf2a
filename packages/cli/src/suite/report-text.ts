import { clip, showControls } from "@ostiary/report";
import { percentOf, type TemplateLines } from "./line-marks.js";
import { countOutcomes, type Reporter, type ReportOptions } from "./run-result.js";
import type { CaseResult, SuiteResult, TestResult } from "./suite-model.js";

const SIGNS = {
  passed: { sign: "✓", style: "success" },
  failed: { sign: "✗", style: "error" },
  error: { sign: "✗", style: "error" },
  skipped: { sign: "-", style: "faint" },
} as const;

/** Lines for people. Nothing in them acts on a terminal. */
const indent = (text: string, columns: number): string =>
  clip(text)
    .split("\n")
    .map((line) => `${" ".repeat(columns)}${showControls(line)}`)
    .join("\n");

/** For people: what fails, why, and where; with `verbose` also what passes. */
export const reportText: Reporter = ({ suites, coverage }, options) => {
  const covered = coverage === undefined ? "" : writeCoverage(coverage);
  const told = suites.filter(({ outcome }) => options.verbose || !isFine(outcome));
  return `${told.map((suite) => writeSuite(suite, options)).join("")}${summarize(suites, options)}\n${covered}`;
};

const isFine = (outcome: CaseResult["outcome"]): boolean => outcome === "passed" || outcome === "skipped";

const writeSuite = ({ file, tests }: SuiteResult, options: ReportOptions): string => {
  const told = tests.filter(({ outcome }) => options.verbose || !isFine(outcome));
  return `${options.paint("place", file)}\n${told.map((test) => writeTest(file, test, options)).join("")}\n`;
};

const writeTest = (
  file: string,
  { name, line, outcome, reasons, cases }: TestResult,
  options: ReportOptions,
): string => {
  const { sign, style } = SIGNS[outcome];
  const told = cases.filter((one) => options.verbose || !isFine(one.outcome));
  const why = reasons.map((reason) => `${indent(reason.trim(), 6)}\n`).join("");
  const place = reasons.length === 0 ? "" : ` ${options.paint("faint", `${file}:${line}`)}`;
  return `  ${options.paint(style, sign)} ${showControls(name)}${place}\n${why}${told.map((one) => writeCase(file, one, options)).join("")}`;
};

const writeCase = (file: string, { name, line, outcome, reasons }: CaseResult, { paint }: ReportOptions): string => {
  const { sign, style } = SIGNS[outcome];
  const place = isFine(outcome) ? "" : ` ${paint("faint", `${file}:${line}`)}`;
  const why = reasons.map((reason) => `${indent(reason.trim(), 8)}\n`);
  return [`    ${paint(style, sign)} ${showControls(name)}${place}\n`, ...why].join("");
};

const writeCoverage = (templates: readonly TemplateLines[]): string => {
  const noun = templates.length === 1 ? "template" : "templates";
  const lines = templates.map((one) => `  ${one.file}: ${percentOf([one]).toFixed(1)}%${writeGaps(one)}\n`);
  return `coverage: ${percentOf(templates).toFixed(1)}% of the lines of ${templates.length} ${noun}\n${lines.join("")}`;
};

const writeGaps = ({ uncovered, neverTrue, neverFalse }: TemplateLines): string =>
  [writeGap("not evaluated", uncovered), writeGap("never true", neverTrue), writeGap("never false", neverFalse)].join(
    "",
  );

const writeGap = (what: string, lines: readonly number[]): string =>
  lines.length === 0 ? "" : `, ${what}: ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;

const summarize = (suites: readonly SuiteResult[], { paint }: ReportOptions): string => {
  const { passed, failed, error, skipped } = countOutcomes(suites);
  const parts = [
    `${passed} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(error > 0 ? [`${error} could not be run`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const noun = suites.length === 1 ? "suite" : "suites";
  return paint(failed + error > 0 ? "error" : "success", `${suites.length} ${noun}: ${parts.join(", ")}`);
};
