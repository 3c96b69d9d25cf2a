import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { expect } from "vitest";
import { deckhouse } from "../src/deckhouse/index.js";
import { evaluate, readPolicies } from "../src/index.js";
import { lintPolicies, type PolicyFinding } from "../src/lint/lint-policies.js";
import type { Evidence } from "../src/lint/lint-rule.js";

/** The findings of a kind about the last of some documents, which must all be good. */
export const findingsOf = (code: string, documents: readonly unknown[], release: Release): readonly PolicyFinding[] => {
  const { problems, findings } = lintPolicies(documents, release);
  expect(problems.filter(({ effect }) => effect === "deny")).toEqual([]);
  return findings.filter((finding) => finding.code === code && finding.document === documents.length - 1);
};

/** What becomes of an object where the policies of these tests match. */
const outcomeOf = (object: object, documents: readonly unknown[], release: Release): Evidence["outcome"] =>
  evaluate(object, { team: "a" }, readPolicies(documents, { kinds: [deckhouse({ release })] })).allowed
    ? "admitted"
    : "refused";

/** The findings of a kind by release, in short; each piece of evidence is tried out. */
export const lintInEach = (code: string, ...documents: readonly unknown[]): readonly (readonly string[])[] =>
  RELEASES.map((release) =>
    findingsOf(code, documents, release).map(({ path, evidence }) => {
      if (evidence !== undefined) expect(outcomeOf(evidence.object, documents, release)).toBe(evidence.outcome);
      return `${path.join(".")}${evidence === undefined ? "" : ` ${evidence.outcome}`}`;
    }),
  );
