import type { PolicySpec } from "../deckhouse/policy-schema.js";
import { examplePod } from "./example-pod.js";
import { fieldPath, type LintRule } from "./lint-rule.js";
import { listAt } from "./value-at.js";

type Policies = PolicySpec["policies"];

/** A field, when it asks for nothing, and an object that would lack what it could ask for. */
interface Idle {
  readonly field: string;
  isIdle(value: unknown): boolean;
  readonly object: object;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const hasNoKeys =
  (part: string) =>
  (value: unknown): boolean =>
    listAt(value, [part]).every((entry) => !Reflect.get(Object(entry), "key"));

const IDLE: readonly Idle[] = [
  { field: "requiredLabels", isIdle: hasNoKeys("labels"), object: examplePod() },
  { field: "requiredAnnotations", isIdle: hasNoKeys("annotations"), object: examplePod() },
  { field: "requiredProbes", isIdle: isEmptyList, object: examplePod() },
  {
    field: "requiredResources",
    isIdle: (value) => listAt(value, ["limits"]).length + listAt(value, ["requests"]).length === 0,
    object: examplePod(),
  },
  {
    field: "disallowedTolerations",
    isIdle: isEmptyList,
    object: examplePod({}, { tolerations: [{ operator: "Exists" }] }),
  },
];

const idleFields = (policies: Policies): readonly Idle[] =>
  IDLE.filter(({ field, isIdle }) => policies[field] !== undefined && isIdle(policies[field]));

/** A policy, or a field, that could ask for something and does not. */
export const asksForNothing: LintRule = {
  code: "asks-for-nothing",
  find: ({ policy: { kind, spec } }) => {
    const isBare = kind === "OperationPolicy" && Object.keys(spec.policies).length === 0;
    const bare = { field: undefined, object: examplePod() };
    return [...(isBare ? [bare] : []), ...idleFields(spec.policies)].map(({ field, object }) => ({
      message: `${field === undefined ? "the policy" : `\`${field}\``} asks for nothing`,
      path: field === undefined ? fieldPath() : fieldPath(field),
      evidence: { object, outcome: "admitted" },
    }));
  },
};
