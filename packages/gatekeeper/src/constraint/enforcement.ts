import { compareBytes, goQuote, type ObjectView } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { Constraint } from "./constraint.js";

/** One entry of `spec.scopedEnforcementActions`. */
interface ScopedAction {
  readonly action: string;
  readonly points: readonly string[];
}

const POINTS: readonly string[] = [
  "validation.gatekeeper.sh",
  "audit.gatekeeper.sh",
  "gator.gatekeeper.sh",
  "vap.k8s.io",
];
const EVERYWHERE = "*";
const ACTIONS: readonly string[] = ["deny", "dryrun", "warn"];
const SCOPED = "scoped";

const readScoped = (spec: ObjectView): readonly ScopedAction[] =>
  spec.objects("scopedEnforcementActions").map((entry) => ({
    action: entry.string("action") ?? "",
    points: entry.objects("enforcementPoints").map((point) => point.string("name") ?? ""),
  }));

/**
 * Reads at which enforcement points a constraint does what.
 *
 * @param spec - of a valid constraint, after defaults
 * @param action - `spec.enforcementAction`
 * @source open-policy-agent/frameworks, constraint/pkg/apis/constraints/apis.go, GetEnforcementActionsForEP
 */
export const readActions = (spec: ObjectView, action: string): Outcome<Constraint["actionsAt"]> => {
  if (action !== SCOPED) return succeed(() => [action]);
  if (spec.raw("scopedEnforcementActions") === undefined) {
    return fail("invalid-constraint", "missing required field: spec.scopedEnforcementActions must be defined");
  }
  const entries = readScoped(spec);
  return succeed((point) => {
    const named = entries.filter(({ points }) => points.includes(EVERYWHERE) || points.includes(point));
    return [...new Set(named.map((entry) => entry.action))].sort(compareBytes);
  });
};

const unrecognizedAction = (shown: string, supported: readonly string[]): string =>
  `unrecognized enforcementAction: ${shown} is not within the supported list [${supported.join(" ")}]`;

/**
 * Finds what the validating webhook has against the actions of a constraint: it knows few, and few points.
 *
 * @param spec - of a constraint that is valid otherwise, as written
 * @source gatekeeper, pkg/util/enforcement_action.go, ValidateEnforcementAction
 */
export const findActionFault = (spec: ObjectView): string | undefined => {
  const action = spec.string("enforcementAction") ?? "";
  if (action === SCOPED) return findScopedFault(spec);
  const isKnown = action === "" || ACTIONS.includes(action);
  return isKnown ? undefined : unrecognizedAction(goQuote(action), [...ACTIONS, SCOPED]);
};

const findScopedFault = (spec: ObjectView): string | undefined => {
  if (spec.raw("scopedEnforcementActions") === undefined) {
    return "error fetching scopedEnforcementActions: scopedEnforcementActions is required";
  }
  const entries = readScoped(spec);
  // An entry that names no point is shown as one with an empty name.
  const points = entries
    .flatMap((entry) => (entry.points.length === 0 ? [""] : entry.points))
    .filter((point) => point !== EVERYWHERE && !POINTS.includes(point));
  const actions = entries.map(({ action }) => action).filter((action) => !ACTIONS.includes(action));
  const faults: string[] = [];
  if (points.length > 0) {
    faults.push(
      `unrecognized enforcement points: constraint will not be enforced for enforcement points [${points.join(" ")}], supported enforcement points are [${POINTS.join(" ")}]`,
    );
  }
  if (actions.length > 0) faults.push(unrecognizedAction(`[${actions.join(" ")}]`, ACTIONS));
  return faults.length === 0 ? undefined : faults.join("\n");
};
