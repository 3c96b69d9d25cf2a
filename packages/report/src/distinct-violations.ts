import type { Action } from "@ostiary/core";
import type { PositionedFinding, PositionedViolation } from "./checked-object.js";
import { writeJson } from "./json-text.js";

/** A violation, with the milder ones that say nothing else. */
export interface DistinctViolation {
  readonly violation: PositionedViolation;
  /** Violations by other policies that only repeat it, with a milder action. */
  readonly repeated: readonly PositionedViolation[];
}

/** The actions, strictest first. */
export const ACTIONS: readonly Action[] = ["deny", "warn", "dryrun"];

/**
 * Leaves out violations that only repeat what one with a stricter action already says at the same places, as `restricted`
 * repeats `baseline`: the same values are refused there for the same accepted ones.
 *
 * @returns the others, strictest first, else in their order
 */
export const distinctViolations = (violations: readonly PositionedViolation[]): readonly DistinctViolation[] => {
  if (violations.length === 1) return violations.map((violation) => ({ violation, repeated: [] }));
  const distinct: { readonly violation: PositionedViolation; readonly repeated: PositionedViolation[] }[] = [];
  const said = new Map<string, (typeof distinct)[number]>();
  for (const action of ACTIONS) {
    const stricter = new Map(said);
    for (const violation of violations) {
      if (violation.action !== action) continue;
      const keys = keysOf(violation);
      const first = stricter.get(keys[0] ?? "");
      if (first !== undefined && keys.every((key) => stricter.has(key))) {
        first.repeated.push(violation);
        continue;
      }
      const entry = { violation, repeated: [] };
      distinct.push(entry);
      for (const key of keys) if (!said.has(key)) said.set(key, entry);
    }
  }
  return distinct;
};

const keysOf = ({ rule, message, findings }: PositionedViolation): readonly string[] =>
  findings.length === 0 ? [writeJson([rule, message])] : findings.map((finding) => keyOf(rule, finding));

/** Where nothing tells what is accepted, only the rule tells whether two findings mean the same. */
const keyOf = (rule: string, { path, found, allowed }: PositionedFinding): string =>
  writeJson([path, found === undefined ? [] : [found], allowed === undefined ? { rule } : [allowed]]);
