import type { CoverageReport, FileCoverage } from "@ostiary/rego";
import { jsonArray, jsonObject } from "./indent-json.js";

/** Lines in a row. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The part of policies that was evaluated, as compact JSON in OPA's form. */
export const coverageJson = ({ files, percent }: CoverageReport): string =>
  jsonObject({
    files: jsonObject(Object.fromEntries(files.map((file) => [file.file, fileJson(file)]))),
    covered_lines: String(countLines(files, "covered")),
    not_covered_lines: String(countLines(files, "uncovered")),
    coverage: String(rounded(percent)),
  });

/** The lines that were not evaluated, e.g. `a.rego:3-5`, a line for each range. */
export const uncoveredLines = ({ files }: CoverageReport): readonly string[] =>
  files.flatMap(({ file, uncovered }) =>
    rangesOf(uncovered).map(({ start, end }) => `${file}:${start === end ? start : `${start}-${end}`}`),
  );

const fileJson = ({ covered, uncovered }: FileCoverage): string => {
  const lines = covered.length + uncovered.length;
  return jsonObject({
    covered: covered.length === 0 ? undefined : rangesJson(covered),
    not_covered: uncovered.length === 0 ? undefined : rangesJson(uncovered),
    covered_lines: covered.length === 0 ? undefined : String(covered.length),
    not_covered_lines: uncovered.length === 0 ? undefined : String(uncovered.length),
    coverage: covered.length === 0 ? undefined : String(rounded((100 * covered.length) / lines)),
  });
};

const rounded = (percent: number): number => Math.round(percent * 100) / 100;

const countLines = (files: readonly FileCoverage[], which: "covered" | "uncovered"): number =>
  files.reduce((sum, file) => sum + file[which].length, 0);

const rangesJson = (rows: readonly number[]): string =>
  jsonArray(rangesOf(rows).map(({ start, end }) => JSON.stringify({ start: { row: start }, end: { row: end } })));

const rangesOf = (rows: readonly number[]): readonly Range[] => {
  const ranges: Range[] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last.end + 1) ranges[ranges.length - 1] = { start: last.start, end: row };
    else ranges.push({ start: row, end: row });
  }
  return ranges;
};
