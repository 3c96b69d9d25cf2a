import type { Action, BoundPolicy, RuleResult } from "@ostiary/core";
import { compareBytes } from "@ostiary/rules";
import type { ClientResult, ConcernedConstraint, Examination } from "../client/gatekeeper-client.js";

/** What takes effect, strictest first. */
const ACTIONS: readonly Action[] = ["deny", "warn", "dryrun"];

/** What is done with the violations of a constraint: what nobody knows is recorded only, as Gatekeeper does. */
const actionsOf = ({ enforcementAction, scopedActions }: ConcernedConstraint): readonly [Action, ...Action[]] => {
  const named = enforcementAction === "scoped" ? (scopedActions ?? []) : [enforcementAction];
  const [strictest, ...others] = ACTIONS.filter((action) => named.includes(action));
  return strictest === undefined ? ["dryrun"] : [strictest, ...others];
};

/** A constraint with the violations that have the same actions: an expansion may give some of them others. */
interface Group {
  readonly one: ConcernedConstraint;
  readonly results: ClientResult[];
}

/**
 * The constraints that an object was held against as policies of a decision, from the strictest action to the mildest, then by
 * kind and name. What they found is known already.
 */
export const bindConstraints = ({ results, concerned }: Examination): readonly BoundPolicy[] => {
  const groups = new Map<string, Group>();
  for (const one of concerned) groups.set(identify(one), { one, results: [] });
  for (const result of results) {
    const group = groups.get(identify(result)) ?? { one: result, results: [] };
    groups.set(identify(result), group);
    group.results.push(result);
  }
  return [...groups.values()].sort(inOrder).map(bindGroup);
};

const identify = (one: ConcernedConstraint): string =>
  // Neither a kind nor a name nor an action that is known has blanks.
  `${one.constraint.kind} ${one.constraint.name} ${actionsOf(one)} ${one.enforcementAction}`;

const inOrder = ({ one }: Group, { one: other }: Group): number =>
  ACTIONS.indexOf(actionsOf(one)[0]) - ACTIONS.indexOf(actionsOf(other)[0]) ||
  compareBytes(one.constraint.kind, other.constraint.kind) ||
  compareBytes(one.constraint.name, other.constraint.name);

const bindGroup = ({ one, results }: Group): BoundPolicy => {
  const { constraint, enforcementAction } = one;
  const actions = actionsOf(one);
  const found = results.map(describeResult);
  const isSpelledOut = actions.length === 1 && actions[0] === enforcementAction;
  return {
    policy: constraint,
    actions,
    rules: [
      {
        id: constraint.kind,
        about: { constraint, ...(!isSpelledOut && { enforcementAction }) },
        run: () => found,
      },
    ],
  };
};

/** The rule that a violation names when nobody could tell whether the constraint is about the object. */
const MATCH_RULE = "match";

const describeResult = ({ message, findings, details, autoReject }: ClientResult): RuleResult => ({
  ...(autoReject && { rule: MATCH_RULE }),
  message,
  findings,
  ...(holdsSomething(details) && { details }),
});

const holdsSomething = (details: ClientResult["details"]): boolean => {
  if (details === undefined || details === null) return false;
  return typeof details !== "object" || Object.keys(details).length > 0;
};
