import { goQuote } from "@ostiary/rules";
import { type Fault, fail } from "../outcome.js";
import { aggregate } from "../schema/field-error.js";
import type { Template } from "../template/template.js";
import type { Constraint } from "./constraint.js";
import { CONSTRAINT_GROUP } from "./validate-constraint.js";

/**
 * What an API server has against a constraint that is made, by the rules of its template's schema.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/registry/customresource/strategy.go, Validate
 */
export const findRuleFault = (
  { kind, name, document }: Constraint,
  template: Template | undefined,
): Fault | undefined => {
  const errors = template?.schema.judgeByRules(document) ?? [];
  if (errors.length === 0) return undefined;
  const message = `${kind}.${CONSTRAINT_GROUP} ${goQuote(name)} is invalid: ${aggregate(errors)}`;
  return fail("invalid-constraint", message).error;
};
