import { isBuiltIn, nearestBuiltIn } from "./admission/built-in-kinds.js";
import type { Problem } from "./decision.js";
import { type GroupVersionKind, leavesObjectAlone } from "./request.js";
import type { Subject } from "./subject.js";

/** The groups that hold Kubernetes' own kinds with pods; all of their kinds are known. */
const POD_GROUPS: readonly string[] = ["", "apps", "batch", "extensions"];

/**
 * What is odd about an object's kind, so that nothing passes unjudged because of a slip: a list of objects is refused, and a
 * kind that Kubernetes does not have is reported. A request that names its resource comes from a server, which knows both.
 */
export const judgeKind = (subject: Subject): readonly Problem[] => {
  if (subject.review.resource !== undefined || leavesObjectAlone(subject.review)) return [];
  if (isList(subject)) return [{ code: "list", message: "a list is not one object: judge its items", effect: "deny" }];
  return isUnknown(subject) ? [reportUnknown(subject.kind)] : [];
};

const isList = ({ kind: { group, version, kind }, object }: Subject): boolean =>
  (group === "" && version === "v1" && kind === "List") ||
  (kind.endsWith("List") && Array.isArray(object.raw("items")));

const isUnknown = ({ kind, pod }: Subject): boolean =>
  pod === undefined && kind.kind !== "" && kind.version !== "" && POD_GROUPS.includes(kind.group) && !isBuiltIn(kind);

const reportUnknown = (unknown: GroupVersionKind): Problem => {
  const nearest = nearestBuiltIn(unknown);
  const hint = nearest === undefined ? "" : `, the nearest is ${describeKind(nearest)}`;
  return { code: "unknown-kind", message: `there is no ${describeKind(unknown)}${hint}`, effect: "report" };
};

const describeKind = ({ group, version, kind }: GroupVersionKind): string =>
  `\`${group === "" ? version : `${group}/${version}`}\` \`${kind}\``;
