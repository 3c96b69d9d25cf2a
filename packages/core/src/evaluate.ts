import { decide } from "./decide.js";
import type { Decision, Problem } from "./decision.js";
import { applyDefaults } from "./defaults.js";
import { guard } from "./guard.js";
import { refuseOption } from "./invalid-option.js";
import { ownFields } from "./own-fields.js";
import { isPolicySet, type PolicySet } from "./policy-set.js";
import { READ_OPTION_NAMES, type ReadOptions, readPolicySet } from "./read-policies.js";
import type { Facts, Review } from "./request.js";
import { readSubject } from "./subject.js";
import { findUnknownOptions, type OptionNames } from "./unknown-options.js";

/** How one object is evaluated. The options of {@link ReadOptions} count only when documents are given, not a PolicySet. */
export interface EvaluateOptions extends ReadOptions {
  /** The namespace's name. Default: what the object says. */
  readonly namespace?: string;
  /** Fills in what an API server fills in before admission. Default: false. */
  readonly applyDefaults?: boolean;
  /** Other objects of the cluster that policies may ask for, e.g. the exceptions in the namespace. */
  readonly inventory?: readonly unknown[];
  /** What was asked of others before, for policies that depend on it. */
  readonly facts?: Facts;
  /** Records every policy and why it did not apply, and what each passing rule looked at. Default: false. */
  readonly explain?: boolean;
}

const NO_OPTIONS: EvaluateOptions = ownFields({});

const OPTION_NAMES: OptionNames<EvaluateOptions> = {
  ...READ_OPTION_NAMES,
  namespace: true,
  applyDefaults: true,
  inventory: true,
  facts: true,
  explain: true,
};

const FACT_NAMES: OptionNames<Facts> = { providers: true };

/**
 * Would this pod be admitted? A workload is judged by the pod that it would create.
 *
 * @param pod - a Pod or a workload, as parsed from YAML or JSON. An object of a kind that holds no pod is allowed, for no
 *   policy asks anything of it; what is no object of the API is refused.
 * @param namespaceLabels - the labels of the namespace that it is for; `{}` for none
 * @param policies - what `readPolicies` gave; or documents, which are then read on every call
 * @returns a decision, always: whatever is handed in, nothing is thrown
 *
 * @example
 * ```ts
 * const decision = evaluate(pod, { "pod-security.kubernetes.io/enforce": "restricted" }, []);
 * if (!decision.allowed) console.log(decision.violations.map(({ message }) => message));
 * ```
 */
export const evaluate = (
  pod: unknown,
  namespaceLabels: Readonly<Record<string, string>>,
  policies: PolicySet | readonly unknown[],
  options: EvaluateOptions = NO_OPTIONS,
): Decision =>
  guard(() => {
    const own = options === NO_OPTIONS ? options : ownFields(options);
    const { applyDefaults: fillsIn, explain, facts, inventory, namespace } = own;
    const given = isPolicySet(policies) ? policies : readPolicySet(policies, own);
    const problems = options === NO_OPTIONS ? [] : findOptionProblems(options, own);
    const policySet = problems.length === 0 ? given : { ...given, problems: [...given.problems, ...problems] };
    const review = ownFields<Review>({
      operation: undefined,
      object: fillsIn === true ? applyDefaults(pod, { podCarriers: policySet.podCarriers }) : pod,
      namespaceObject: { metadata: { labels: namespaceLabels } },
      ...(typeof namespace === "string" && { namespace }),
      ...(inventory !== undefined && { inventory }),
      ...(facts !== undefined && { facts }),
      ...(explain !== undefined && { explain }),
    });
    return decide(readSubject(review, "pod", policySet.podCarriers), policySet);
  });

const findOptionProblems = (
  given: EvaluateOptions,
  { applyDefaults: fillsIn, facts, namespace }: EvaluateOptions,
): readonly Problem[] => {
  const problems = [...findUnknownOptions(given, OPTION_NAMES), ...findUnknownOptions(facts, FACT_NAMES, "facts")];
  if (namespace !== undefined && typeof namespace !== "string") {
    problems.push(refuseOption("namespace", namespace, "a string"));
  }
  if (fillsIn !== undefined && typeof fillsIn !== "boolean") {
    problems.push(refuseOption("applyDefaults", fillsIn, "a boolean"));
  }
  return problems;
};
