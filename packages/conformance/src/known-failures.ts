import { existsSync } from "node:fs";
import { readJsonLines } from "./json-lines.js";

/** A case that fails, and why that is tolerated. */
export interface KnownFailure {
  readonly suite: string;
  readonly file: string;
  /** The id of the case. */
  readonly case: string;
  readonly reason: string;
}

/** The known failures of one file: the reason of each by the case's id. */
export type KnownCases = ReadonlyMap<string, string>;

/** Gives the known failures of a file. */
export type KnownFailures = (suite: string, file: string) => KnownCases;

const FIELDS = ["suite", "file", "case", "reason"] as const;
const NONE: KnownCases = new Map();

/**
 * Reads the list of known failures. A list that is missing is empty.
 *
 * @throws when an entry lacks a field, a reason above all, or is there twice
 */
export const readKnownFailures = (path: string): KnownFailures => {
  const byFile = new Map<string, Map<string, string>>();
  const entries = existsSync(path) ? readJsonLines<Partial<KnownFailure>>(path) : [];
  for (const [index, entry] of entries.entries()) {
    const { suite, file, case: id, reason } = checkEntry(entry, index + 1);
    const cases = byFile.get(`${suite}/${file}`) ?? new Map<string, string>();
    if (cases.has(id)) throw new Error(`known failure ${index + 1} is listed twice: \`${suite}/${file}\` \`${id}\``);
    byFile.set(`${suite}/${file}`, cases.set(id, reason));
  }
  return (suite, file) => byFile.get(`${suite}/${file}`) ?? NONE;
};

const checkEntry = (entry: Partial<KnownFailure>, number: number): KnownFailure => {
  const field = (name: (typeof FIELDS)[number]): string => {
    const value = entry[name];
    if (typeof value !== "string" || value === "") throw new Error(`known failure ${number} has no \`${name}\``);
    return value;
  };
  return { suite: field("suite"), file: field("file"), case: field("case"), reason: field("reason") };
};
