import { compileConstraintMatch } from "@ostiary/core/match";
import { ObjectView, Reading } from "@ostiary/rules";
import { isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { type Outcome, succeed } from "../outcome.js";
import { attemptReading } from "../schema/attempt-reading.js";
import type { Constraint } from "./constraint.js";
import { readActions } from "./enforcement.js";
import { type ReadConstraintOptions, validateConstraint } from "./validate-constraint.js";

/** What a constraint does that does not say so. */
const DEFAULT_ACTION = "deny";

/**
 * Reads a constraint as Gatekeeper's client does, and fills in the defaults of its schema. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, AddConstraint
 */
export const readConstraint = (value: unknown, options: ReadConstraintOptions): Outcome<Constraint> =>
  attemptReading(() => read(value, options));

const read = (value: unknown, options: ReadConstraintOptions): Outcome<Constraint> => {
  const { release = NEWEST_RELEASE } = options;
  const valid = validateConstraint(value, options);
  if (!valid.ok) return valid;
  const { kind, name, template } = valid.value;
  const document = template.schema.applyDefaults(valid.value.document);
  const spec = ObjectView.root(new Reading(), document, []).object("spec");
  const enforcementAction = spec.string("enforcementAction") ?? DEFAULT_ACTION;
  // Before there were scoped actions, the word meant nothing.
  const actionsAt: Outcome<Constraint["actionsAt"]> = isSince(release, "3.17")
    ? readActions(spec, enforcementAction)
    : succeed(() => [enforcementAction]);
  if (!actionsAt.ok) return actionsAt;
  return succeed({
    kind,
    name,
    document,
    parameters: spec.raw("parameters") ?? undefined,
    enforcementAction,
    actionsAt: actionsAt.value,
    matches: compileConstraintMatch(spec.object("match")),
  });
};
