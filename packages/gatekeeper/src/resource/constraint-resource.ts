import type { Json } from "@ostiary/core";
import { findActionFault } from "../constraint/enforcement.js";
import { type ReadConstraintOptions, validateConstraint } from "../constraint/validate-constraint.js";
import { type Fault, fail } from "../outcome.js";
import { decodeKind } from "./decode-resource.js";

/**
 * Finds what the validating webhook has against a constraint. Unlike Gatekeeper's client it asks for an action that it knows.
 *
 * @source gatekeeper, pkg/webhook/policy.go, validateConstraint
 */
export const findConstraintFault = (document: Json, options: ReadConstraintOptions): Fault | undefined => {
  const decoded = decodeKind(document);
  if (!decoded.ok) return decoded.error;
  const valid = validateConstraint(document, options);
  if (!valid.ok) return valid.error;
  const fault = findActionFault(decoded.value.object("spec"));
  return fault === undefined ? undefined : fail("invalid-action", fault).error;
};
