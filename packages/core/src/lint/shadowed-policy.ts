import type { Action } from "../decision.js";
import type { Constraint } from "../deckhouse/constraint.js";
import { generateConstraints } from "../deckhouse/generate-constraints.js";
import type { LintRule } from "./lint-rule.js";

const STRICTNESS: readonly Action[] = ["dryrun", "warn", "deny"];

/** The same text for equal values, whatever the order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );

/** Whether nothing is left out by a selection but for its scope, in which policies of one kind agree. */
const isBoundless = (selection: object): boolean =>
  Object.entries(selection).every(([part, value]) => part === "scope" || canonical(value) === "{}");

const isCovered = (constraint: Constraint, by: readonly Constraint[]): boolean =>
  by.some(
    ({ kind, kinds, selection, parameters, action }) =>
      kind.name === constraint.kind.name &&
      STRICTNESS.indexOf(action) >= STRICTNESS.indexOf(constraint.action) &&
      canonical([kinds, parameters]) === canonical([constraint.kinds, constraint.parameters]) &&
      (isBoundless(selection) || canonical(selection) === canonical(constraint.selection)),
  );

/** A policy that asks for nothing that another one does not ask for already, of the same objects and as strictly. */
export const shadowedPolicy: LintRule = {
  code: "shadowed-policy",
  find: ({ policy, release, others }) => {
    const constraints = generateConstraints(policy, release);
    if (constraints.length === 0) return [];
    const shadow = others.find((other) => {
      const theirs = generateConstraints(other, release);
      return constraints.every((constraint) => isCovered(constraint, theirs));
    });
    if (shadow === undefined) return [];
    const message = `all that it asks for, ${shadow.kind} \`${shadow.name}\` asks for too`;
    return [{ message, path: ["metadata", "name"], other: shadow }];
  },
};
