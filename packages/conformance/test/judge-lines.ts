import { join } from "node:path";
import type { Outcome, Suite } from "../src/suite.js";
import { listSuiteFiles } from "../src/suite-files.js";
import { writeCollection } from "./write-collection.js";

/**
 * Has a suite judge one file.
 *
 * @param beside - further files of the suite's folder
 * @returns what became of each case, by its id
 */
export const judgeLines = async (
  suite: Suite,
  file: string,
  lines: readonly unknown[],
  beside: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, Outcome>>> => {
  const others = Object.entries(beside).map(([name, text]) => [join(suite.name, name), text]);
  const folder = writeCollection({ [join(suite.name, file)]: lines, ...Object.fromEntries(others) });
  const cases =
    listSuiteFiles(folder, suite.name, suite)
      .find((candidate) => candidate.file === file)
      ?.list() ?? [];
  const outcomes: [string, Outcome][] = [];
  for (const { id, judge } of cases) outcomes.push([id, await judge()]);
  return Object.fromEntries(outcomes);
};
