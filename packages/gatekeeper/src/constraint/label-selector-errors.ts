import type { Json } from "@ostiary/core";
import { labelSelectorFaults } from "@ostiary/core/match";
import { formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import { goTypeName, printGoValue } from "../mutation/go-value.js";
import { aggregate } from "../schema/field-error.js";
import { findDecodeFault, listOf, mapOf, namedText, struct, TEXT, TEXTS } from "../schema/go-decode.js";

type Fields = { readonly [name: string]: Json };

const REQUIREMENT = struct("v1.LabelSelectorRequirement", () => ({
  key: TEXT,
  operator: namedText("v1.LabelSelectorOperator"),
  values: TEXTS,
}));

const SELECTOR = struct("v1.LabelSelector", () => ({
  matchExpressions: listOf("v1.LabelSelectorRequirement", REQUIREMENT),
  matchLabels: mapOf("string", TEXT),
}));

const isFields = (value: Json): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Finds what Gatekeeper has against the two label selectors of a constraint.
 *
 * @returns the first fault
 * @source gatekeeper, pkg/target/target.go, ValidateConstraint
 */
export const findSelectorFault = (constraint: Json): string | undefined =>
  findFault(constraint, "labelSelector") ?? findFault(constraint, "namespaceSelector");

const findFault = (constraint: Json, name: string): string | undefined => {
  const path = ["spec", "match", name];
  let value: Json = constraint;
  for (const [index, field] of path.entries()) {
    if (value === null) return undefined;
    if (!isFields(value)) return wrongType(path.slice(0, index + 1), value);
    const below: Json | undefined = Object.hasOwn(value, field) ? value[field] : undefined;
    if (below === undefined) return undefined;
    value = below;
  }
  return isFields(value) ? describeSelector(value) : wrongType(path, value);
};

const wrongType = (path: readonly string[], value: Json): string =>
  `.${path.join(".")} accessor error: ${printGoValue(value)} is of the type ${goTypeName(value)}, expected map[string]interface{}`;

/** Both selectors are called `labelSelector`. */
const describeSelector = (selector: Fields): string | undefined => {
  const fault = findDecodeFault(selector, SELECTOR);
  if (fault !== undefined) return `Could not convert JSON to LabelSelector: ${fault}`;
  const faults = labelSelectorFaults(ObjectView.root(new Reading(), selector, []));
  const errors = faults.map(({ path, message }) => `spec.labelSelector.${formatFieldPath(path)}: ${message}`);
  return errors.length === 0 ? undefined : aggregate(errors);
};
