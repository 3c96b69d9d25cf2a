import { readJsonLines } from "./json-lines.js";

/** What became of a case. */
export type Outcome =
  | { readonly kind: "passed" }
  /** Our answer is not the expected one; the difference is for people, in one line or more. */
  | { readonly kind: "failed"; readonly difference: string }
  /** Our answer differs from the real engine's on purpose. */
  | { readonly kind: "deviation"; readonly reason: string }
  /** Nothing was compared. */
  | { readonly kind: "skipped"; readonly reason: string };

/** One comparison with an answer of a real engine. */
export interface ConformanceCase {
  /** Unique in its file. */
  readonly id: string;
  judge(): Outcome | Promise<Outcome>;
}

/** The files of a suite that have the same format. */
export interface CaseFile {
  /** Matches their names. */
  readonly names: RegExp;
  /** Lists the cases of one of them. */
  list(path: string): Iterable<ConformanceCase>;
}

/** What compares the cases of one folder. */
export interface Suite {
  /** The name of the folder. */
  readonly name: string;
  /**
   * The formats of the files in it.
   *
   * @param folder - where the files are, absolute
   */
  files(folder: string): readonly CaseFile[];
}

export const PASSED: Outcome = { kind: "passed" };

/** Takes each line of a JSON Lines file for a case. */
export const caseEachLine =
  <Line>(identify: (line: Line) => string, judge: (line: Line) => Outcome | Promise<Outcome>): CaseFile["list"] =>
  (path) =>
    readJsonLines<Line>(path).map((line) => ({ id: identify(line), judge: () => judge(line) }));
