import type { Json } from "@ostiary/core";
import {
  type ConstraintMatch,
  type MatchNamespace,
  type MatchTarget,
  readMatchNamespace,
  readMatchTarget,
} from "@ostiary/core/match";
import { jsonText } from "@ostiary/rego";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { type GatekeeperRelease, isSince } from "../gatekeeper-release.js";

/** A review as match blocks see it, read once for all constraints. */
export interface MatchableReview {
  /** The object before and after the request, as far as there are any, the one after it first. */
  readonly targets: readonly MatchTarget[];
  readonly namespace: MatchNamespace | undefined;
  readonly source: string;
  /** Why no match block can be held against the objects; `undefined` when it can. */
  readonly fault: string | undefined;
}

/** What is held against match blocks. */
export interface MatchInput {
  readonly request: Pick<AdmissionRequest, "operation" | "object" | "oldObject" | "namespace" | "resource">;
  /** The Namespace that is attached to the review. */
  readonly namespaceObject: unknown;
  readonly source: string;
}

const NOT_AN_OBJECT = "invalid request object:";

/**
 * Reads what match blocks look at. Without an attached Namespace one that is known by the name of the request's namespace
 * serves.
 *
 * @source gatekeeper, pkg/target/matcher.go
 */
export const readMatchableReview = (
  { request, namespaceObject, source }: MatchInput,
  known: ReadonlyMap<string, MatchNamespace>,
): MatchableReview => {
  const object = request.operation === "DELETE" ? request.oldObject : request.object;
  const named = [
    { name: "object", value: object },
    { name: "oldObject", value: request.oldObject },
  ].filter(({ value }) => value !== null);
  const broken = named.find(({ value }) => !isDecodable(value));
  const isAttached = namespaceObject !== undefined && namespaceObject !== null;
  return {
    targets: named.map(({ value }) => readMatchTarget(value)),
    namespace: isAttached ? readMatchNamespace(namespaceObject) : known.get(request.namespace),
    source,
    fault: broken === undefined ? undefined : describeBroken(broken.name, broken.value, request),
  };
};

/** An object without kind, or with a version of which nobody knows what it says, is none. */
const isDecodable = (value: Json): boolean => readMatchTarget(value).kind !== "";

/** An object that comes without a request is written by an encoder that ends the line. */
const describeBroken = (name: string, value: Json, { resource }: MatchInput["request"]): string =>
  `${NOT_AN_OBJECT} failed to unmarshal gkReview ${name} ${jsonText(value)}${resource.resource === "" ? "\n" : ""}`;

/**
 * Whether a constraint is about what is reviewed: one match of the object before or after the request suffices.
 *
 * @returns yes, no, or why there is no answer, in Gatekeeper's words
 */
export const matchReview = (
  matches: ConstraintMatch,
  { targets, namespace, source, fault }: MatchableReview,
  release: GatekeeperRelease,
): boolean | { readonly fault: string } => {
  if (fault !== undefined) return { fault };
  for (const target of targets) {
    const result = matches(target, namespace, source);
    if (typeof result === "object") return { fault: describeFault(target, result.fault, release) };
    if (result) return true;
  }
  return targets.length > 0 ? false : { fault: `${NOT_AN_OBJECT} neither object nor old object are defined` };
};

const describeFault = ({ name }: MatchTarget, fault: string, release: GatekeeperRelease): string => {
  const object = isSince(release, "3.14") ? `: ${name} ` : "";
  return `error matching the requested object${object}:${object === "" ? " " : ""}failed to run Match criteria: ${fault}`;
};
