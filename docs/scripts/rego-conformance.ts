import counts from "../data/rego-conformance.json" with { type: "json" };

/** How many cases of a file agree with OPA, differ, differ on purpose, and were not compared. */
export interface RegoCounts {
  readonly agree: number;
  readonly differ: number;
  readonly onPurpose: number;
  readonly skipped: number;
}

/** What `pnpm conformance --json` writes of a file of cases. */
interface FileCount {
  readonly suite: string;
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly known: number;
  readonly deviations: number;
  readonly skipped: number;
}

/** The counts of files of cases as they are kept: a line for each. */
export const countsFile = (files: readonly FileCount[]): string => {
  const lines = files
    .filter(({ suite }) => suite === "rego")
    .map(({ file, passed, failed, known, deviations, skipped }) => {
      const name = JSON.stringify(file.replace(/\.jsonl$/, ""));
      return `  ${name}: [${[passed, failed + known, deviations, skipped].join(", ")}]`;
    });
  return `{\n${lines.join(",\n")}\n}\n`;
};

const FILES: readonly (readonly [string, readonly number[]])[] = Object.entries(counts);

/** The cases of the files whose names match, added up. */
export const countCases = (files: RegExp): RegoCounts => {
  const found = FILES.filter(([file]) => files.test(file)).map(([, numbers]) => numbers);
  const add = (column: number): number => found.reduce((sum, numbers) => sum + (numbers[column] ?? 0), 0);
  return { agree: add(0), differ: add(1), onPurpose: add(2), skipped: add(3) };
};

/** The names of all files of cases. */
export const CASE_FILES: readonly string[] = FILES.map(([file]) => file);
