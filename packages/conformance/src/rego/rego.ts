import type { CaseFile, ConformanceCase, Outcome, Suite } from "../suite.js";
import { type Fields, readCases, textOf } from "./case.js";
import { judgeErrors } from "./errors.js";
import { judgeCase } from "./judge.js";
import type { Release } from "./run.js";

type Judge = (fields: Fields, release: Release) => Outcome;

const list =
  (judge: Judge, release: Release): CaseFile["list"] =>
  (path) =>
    readCases(path).map(
      (fields): ConformanceCase => ({ id: textOf(fields["id"]) ?? "", judge: () => judge(fields, release) }),
    );

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
