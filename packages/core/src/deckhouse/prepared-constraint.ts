import { type Finding, formatFieldPath, ObjectView, Reading, type RuleResult } from "@ostiary/rules";
import type { ConstraintCheck, RegexEngine, Release } from "@ostiary/rules/deckhouse";
import type { Problem } from "../decision.js";
import { type ConstraintMatch, compileConstraintMatch } from "../match/constraint-match.js";
import type { Constraint } from "./constraint.js";

/** A constraint whose parameters have been read and whose match has been compiled. */
export interface PreparedConstraint extends Constraint {
  readonly check: ConstraintCheck;
  /** The match but for the kinds, by which constraints are found. */
  readonly matches: ConstraintMatch;
  /** What a verdict takes that no rule can look up, for people; the constraint is not judged without. */
  readonly missingFacts: string | undefined;
}

/** For whom constraints are got ready. */
export interface Preparation {
  readonly release: Release;
  /** Gets the regular expressions of policies ready. Default: the rules' own engine. */
  readonly regex?: RegexEngine;
}

/** Kinds that are not judged, and what a verdict takes. */
const MISSING_FACTS: ReadonlyMap<string, string> = new Map([
  ["D8VerifyImageSignatures", "facts from @ostiary/signatures"],
]);

/** A check that is ready; or problems, where the parameters do not fit the kind. */
const prepareCheck = (
  constraint: Constraint,
  { release, regex }: Preparation,
): { readonly check: ConstraintCheck } | { readonly problems: readonly Problem[] } => {
  const { kind, name, parameters, policy } = constraint;
  const prepared = kind.prepare(release, parameters, regex && { regex });
  if (prepared === undefined) {
    const message = `release ${release} has no kind \`${kind.name}\``;
    return { problems: [{ code: "unknown-constraint-kind", message, policy, effect: "deny" }] };
  }
  if ("faults" in prepared) {
    return {
      problems: prepared.faults.map(({ path, message }) => ({
        code: "invalid-parameters",
        message: `${kind.name} \`${name}\`: \`${formatFieldPath(["spec", "parameters", ...path])}\`: ${message}`,
        policy,
        effect: "deny",
      })),
    };
  }
  return { check: mergeResults(prepared.check) };
};

/** Gets constraints ready; those that cannot be are problems. */
export const prepareConstraints = (
  constraints: readonly Constraint[],
  preparation: Preparation,
  problems: Problem[],
): readonly PreparedConstraint[] => {
  const compiled = new Map<object, ConstraintMatch>();
  const ready: PreparedConstraint[] = [];
  for (const constraint of constraints) {
    const { selection } = constraint;
    const prepared = prepareCheck(constraint, preparation);
    const matches = compiled.get(selection) ?? compileConstraintMatch(ObjectView.root(new Reading(), selection, []));
    compiled.set(selection, matches);
    if ("check" in prepared) ready.push(complete(constraint, prepared.check, matches));
    else for (const problem of prepared.problems) problems.push(problem);
  }
  return ready;
};

const complete = (constraint: Constraint, check: ConstraintCheck, matches: ConstraintMatch): PreparedConstraint => ({
  ...constraint,
  check,
  matches,
  missingFacts: MISSING_FACTS.get(constraint.kind.name),
});

/** The engine's results are a set: equal messages are one violation, here with the places of all. */
const mergeResults =
  (check: ConstraintCheck): ConstraintCheck =>
  (subject) => {
    const results = check(subject);
    return results.length < 2 ? results : merge(results);
  };

const merge = (results: readonly RuleResult[]): readonly RuleResult[] => {
  const merged = new Map<string, RuleResult & { readonly findings: Finding[] }>();
  for (const result of results) {
    const known = merged.get(result.message);
    if (known === undefined) merged.set(result.message, { ...result, findings: [...result.findings] });
    else for (const finding of result.findings) known.findings.push(finding);
  }
  return [...merged.values()];
};
