import {
  type EvaluateOptions as CoreEvaluateOptions,
  type Decision,
  evaluate as evaluateInCore,
  type PolicySet,
} from "@ostiary/core";
import { withEveryKind, withoutKinds } from "./every-kind.js";
import type { ReadOptions } from "./read-options.js";

/** How one object is evaluated. The options of {@link ReadOptions} count only when documents are given, not a PolicySet. */
export interface EvaluateOptions extends CoreEvaluateOptions, ReadOptions {}

/**
 * Would this pod be admitted? A workload is judged by the pod that it would create.
 *
 * @param pod - a Pod or a workload, as parsed from YAML or JSON. An object of a kind that holds no pod is judged by the policies
 *   that ask something of it; what is no object of the API is refused.
 * @param namespaceLabels - the labels of the namespace that it is for; `{}` for none
 * @param policies - what `readPolicies` gave; or documents of every kind there is, which are then read on every call
 * @returns a decision, always: whatever is handed in, nothing is thrown
 *
 * @example
 * ```ts
 * const labels = { "operation-policy.deckhouse.io/enabled": "true" };
 * const decision = evaluate(pod, labels, [operationPolicy]);
 * if (!decision.allowed) console.log(decision.violations.map(({ message }) => message));
 * ```
 */
export const evaluate = (
  pod: unknown,
  namespaceLabels: Readonly<Record<string, string>>,
  policies: PolicySet | readonly unknown[],
  options: EvaluateOptions = {},
): Decision =>
  evaluateInCore(
    pod,
    namespaceLabels,
    policies,
    Array.isArray(policies) ? withEveryKind(options) : withoutKinds(options),
  );
