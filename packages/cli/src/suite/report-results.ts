import { escapeXmlText, type FileProblem, type Paint, writeAttributes, writeJson } from "@ostiary/report";
import { indentJson } from "../rego/indent-json.js";
import type { CaseResult, SuiteResult, TestResult } from "./suite-model.js";
import { percentOf, type TemplateLines } from "./template-coverage.js";

/** What a run came to. */
export interface RunResult {
  readonly suites: readonly SuiteResult[];
  readonly problems: readonly FileProblem[];
  /** What was evaluated of templates, where that was recorded. */
  readonly coverage?: readonly TemplateLines[];
}

/** How results are written. */
export interface ReportOptions {
  readonly paint: Paint;
  /** Whether what passes is told too. */
  readonly verbose: boolean;
}

type Reporter = (run: RunResult, options: ReportOptions) => string;

const SIGNS = {
  passed: { sign: "✓", style: "success" },
  failed: { sign: "✗", style: "error" },
  error: { sign: "✗", style: "error" },
  skipped: { sign: "-", style: "faint" },
} as const;

const indent = (text: string, columns: number): string => text.replace(/^(?=[^\n])/gm, " ".repeat(columns));

const seconds = (value: number): string => value.toFixed(3);

const writeText: Reporter = ({ suites, coverage }, options) => {
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
  return `  ${options.paint(style, sign)} ${name}${place}\n${why}${told.map((one) => writeCase(file, one, options)).join("")}`;
};

const writeCase = (
  file: string,
  { name, line, outcome, reasons, violations }: CaseResult,
  { paint }: ReportOptions,
): string => {
  const { sign, style } = SIGNS[outcome];
  const place = isFine(outcome) ? "" : ` ${paint("faint", `${file}:${line}`)}`;
  const why = reasons.map((reason) => `${indent(reason.trim(), 8)}\n`);
  const found =
    outcome === "failed"
      ? violations.map(
          ({ action, rule, policy, message }) => `${indent(`${action} ${rule} ${policy}: ${message}`, 10)}\n`,
        )
      : [];
  return [`    ${paint(style, sign)} ${name}${place}\n`, ...why, ...found].join("");
};

/** Of suites with all their cases: how many came to what. A test without cases counts as one. */
export const countOutcomes = (suites: readonly SuiteResult[]): Readonly<Record<CaseResult["outcome"], number>> => {
  const counts = { passed: 0, failed: 0, error: 0, skipped: 0 };
  for (const { outcome } of suites.flatMap(({ tests }) => tests).flatMap(itemsOf)) counts[outcome] += 1;
  return counts;
};

const itemsOf = (test: TestResult): readonly Pick<CaseResult, "outcome">[] =>
  test.cases.length === 0 ? [test] : test.cases;

const writeCoverage = (templates: readonly TemplateLines[]): string => {
  const noun = templates.length === 1 ? "template" : "templates";
  const lines = templates.map(
    (one) => `  ${one.file}: ${percentOf([one]).toFixed(1)}%${writeUncovered(one.uncovered)}\n`,
  );
  return `coverage: ${percentOf(templates).toFixed(1)}% of the lines of ${templates.length} ${noun}\n${lines.join("")}`;
};

const writeUncovered = (lines: readonly number[]): string =>
  lines.length === 0 ? "" : `, not evaluated: ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;

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

const writeReport: Reporter = ({ suites, problems, coverage }) => {
  const told = problems.map(({ excerpt: _, ...problem }) => problem);
  return `${indentJson(writeJson({ suites, problems: told, summary: countOutcomes(suites), coverage }))}\n`;
};

const writeJunit: Reporter = ({ suites }) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary test">\n${suites.flatMap(({ file, tests }) => tests.map((test) => writeJunitSuite(file, test))).join("")}</testsuites>\n`;

const writeJunitSuite = (file: string, test: TestResult): string => {
  const cases = test.cases.length === 0 ? [{ ...test, violations: [] }] : test.cases;
  const countOf = (outcome: CaseResult["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
  const attributes = writeAttributes({
    name: `${file} ${test.name}`,
    file,
    tests: cases.length,
    failures: countOf("failed"),
    errors: countOf("error"),
    skipped: countOf("skipped"),
    time: seconds(test.seconds),
  });
  return `  <testsuite${attributes}>\n${cases.map((one) => writeJunitCase(file, test, one)).join("")}  </testsuite>\n`;
};

const JUNIT_ELEMENTS = { failed: "failure", error: "error" } as const;

const writeJunitCase = (file: string, { name: classname }: TestResult, one: CaseResult): string => {
  const { name, outcome, reasons, line } = one;
  const start = `    <testcase${writeAttributes({ name, classname, file, line, time: seconds(one.seconds) })}`;
  if (outcome === "passed") return `${start}/>\n`;
  if (outcome === "skipped") return `${start}><skipped/></testcase>\n`;
  const element = JUNIT_ELEMENTS[outcome];
  const message = writeAttributes({ message: reasons[0]?.split("\n")[0] });
  return `${start}><${element}${message}>${escapeXmlText(reasons.join("\n"))}</${element}></testcase>\n`;
};

/** Workflow commands of GitHub, which it shows at the lines of a change. */
const writeGithub: Reporter = ({ suites, problems }) => {
  const places = suites.flatMap(({ file, tests }) =>
    tests.flatMap((test) => [test, ...test.cases].map((one) => ({ file, one, title: titleOf(test, one) }))),
  );
  const commands = places
    .filter(({ one }) => one.reasons.length > 0)
    .map(({ file, one, title }) => ({ file, line: one.line, title, message: one.reasons.join("\n") }));
  const broken = problems.map(({ file, line, code = "unreadable", message }) => ({ file, line, title: code, message }));
  return [...broken, ...commands].map(writeCommand).join("");
};

const titleOf = (test: TestResult, one: TestResult | CaseResult): string =>
  one === test ? test.name : `${test.name}: ${one.name}`;

interface Command {
  readonly file: string;
  readonly line?: number | undefined;
  readonly title: string;
  readonly message: string;
}

const writeCommand = ({ file, line, title, message }: Command): string => {
  const properties = Object.entries({ file, line, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  return `::error ${properties.join(",")}::${escapeData(message)}\n`;
};

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const REPORTERS: Readonly<Record<string, Reporter>> = {
  text: writeText,
  json: writeReport,
  junit: writeJunit,
  github: writeGithub,
};

/** The names of the formats of `ostiary test`. */
export const TEST_FORMATS: readonly string[] = Object.keys(REPORTERS);

/** Writes results in one of {@link TEST_FORMATS}. */
export const reportResults = (format: string, run: RunResult, options: ReportOptions): string =>
  REPORTERS[format]?.(run, options) ?? "";
