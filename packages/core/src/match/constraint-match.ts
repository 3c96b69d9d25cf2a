import { type GroupKind, goQuote, type ObjectView } from "@ostiary/rules";
import { compileLabelSelector, type LabelSelector, type Labels } from "./label-selector.js";
import { matchesGeneratedName, matchesGlob } from "./namespace-glob.js";

/** What a match block looks at in an object. What is not a string counts as empty there. */
export interface MatchTarget extends GroupKind {
  readonly name: string;
  readonly generateName: string;
  /** `metadata.namespace`; empty for none. */
  readonly namespace: string;
  readonly labels: Labels;
}

/** The Namespace that the object is in, when it is known. */
export interface MatchNamespace {
  readonly name: string;
  readonly labels: Labels;
}

/** Where the object comes from: `Original` for a request, `Generated` for an expansion; empty when nobody says. */
export type MatchSource = string;

/** The answer of a match block: yes, no, or why there is none. */
export type MatchResult = boolean | { readonly fault: string };

/** A match block ready for use. */
export type ConstraintMatch = (
  target: MatchTarget,
  namespace: MatchNamespace | undefined,
  source: MatchSource,
) => MatchResult;

const SOURCES: readonly string[] = ["All", "Original", "Generated"];

/** Whether an object is a Namespace; such an object is matched by its own name and labels. */
const isNamespace = ({ group, kind }: GroupKind): boolean => group === "" && kind === "Namespace";

/** A part of a match block, by its name there. */
export interface MatchCriterion {
  readonly name: string;
  readonly holds: ConstraintMatch;
}

/** The parts of a match block, in the order in which the real engine tries them. */
const CRITERIA: readonly (readonly [name: string, compile: (match: ObjectView) => ConstraintMatch | undefined])[] = [
  ["kinds", matchKinds],
  ["scope", matchScope],
  ["namespaces", matchNamespaces],
  ["excludedNamespaces", matchExcludedNamespaces],
  ["labelSelector", matchLabels],
  ["namespaceSelector", matchNamespaceLabels],
  ["name", matchName],
  ["source", matchSource],
];

/** Reads a match block part by part, for who wants to know which of them does not hold. */
export const compileCriteria = (match: ObjectView): readonly MatchCriterion[] =>
  CRITERIA.flatMap(([name, compile]) => {
    const holds = compile(match);
    return holds === undefined ? [] : [{ name, holds }];
  });

/**
 * Reads the match block of a constraint or mutator. All criteria that are given must hold; they are tried in the order of
 * the real engine, so that a fault in a later one is not seen when an earlier one does not hold.
 *
 * @source gatekeeper, pkg/mutation/match/match.go
 */
export const compileConstraintMatch = (match: ObjectView): ConstraintMatch => {
  const criteria = compileCriteria(match).map(({ holds }) => holds);
  return (target, namespace, source) => {
    for (const holds of criteria) {
      const result = holds(target, namespace, source);
      if (result !== true) return result;
    }
    return true;
  };
};

function matchKinds(match: ObjectView): ConstraintMatch | undefined {
  const entries = match.objects("kinds").map((entry) => ({
    groups: entry.strings("apiGroups"),
    kinds: entry.strings("kinds"),
  }));
  if (entries.length === 0) return undefined;
  return ({ group, kind }) => entries.some((entry) => admits(entry.kinds, kind) && admits(entry.groups, group));
}

const admits = (list: readonly string[], value: string): boolean =>
  list.length === 0 || list.includes("*") || list.includes(value);

function matchScope(match: ObjectView): ConstraintMatch | undefined {
  const scope = match.string("scope");
  if (scope !== "Namespaced" && scope !== "Cluster") return undefined;
  return (target, namespace) => {
    const isNamespaced = !isNamespace(target) && (target.namespace !== "" || namespace !== undefined);
    return isNamespaced === (scope === "Namespaced");
  };
}

/**
 * The name that namespace patterns are held against: of a Namespace that is supplied even when it is empty; `undefined` for an
 * object that is in no namespace.
 */
const namespaceName = (target: MatchTarget, namespace: MatchNamespace | undefined): string | undefined => {
  if (isNamespace(target)) return target.name;
  return namespace === undefined ? target.namespace || undefined : namespace.name;
};

function matchNamespaces(match: ObjectView): ConstraintMatch | undefined {
  const patterns = match.strings("namespaces");
  if (patterns.length === 0) return undefined;
  return (target, namespace) => {
    const name = namespaceName(target, namespace);
    return name === undefined || patterns.some((pattern) => matchesGlob(pattern, name));
  };
}

function matchExcludedNamespaces(match: ObjectView): ConstraintMatch | undefined {
  const patterns = match.strings("excludedNamespaces");
  if (patterns.length === 0) return undefined;
  return (target, namespace) => {
    const name = namespaceName(target, namespace);
    return name === undefined || !patterns.some((pattern) => matchesGlob(pattern, name));
  };
}

function matchLabels(match: ObjectView): ConstraintMatch | undefined {
  const selector = match.optional("labelSelector");
  if (selector === undefined) return undefined;
  const compiled = compileLabelSelector(selector);
  return ({ labels }) => select(compiled, labels);
}

const select = (selector: LabelSelector, labels: Labels): MatchResult =>
  "fault" in selector ? selector : selector.matches(labels);

function matchNamespaceLabels(match: ObjectView): ConstraintMatch | undefined {
  const selector = match.optional("namespaceSelector");
  if (selector === undefined) return undefined;
  const compiled = compileLabelSelector(selector);
  return (target, namespace) => {
    if (isNamespace(target)) return select(compiled, target.labels);
    if (namespace !== undefined) return select(compiled, namespace.labels);
    if (target.namespace === "") return true;
    // The selector is read before the namespace is missed.
    if ("fault" in compiled) return compiled;
    return { fault: "namespace selector for namespace-scoped object but missing Namespace" };
  };
}

function matchName(match: ObjectView): ConstraintMatch | undefined {
  const pattern = match.string("name") ?? "";
  if (pattern === "") return undefined;
  return ({ name, generateName }) => matchesGlob(pattern, name) || matchesGeneratedName(pattern, generateName);
}

function matchSource(match: ObjectView): ConstraintMatch | undefined {
  const wanted = match.string("source") || "All";
  if (!SOURCES.includes(wanted)) return () => ({ fault: `invalid source field ${goQuote(wanted)}` });
  if (wanted === "All") return undefined;
  return ({ name }, _namespace, source) => {
    if (source === "") return { fault: `source field not specified for resource ${name}` };
    return SOURCES.includes(source) ? source === wanted : { fault: `invalid source field ${goQuote(source)}` };
  };
}
