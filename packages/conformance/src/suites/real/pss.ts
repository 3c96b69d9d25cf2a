import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Decision, evaluate, forbiddenDetail, type Level, readPolicies } from "@ostiary/core";
import type { ManifestDocument, ObjectDocument } from "@ostiary/manifests";
import { judge, preparePolicies } from "ostiary/check";
import { compare } from "../../compare.js";
import { readJsonLines } from "../../json-lines.js";
import { type CaseFile, caseEachLine, type Outcome } from "../../suite.js";
import { type DocumentPlace, type Manifests, nameDocument } from "./manifests.js";

/** An object that holds a pod, at one level and version, and the real library's answer. */
interface Line extends DocumentPlace {
  readonly level: Level;
  readonly version: string;
  readonly allowed: boolean;
  readonly violations: readonly unknown[];
  /** `null` when the object is allowed. */
  readonly message: string | null;
}

const DEFAULTED = "pss-defaulted.jsonl";

/**
 * Answers to objects as they are written, without the API server's defaults: core must give them. What `ostiary check` says,
 * which fills the defaults in, must be the same, but for the lines of `pss-defaulted.jsonl`.
 */
export const pss = (manifests: Manifests): CaseFile => ({
  names: /^pss\.jsonl$/,
  list: (path) => {
    const defaulted = readDefaulted(join(dirname(path), DEFAULTED));
    const judgeLine = (line: Line): Outcome => {
      const plain = judgeAsWritten(line, manifests.find(line));
      return plain.kind === "passed" && defaulted !== undefined
        ? judgeAsChecked(defaulted.get(nameCase(line)) ?? line, manifests.find(line))
        : plain;
    };
    return caseEachLine(nameCase, judgeLine)(path);
  },
});

/** Answers that are others once an API server has filled in its defaults. */
export const pssDefaulted = (manifests: Manifests): CaseFile => ({
  names: /^pss-defaulted\.jsonl$/,
  list: caseEachLine(nameCase, (line: Line) => judgeAsChecked(line, manifests.find(line))),
});

const nameCase = (line: Line): string => `${nameDocument(line)} ${line.level}:${line.version}`;

/** The answers that the defaults change; `undefined` where nobody says which. */
const readDefaulted = (path: string): ReadonlyMap<string, Line> | undefined =>
  existsSync(path) ? new Map(readJsonLines<Line>(path).map((line) => [nameCase(line), line])) : undefined;

const POLICIES = readPolicies([]);

const judgeAsWritten = (line: Line, document: ManifestDocument | undefined): Outcome => {
  if (document?.kind !== "object") return notRead(document);
  const { level, version } = line;
  const labels = {
    "pod-security.kubernetes.io/enforce": level,
    "pod-security.kubernetes.io/enforce-version": version,
  };
  return compareDecision(evaluate(document.value, labels, POLICIES), line);
};

const judgeAsChecked = (line: Line, document: ManifestDocument | undefined): Outcome => {
  if (document?.kind !== "object") return notRead(document);
  return compareDecision(check(document, line), line);
};

const notRead = (document: ManifestDocument | undefined): Outcome => ({
  kind: "failed",
  difference: `read as ${document?.kind ?? "nothing"}`,
});

/** Judges a document as `ostiary check --level LEVEL --version VERSION` does. */
const check = (document: ObjectDocument, { file, level, version }: Line): Decision =>
  judge(document, file, { policies: preparePolicies({ level, version }), namespaces: new Map() }).decision;

const compareDecision = ({ allowed, violations, problems }: Decision, line: Line): Outcome => {
  const denied = violations.filter(({ action }) => action === "deny");
  const start = `violates PodSecurity "${line.level}:${line.version}": `;
  return compare(
    {
      allowed,
      violations: denied.map(({ rule, reason, detail }) => ({ check: rule, reason, detail })),
      message: denied.length === 0 ? null : start + forbiddenDetail(denied),
      problems,
    },
    { allowed: line.allowed, violations: line.violations, message: line.message, problems: [] },
  );
};
