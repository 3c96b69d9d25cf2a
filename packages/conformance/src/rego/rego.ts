import { basename } from "node:path";
import type { CaseFile, ConformanceCase, Outcome, Suite } from "../suite.js";
import { type Fields, readCases, textOf } from "./case.js";
import { judgeErrors } from "./errors.js";
import { judgeCase } from "./judge.js";
import type { Release } from "./run.js";
import { reasonFor } from "./unbuilt.js";

type Judge = (fields: Fields, release: Release) => Outcome;

/** A difference that the specification admits is a deviation with its reason. */
const admit = (outcome: Outcome, reason: string | undefined): Outcome =>
  outcome.kind === "failed" && reason !== undefined ? { kind: "deviation", reason } : outcome;

const list =
  (judge: Judge, release: Release): CaseFile["list"] =>
  (path) =>
    readCases(path).map((fields): ConformanceCase => {
      const id = textOf(fields["id"]) ?? "";
      return { id, judge: () => admit(judge(fields, release), reasonFor(basename(path))) };
    });

/**
 * Programs in Rego with the answers of OPA: values, errors while compiling, errors while evaluating.
 *
 * @param release - whose answers are compared. Default: 1.17, which Gatekeeper links
 */
export const regoSuite = (release: Release = "1.17"): Suite => ({
  name: "rego",
  files: (): readonly CaseFile[] => [
    { names: /^rego-errors\.jsonl$/, list: list(judgeErrors, release) },
    { names: /^(?!rego-errors\.).*\.jsonl$/, list: list(judgeCase, release) },
  ],
});
