import type { Json } from "@ostiary/core";
import { labelSelectorFaults } from "@ostiary/core/match";
import { formatFieldPath, ObjectView, Reading } from "@ostiary/rules";
import { nestedField } from "../expansion/nested-field.js";
import { goTypeName, printGoValue } from "../mutation/go-value.js";
import { aggregate } from "../schema/field-error.js";
import { findDecodeFault, listOf, mapOf, namedText, struct, TEXT, TEXTS } from "../schema/go-decode.js";
import { isJsonFields, type JsonFields } from "../schema/json-fields.js";

const REQUIREMENT = struct("v1.LabelSelectorRequirement", () => ({
  key: TEXT,
  operator: namedText("v1.LabelSelectorOperator"),
  values: TEXTS,
}));

const SELECTOR = struct("v1.LabelSelector", () => ({
  matchExpressions: listOf("v1.LabelSelectorRequirement", REQUIREMENT),
  matchLabels: mapOf("string", TEXT),
}));

/**
 * Finds what Gatekeeper has against the two label selectors of a constraint.
 *
 * @returns the first fault
 * @source gatekeeper, pkg/target/target.go, ValidateConstraint
 */
export const findSelectorFault = (constraint: Json): string | undefined =>
  findFault(constraint, "labelSelector") ?? findFault(constraint, "namespaceSelector");

const findFault = (constraint: Json, name: string): string | undefined => {
  if (!isJsonFields(constraint)) return undefined;
  const found = nestedField(constraint, ["spec", "match", name]);
  if (!found.ok) return found.error.message;
  // What comes out of JSON is JSON.
  const selector = found.value as Json | undefined;
  if (selector === undefined) return undefined;
  if (isJsonFields(selector)) return describeSelector(selector);
  const value = `${printGoValue(selector)} is of the type ${goTypeName(selector)}`;
  return `.spec.match.${name} accessor error: ${value}, expected map[string]interface{}`;
};

/** Both selectors are called `labelSelector`. */
const describeSelector = (selector: JsonFields): string | undefined => {
  const fault = findDecodeFault(selector, SELECTOR);
  if (fault !== undefined) return `Could not convert JSON to LabelSelector: ${fault}`;
  const faults = labelSelectorFaults(ObjectView.root(new Reading(), selector, []));
  const errors = faults.map(({ path, message }) => `spec.labelSelector.${formatFieldPath(path)}: ${message}`);
  return errors.length === 0 ? undefined : aggregate(errors);
};
