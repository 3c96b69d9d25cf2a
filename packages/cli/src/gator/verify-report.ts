import { type GatorCaseResult, type GatorSuiteResult, type GatorTestResult, isFailedTest } from "@ostiary/gatekeeper";
import { PrintBuffer } from "./print-buffer.js";

/** What became of the suite in a file. */
export interface FileResult extends GatorSuiteResult {
  /** As the report names the file. */
  readonly path: string;
}

const SECOND = 1000;

const duration = (milliseconds: number): string => `${(milliseconds / SECOND).toFixed(3)}s`;

/** How much is told: failures only, or everything. */
export type Detail = "failures" | "everything";

/**
 * Reports on suites as `gator verify` does, which is as `go test` does.
 *
 * @source gatekeeper, pkg/gator/verify/printer_go.go
 */
export const reportSuites = (results: readonly FileResult[], detail: Detail): string => {
  const isFailure = results.some(({ tests }) => tests.some(isFailedTest));
  return `${results.map((result) => reportSuite(result, detail)).join("")}${isFailure ? "FAIL" : "PASS"}\n`;
};

const reportSuite = ({ path, tests, milliseconds }: FileResult, detail: Detail): string => {
  const verdict = tests.some(isFailedTest) ? "FAIL" : "ok";
  return `${tests.map((test) => reportTest(test, detail)).join("")}${verdict}\t${path}\t${duration(milliseconds)}\n`;
};

const reportTest = (test: GatorTestResult, detail: Detail): string => {
  const { name, skipped, fault, cases, milliseconds } = test;
  const isVerbose = detail === "everything";
  if (skipped) return isVerbose ? `=== SKIP  ${name}\n` : "";
  const start = isVerbose ? `=== RUN   ${name}\n` : "";
  const inside = start + cases.map((one) => reportCase(one, detail)).join("");
  const time = `\t(${duration(milliseconds)})\n`;
  if (!isFailedTest(test)) return inside + (isVerbose ? `--- PASS: ${name}${time}` : "");
  return `${inside}--- FAIL: ${name}${time}${fault === undefined ? "" : `  ${fault.message}\n`}`;
};

const reportCase = (result: GatorCaseResult, detail: Detail): string =>
  reportVerdict(result, detail) + reportTrace(result, detail);

const reportVerdict = ({ name, skipped, fault, printed, milliseconds }: GatorCaseResult, detail: Detail): string => {
  const isVerbose = detail === "everything";
  if (skipped) return isVerbose ? `    === SKIP  ${name}\n` : "";
  const start = isVerbose ? `    === RUN   ${name}\n${reportPrinted(printed)}` : "";
  const time = `\t(${duration(milliseconds)})\n`;
  if (fault !== undefined) return `${start}    --- FAIL: ${name}${time}        ${fault.message}\n`;
  return start + (isVerbose ? `    --- PASS: ${name}${time}` : "");
};

const reportTrace = ({ name, trace }: GatorCaseResult, detail: Detail): string => {
  if (trace === undefined) return "";
  const prefix = detail === "everything" ? "    --- " : "";
  return `${prefix}TRACE: ${name}\t${trace.replaceAll("\n", `\n${prefix}`)}\n`;
};

const reportPrinted = (printed: readonly string[]): string => {
  if (printed.length === 0) return "";
  const buffer = new PrintBuffer();
  for (const line of printed) buffer.add(line);
  const lines = ["=== PRINT ===", ...buffer.text.replace(/\n$/, "").split("\n")];
  return lines.map((line) => `        ${line}\n`).join("");
};
