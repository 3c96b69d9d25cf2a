import type { CaseCounts, FileReport, Remark } from "./run-file.js";

const MOST_FAILURES = 5;
const NAME_WIDTH = 34;

/** Tells what came of a file: a line of counts, below it the first failures and the reasons for what was not compared. */
export const describeReport = (report: FileReport): string => {
  const name = `${report.suite}/${report.file}`.padEnd(NAME_WIDTH);
  const shown = report.failures.slice(0, MOST_FAILURES);
  const rest = report.failures.length - shown.length;
  return [
    `${name} ${describeCounts(report)}`,
    ...shown.map(({ id, text }) => `  FAILED ${id}\n${indent(text)}`),
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ...describeReasons(report.remarks).map((text) => `  ${text}`),
  ].join("\n");
};

const COUNTS = [
  ["passed", "passed"],
  ["failed", "FAILED"],
  ["known", "known to fail"],
  ["deviations", "deviating on purpose"],
  ["skipped", "skipped"],
] as const satisfies readonly (readonly [keyof CaseCounts, string])[];

/** The counts that are not zero, in words. */
export const describeCounts = (counts: CaseCounts): string => {
  const parts = COUNTS.filter(([name]) => counts[name] > 0).map(([name, word]) => `${counts[name]} ${word}`);
  return parts.length === 0 ? "no cases" : parts.join(", ");
};

const indent = (text: string): string => text.replaceAll(/^/gm, "    ");

/** Each reason once, with the case that it holds for, or the number of cases. */
const describeReasons = (remarks: readonly Remark[]): readonly string[] => {
  const cases = new Map<string, string[]>();
  for (const { id, text } of remarks) {
    const ids = cases.get(text);
    if (ids === undefined) cases.set(text, [id]);
    else ids.push(id);
  }
  return [...cases].map(([reason, ids]) => `${ids.length === 1 ? ids.join() : `${ids.length} cases`}: ${reason}`);
};
