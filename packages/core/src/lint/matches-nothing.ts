import type { FieldPath } from "@ostiary/rules";
import type { PolicyLabelSelector } from "../deckhouse/policy-schema.js";
import { matchesGlob } from "../match/namespace-glob.js";
import { examplePod } from "./example-pod.js";
import type { Evidence, LintFinding, LintRule } from "./lint-rule.js";

/** Whether every name that fits a pattern fits the other one too. */
const covers = (other: string, pattern: string): boolean => {
  const isOpenBoth = other.startsWith("*") && other.endsWith("*");
  if (!pattern.includes("*")) return matchesGlob(other, pattern);
  if (other.replaceAll("*", "") === "") return other !== "";
  const text = pattern.replace(/^\*/, "").replace(/\*$/, "");
  if (isOpenBoth) return text.includes(other.slice(1, -1));
  if (other.endsWith("*") && !pattern.startsWith("*")) return text.startsWith(other.slice(0, -1));
  return other.startsWith("*") && !pattern.endsWith("*") && text.endsWith(other.slice(1));
};

/** What a selector asks of one label. */
interface Demand {
  present: boolean;
  absent: boolean;
  /** The values that are left; `undefined` for any. */
  listed: readonly string[] | undefined;
  readonly excluded: Set<string>;
}

/** The key whose conditions cannot hold together; `undefined` where all can. */
const contradiction = ({ matchLabels = {}, matchExpressions = [] }: PolicyLabelSelector): string | undefined => {
  const demands = new Map<string, Demand>();
  const labels = Object.entries(matchLabels).map(([key, value]) => ({ key, operator: "In", values: [value] }));
  for (const { key, operator, values = [] } of [...labels, ...matchExpressions]) {
    const demand = demands.get(key) ?? { present: false, absent: false, listed: undefined, excluded: new Set() };
    demands.set(key, demand);
    if (operator === "In") demand.listed = (demand.listed ?? values).filter((value) => values.includes(value));
    if (operator === "NotIn") for (const value of values) demand.excluded.add(value);
    if (operator === "Exists" || operator === "In") demand.present = true;
    if (operator === "DoesNotExist") demand.absent = true;
  }
  return [...demands].find(([, demand]) => isContradictory(demand))?.[0];
};

const isContradictory = ({ present, absent, listed, excluded }: Demand): boolean =>
  (present && absent) || listed?.every((value) => excluded.has(value)) === true;

/** Nearly every policy would refuse this pod. */
const EVIDENCE: Evidence = {
  object: examplePod({ image: "nginx", securityContext: { privileged: true } }, { hostNetwork: true, hostPID: true }),
  outcome: "admitted",
};

const inSelector = (selector: PolicyLabelSelector | undefined, path: FieldPath): readonly LintFinding[] => {
  const key = contradiction(selector ?? {});
  return key === undefined
    ? []
    : [{ message: `nothing can match: the conditions on \`${key}\` contradict each other`, path, evidence: EVIDENCE }];
};

/** A policy that no object in no namespace can match. */
export const matchesNothing: LintRule = {
  code: "matches-nothing",
  find: ({ policy: { spec } }) => {
    const { namespaceSelector = {}, labelSelector } = spec.match;
    const { matchNames = [], excludeNames = [] } = namespaceSelector;
    const path = ["spec", "match", "namespaceSelector"];
    const isExcluded = (name: string): boolean => excludeNames.some((pattern) => covers(pattern, name));
    const isEmpty = matchNames.length === 0 ? excludeNames.includes("*") : matchNames.every(isExcluded);
    return [
      ...(isEmpty
        ? [
            {
              message: "no namespace can match: `excludeNames` has them all",
              path: [...path, "excludeNames"],
              evidence: EVIDENCE,
            },
          ]
        : []),
      ...inSelector(namespaceSelector.labelSelector, [...path, "labelSelector"]),
      ...inSelector(labelSelector, ["spec", "match", "labelSelector"]),
    ];
  },
};
