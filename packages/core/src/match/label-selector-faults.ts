import { goQuote, type ObjectView } from "@ostiary/rules";
import type { SchemaIssue } from "@ostiary/rules/deckhouse";
import { labelKeyFaults, labelValueFaults } from "./label-syntax.js";

/** What each operator asks of its values, and what is said when it does not get it. */
const VALUE_FAULTS: ReadonlyMap<string, (values: readonly string[]) => string | undefined> = new Map([
  ["In", requireValues],
  ["NotIn", requireValues],
  ["Exists", forbidValues],
  ["DoesNotExist", forbidValues],
]);

function requireValues(values: readonly string[]): string | undefined {
  return values.length > 0 ? undefined : "Required value: must be specified when `operator` is 'In' or 'NotIn'";
}

function forbidValues(values: readonly string[]): string | undefined {
  return values.length === 0
    ? undefined
    : "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'";
}

/**
 * What a cluster has against a label selector when an object that holds it is made, in Kubernetes' words. It finds more than
 * the evaluation of the selector, which stops at the first fault.
 *
 * @returns the faults with their places in the selector, none for a good one
 * @source k8s.io/apimachinery, meta/v1/validation, ValidateLabelSelector
 */
export const labelSelectorFaults = (selector: ObjectView): readonly SchemaIssue[] => [
  ...[...selector.stringMap("matchLabels")].flatMap(([key, value]) => labelFaults(key, value)),
  ...selector.objects("matchExpressions").flatMap((expression) => expressionFaults(expression)),
];

const invalid = (value: string, fault: string): string => `Invalid value: ${goQuote(value)}: ${fault}`;

/** Kubernetes names the map, and not the entry. */
const labelFaults = (key: string, value: string): readonly SchemaIssue[] => [
  ...labelKeyFaults(key).map((fault) => ({ path: ["matchLabels"], message: invalid(key, fault) })),
  ...labelValueFaults(value).map((fault) => ({ path: ["matchLabels"], message: invalid(value, fault) })),
];

const expressionFaults = (expression: ObjectView): readonly SchemaIssue[] => {
  const path = ["matchExpressions", expression.index];
  const key = expression.string("key") ?? "";
  const values = expression.strings("values");
  return [
    ...operatorFaults(expression.string("operator") ?? "", values, path),
    ...labelKeyFaults(key).map((fault) => ({ path: [...path, "key"], message: invalid(key, fault) })),
    ...values.flatMap((value, index) =>
      labelValueFaults(value).map((fault) => ({ path: [...path, "values", index], message: invalid(value, fault) })),
    ),
  ];
};

const operatorFaults = (
  operator: string,
  values: readonly string[],
  path: SchemaIssue["path"],
): readonly SchemaIssue[] => {
  const judge = VALUE_FAULTS.get(operator);
  if (judge === undefined)
    return [{ path: [...path, "operator"], message: invalid(operator, "not a valid selector operator") }];
  const message = judge(values);
  return message === undefined ? [] : [{ path: [...path, "values"], message }];
};
