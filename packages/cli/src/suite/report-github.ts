import { type Annotation, type FileProblem, writeAnnotation } from "@ostiary/report";
import type { Reporter } from "./run-result.js";
import type { CaseResult, TestResult } from "./suite-model.js";

/** Annotations of GitHub, which it shows at the lines of a change. */
export const reportGithub: Reporter = ({ suites, problems }) => {
  const failures = suites.flatMap(({ file, tests }) =>
    tests.flatMap((test) => [test, ...test.cases].map((one) => annotate(file, test, one))),
  );
  return [...problems.map(annotateProblem), ...failures.flat()].map(writeAnnotation).join("");
};

const annotate = (file: string, test: TestResult, one: TestResult | CaseResult): readonly Annotation[] => {
  const { line, reasons } = one;
  const title = one === test ? test.name : `${test.name}: ${one.name}`;
  return reasons.length === 0
    ? []
    : [{ command: "error", file, position: { line }, title, message: reasons.join("\n") }];
};

const annotateProblem = ({ file, line, severity, code = "unreadable", message }: FileProblem): Annotation => ({
  command: severity,
  file,
  ...(line !== undefined && { position: { line } }),
  title: code,
  message,
});
