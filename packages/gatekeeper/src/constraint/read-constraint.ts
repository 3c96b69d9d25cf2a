import { compileConstraintMatch } from "@ostiary/core/match";
import { compareBytes, ObjectView, Reading } from "@ostiary/rules";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { Template } from "../template/template.js";
import type { Constraint } from "./constraint.js";

/** How a constraint is read. */
export interface ReadConstraintOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Finds the template of that `name`, which is the constraint's kind in lower case. */
  readonly findTemplate: (name: string) => Template | undefined;
}

/** The group of all constraints. */
export const CONSTRAINT_GROUP = "constraints.gatekeeper.sh";

/**
 * Reads a constraint as Gatekeeper's client does, and fills in defaults. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, AddConstraint
 */
export const readConstraint = (document: unknown, { findTemplate }: ReadConstraintOptions): Outcome<Constraint> => {
  const view = ObjectView.root(new Reading(), document, []);
  const name = view.object("metadata").string("name") ?? "";
  const kind = view.string("kind") ?? "";
  if (name === "") return fail("invalid-constraint", "invalid Constraint: missing metadata.name");
  const template = findTemplate(kind.toLowerCase());
  if (template === undefined) {
    return fail("missing-template", `missing ConstraintTemplate: template "${kind.toLowerCase()}" not found`);
  }
  const spec = view.object("spec");
  const enforcementAction = spec.string("enforcementAction") ?? "deny";
  return succeed({
    kind,
    name,
    document: document as never,
    parameters: spec.raw("parameters") ?? undefined,
    enforcementAction,
    actionsAt: actionsOf(enforcementAction, spec),
    matches: compileConstraintMatch(spec.object("match")),
  });
};

const actionsOf = (action: string, spec: ObjectView): Constraint["actionsAt"] => {
  if (action !== "scoped") return () => [action];
  const entries = spec.objects("scopedEnforcementActions").map((entry) => ({
    action: entry.string("action") ?? "",
    points: entry.objects("enforcementPoints").map((point) => point.string("name") ?? ""),
  }));
  return (point) => {
    const at = entries.filter(({ points }) => points.includes("*") || points.includes(point));
    return [...new Set(at.map((entry) => entry.action))].sort(compareBytes);
  };
};
