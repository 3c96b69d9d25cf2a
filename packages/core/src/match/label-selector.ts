import { goQuote, type ObjectView } from "@ostiary/rules";
import { labelKeyFaults, labelValueFaults } from "./label-syntax.js";

/** Labels as selectors look at them. */
export type Labels = ReadonlyMap<string, string>;

/** A selector ready for use; or why it is none, in Kubernetes' words. */
export type LabelSelector = { readonly matches: (labels: Labels) => boolean } | { readonly fault: string };

type Requirement = (labels: Labels) => boolean;

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** What each operator asks for, and whether it takes values. */
const OPERATORS: ReadonlyMap<string, readonly [takesValues: boolean, build: (expression: Expression) => Requirement]> =
  new Map([
    [
      "In",
      [
        true,
        ({ key, values }) =>
          (labels) =>
            hasOneOf(labels, key, values),
      ],
    ],
    [
      "NotIn",
      [
        true,
        ({ key, values }) =>
          (labels) =>
            !hasOneOf(labels, key, values),
      ],
    ],
    [
      "Exists",
      [
        false,
        ({ key }) =>
          (labels) =>
            labels.has(key),
      ],
    ],
    [
      "DoesNotExist",
      [
        false,
        ({ key }) =>
          (labels) =>
            !labels.has(key),
      ],
    ],
  ]);

const hasOneOf = (labels: Labels, key: string, values: readonly string[]): boolean => {
  const value = labels.get(key);
  return value !== undefined && values.includes(value);
};

/**
 * Reads a label selector. An empty one matches everything.
 *
 * @source k8s.io/apimachinery, meta/v1, LabelSelectorAsSelector; labels.NewRequirement
 */
export const compileLabelSelector = (selector: ObjectView): LabelSelector => {
  const requirements: Requirement[] = [];
  for (const expression of expressionsOf(selector)) {
    const operator = OPERATORS.get(expression.operator);
    if (operator === undefined)
      return { fault: `${goQuote(expression.operator)} is not a valid label selector operator` };
    const [takesValues, build] = operator;
    const faults = expressionFaults(expression, takesValues);
    if (faults.length > 0) return { fault: faults.length === 1 ? faults.join("") : `[${faults.join(", ")}]` };
    requirements.push(build(expression));
  }
  return { matches: (labels) => requirements.every((requirement) => requirement(labels)) };
};

/** A label that must have one value is an expression like any other. */
const expressionsOf = (selector: ObjectView): readonly Expression[] => [
  ...[...selector.stringMap("matchLabels")].map(([key, value]) => ({ key, operator: "In", values: [value] })),
  ...selector.objects("matchExpressions").map((expression) => ({
    key: expression.string("key") ?? "",
    operator: expression.string("operator") ?? "",
    values: expression.strings("values"),
  })),
];

const expressionFaults = ({ key, values }: Expression, takesValues: boolean): readonly string[] => {
  const faults = labelKeyFaults(key).join("; ");
  return [
    ...(faults === "" ? [] : [`key: Invalid value: ${goQuote(key)}: ${faults}`]),
    ...countFaults(values, takesValues),
    ...values.flatMap((value, index) => valueFaults(key, value, index)),
  ];
};

const countFaults = (values: readonly string[], takesValues: boolean): readonly string[] => {
  if (takesValues && values.length === 0) {
    return ["values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"];
  }
  if (takesValues || values.length === 0) return [];
  return [`values: Invalid value: ${JSON.stringify(values)}: values set must be empty for exists and does not exist`];
};

const valueFaults = (key: string, value: string, index: number): readonly string[] => {
  const faults = labelValueFaults(value).join("; ");
  return faults === "" ? [] : [`values[${index}][${key}]: Invalid value: ${goQuote(value)}: ${faults}`];
};
