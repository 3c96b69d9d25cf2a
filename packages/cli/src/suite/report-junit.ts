import { escapeXmlText, type FileProblem, writeAttributes } from "@ostiary/report";
import type { Reporter } from "./run-result.js";
import type { CaseResult, TestResult } from "./suite-model.js";

const seconds = (value: number): string => value.toFixed(3);

/** JUnit XML: a test suite for each test, with its cases; and one for each problem with a file. */
export const reportJunit: Reporter = ({ suites, problems }) => {
  const tests = suites.flatMap(({ file, tests: own }) => own.map((test) => writeJunitSuite(file, test)));
  const broken = problems.filter(({ severity }) => severity === "error").map(writeProblem);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ostiary test">\n${[...broken, ...tests].join("")}</testsuites>\n`;
};

const writeProblem = ({ file, line, code = "unreadable", message }: FileProblem): string => {
  const suite = writeAttributes({ name: file, file, tests: 1, failures: 0, errors: 1, skipped: 0 });
  const testcase = writeAttributes({ name: code, classname: file, file, line });
  return `  <testsuite${suite}>\n    <testcase${testcase}><error${writeAttributes({ message })}>${escapeXmlText(message)}</error></testcase>\n  </testsuite>\n`;
};

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
