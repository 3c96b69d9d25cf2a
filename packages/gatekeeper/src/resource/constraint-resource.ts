import type { Json } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import { findActionFault } from "../constraint/enforcement.js";
import { type ReadConstraintOptions, validateConstraint } from "../constraint/validate-constraint.js";
import { type Fault, fail } from "../outcome.js";
import { goJson } from "../schema/field-error.js";

/** What there is to decode when a request holds no object. */
const NOTHING = "couldn't get version/kind; json parse error: unexpected end of JSON input";

/**
 * Finds what the validating webhook has against a constraint. Unlike Gatekeeper's client it asks for an action that it knows.
 *
 * @source gatekeeper, pkg/webhook/policy.go, validateConstraint
 */
export const findConstraintFault = (document: Json, options: ReadConstraintOptions): Fault | undefined => {
  if (document === null) return fail("undecodable", NOTHING).error;
  const view = ObjectView.root(new Reading(), document, []);
  if ((view.string("kind") ?? "") === "") {
    return fail("undecodable", `Object 'Kind' is missing in '${goJson(document)}'`).error;
  }
  const valid = validateConstraint(document, options);
  if (!valid.ok) return valid.error;
  const fault = findActionFault(view.object("spec"));
  return fault === undefined ? undefined : fail("invalid-action", fault).error;
};
