import { compileLabelSelector, type LabelSelector } from "@ostiary/core/match";
import type { ObjectView } from "@ostiary/rules";
import type { AdmissionAttributes } from "./admission-attributes.js";

/** Whether a policy or binding concerns a request; or why that could not be decided. */
export type MatchOutcome = { readonly matches: boolean } | { readonly fault: string };

/** What a policy or binding concerns, ready for use. */
export type MatchResources = (attributes: AdmissionAttributes) => MatchOutcome;

/** One entry of `resourceRules` or `excludeResourceRules`. */
interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly scope: string;
}

const readRule = (rule: ObjectView): ResourceRule => ({
  apiGroups: rule.strings("apiGroups"),
  apiVersions: rule.strings("apiVersions"),
  operations: rule.strings("operations"),
  resources: rule.strings("resources"),
  resourceNames: rule.strings("resourceNames"),
  scope: rule.string("scope") ?? "*",
});

const includes = (list: readonly string[], value: string): boolean => list.includes("*") || list.includes(value);

const matchesScope = (scope: string, { isNamespaced }: AdmissionAttributes): boolean => {
  if (scope === "*") return true;
  return scope === "Namespaced" ? isNamespaced : scope === "Cluster" && !isNamespaced;
};

/** `pods`, `pods/exec`, `pods/*`, `*` for everything but subresources, and `*` followed by `/*` for everything. */
const matchesResource = (resources: readonly string[], { request }: AdmissionAttributes): boolean =>
  resources.some((entry) => {
    const slash = entry.indexOf("/");
    const [resource, subResource] = slash === -1 ? [entry, ""] : [entry.slice(0, slash), entry.slice(slash + 1)];
    const isResource = resource === "*" || resource === request.resource.resource;
    return isResource && (subResource === "*" || subResource === (request.subResource ?? ""));
  });

const matchesRule = (rule: ResourceRule, attributes: AdmissionAttributes, policy: MatchPolicy): boolean => {
  const { resource, operation, name } = attributes.request;
  return (
    matchesScope(rule.scope, attributes) &&
    includes(rule.operations, operation) &&
    includes(rule.apiGroups, resource.group) &&
    // Any version of a resource is equivalent to any other one, since the API server converts between them.
    (policy === "Equivalent" || includes(rule.apiVersions, resource.version)) &&
    matchesResource(rule.resources, attributes) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(name))
  );
};

type MatchPolicy = "Exact" | "Equivalent";

const matchesNamespace = (selector: LabelSelector, isEmpty: boolean, attributes: AdmissionAttributes): MatchOutcome => {
  if ("fault" in selector) return selector;
  if (isEmpty || !(attributes.isNamespaced || attributes.isNamespace)) return { matches: true };
  const labels = attributes.namespaceLabels;
  return "lookupError" in labels ? { fault: labels.lookupError } : { matches: selector.matches(labels) };
};

const matchesObject = (
  selector: LabelSelector,
  isEmpty: boolean,
  { objectLabels }: AdmissionAttributes,
): MatchOutcome => {
  if ("fault" in selector) return selector;
  return { matches: isEmpty || objectLabels.some((labels) => selector.matches(labels)) };
};

const isEmptySelector = (selector: ObjectView): boolean =>
  selector.stringMap("matchLabels").size === 0 && selector.objects("matchExpressions").length === 0;

/**
 * Reads `matchConstraints` of a policy or `matchResources` of a binding. An absent one matches everything.
 *
 * With `matchPolicy: Equivalent`, the default, a rule matches whatever version of a resource it names: which other groups serve
 * the same resource only a cluster knows. The object is judged in the version in which it is written.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/policy/matching/matching.go
 */
export const readMatchResources = (view: ObjectView): MatchResources => {
  const [namespaceView, objectView] = [view.object("namespaceSelector"), view.object("objectSelector")];
  const [namespaceSelector, objectSelector] = [compileLabelSelector(namespaceView), compileLabelSelector(objectView)];
  const [anyNamespace, anyObject] = [isEmptySelector(namespaceView), isEmptySelector(objectView)];
  const rules = view.objects("resourceRules").map(readRule);
  const exclusions = view.objects("excludeResourceRules").map(readRule);
  const policy: MatchPolicy = view.string("matchPolicy") === "Exact" ? "Exact" : "Equivalent";
  return (attributes) => {
    const selected = [
      matchesNamespace(namespaceSelector, anyNamespace, attributes),
      matchesObject(objectSelector, anyObject, attributes),
    ];
    if (selected.some((outcome) => "matches" in outcome && !outcome.matches)) return { matches: false };
    if (exclusions.some((rule) => matchesRule(rule, attributes, policy))) return { matches: false };
    if (rules.length > 0 && !rules.some((rule) => matchesRule(rule, attributes, policy))) return { matches: false };
    return selected.find((outcome) => "fault" in outcome) ?? { matches: true };
  };
};
