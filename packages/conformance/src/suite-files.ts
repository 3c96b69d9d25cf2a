import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConformanceCase, Outcome, Suite } from "./suite.js";

/** A file of a suite's folder, and how to list its cases. */
export interface SuiteFile {
  readonly suite: string;
  /** Its name in the folder. */
  readonly file: string;
  list(): Iterable<ConformanceCase>;
}

const EXTENSION = ".jsonl";

/** The names of the suites in a folder: its folders that hold cases. */
export const listSuiteFolders = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && listCaseFiles(join(folder, entry.name)).length > 0)
    .map(({ name }) => name)
    .sort();

/**
 * Lists the files that a suite finds in a folder. A file that the suite does not know is listed too, with all its cases
 * skipped, so that nothing goes unnoticed.
 *
 * @param folder - where the suites' folders are
 * @param suite - what knows the folder of the name; `undefined` when nobody does
 */
export const listSuiteFiles = (folder: string, name: string, suite: Suite | undefined): readonly SuiteFile[] => {
  const path = join(folder, name);
  const known = suite?.files(path) ?? [];
  const reason = suite === undefined ? "no suite of this name yet" : "the suite does not read this file yet";
  return listCaseFiles(path).map((file) => {
    const caseFile = known.find(({ names }) => names.test(file));
    const list = () => caseFile?.list(join(path, file)) ?? skipEachLine(join(path, file), reason);
    return { suite: name, file, list };
  });
};

const listCaseFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(EXTENSION))
        .sort(inNaturalOrder)
    : [];

/** `v1.9` before `v1.10`. */
const inNaturalOrder = new Intl.Collator("en", { numeric: true }).compare;

const skipEachLine = (path: string, reason: string): readonly ConformanceCase[] => {
  const skipped: Outcome = { kind: "skipped", reason };
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  return lines.map((_, index) => ({ id: `line ${index + 1}`, judge: () => skipped }));
};
