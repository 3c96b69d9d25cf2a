import { goQuote, isSignificantUpdate, type PodView } from "@ostiary/rules";
import { isLookupError } from "../request.js";
import { type ResolvedPolicy, resolveLabels } from "../standards/namespace-labels.js";
import { isFullyPrivileged, MODES, type Mode } from "../standards/standard.js";
import type { Subject } from "../subject.js";
import { asPod, decode } from "./decode.js";
import { ignore, refuseUndecodable, type Settings, type Weighing } from "./weighing.js";

/** Subresources that leave the pod's specification alone. */
const IGNORED_SUBRESOURCES: readonly string[] = [
  "exec",
  "attach",
  "binding",
  "eviction",
  "log",
  "portforward",
  "proxy",
  "status",
];

/**
 * Weighs a request about a pod as Pod Security admission does.
 *
 * @source admission/admission.go, ValidatePod
 */
export const weighPod = (subject: Subject, settings: Settings): Weighing => {
  const { review } = subject;
  if (IGNORED_SUBRESOURCES.includes(review.subresource ?? ""))
    return ignore(`pods/${review.subresource} is not judged`);
  const exempt = weighExemptions(subject, settings);
  if (exempt !== undefined) return exempt;
  if (isLookupError(subject.namespaceLabels)) {
    return refuseLookup(subject.namespace, subject.namespaceLabels.lookupError);
  }
  const resolved = resolvePolicy(subject.namespaceLabels, settings);
  if (asksForNothing(resolved)) return { kind: "unrestricted", policy: resolved.policy };
  return weighDecoded(subject, settings, resolved);
};

const weighDecoded = (subject: Subject, settings: Settings, resolved: ResolvedPolicy): Weighing => {
  const { review } = subject;
  const object = decode(review.object);
  if (object === undefined) return refuseUndecodable("object");
  const pod = asPod(object);
  if (pod === undefined) return refuseUndecodable("pod");
  if (review.operation === "UPDATE") {
    const settled = weighUpdate(subject, pod);
    if (settled !== undefined) return settled;
  }
  return weighEvaluation(subject, settings, resolved, MODES, refuseUndecodable("object"));
};

/** Settles an update that needs no judging; `undefined` for one that does. */
const weighUpdate = ({ review, reading }: Subject, pod: PodView): Weighing | undefined => {
  const { oldObject } = review;
  if (oldObject === undefined || oldObject === null) return refuseUndecodable("old pod");
  const old = decode(oldObject);
  if (old === undefined) return refuseUndecodable("old object");
  const oldPod = asPod(old);
  if (oldPod === undefined) return refuseUndecodable("old pod");
  const isSignificant = isSignificantUpdate(pod, oldPod);
  // What is of a wrong type reads as absent, so it must not make an update look like none.
  for (const { path, expected, found } of pod.reading.faults) reading.fault(path, expected, found);
  if (pod.reading.faults.length > 0) return refuseUndecodable("object");
  if (oldPod.reading.faults.length > 0) return refuseUndecodable("old object");
  return isSignificant ? undefined : ignore("the update changes no container and no image");
};

/** Refuses a request whose namespace could not be looked up. */
export const refuseLookup = (namespace: string, cause: string): Weighing => {
  const message = `failed to lookup namespace ${goQuote(namespace)}`;
  return { kind: "refused", refusal: { code: 500, reason: "InternalError", message, cause } };
};

/** Whether a namespace or a user is exempt. Empty names never are. */
export const weighExemptions = ({ namespace, review }: Subject, { exemptions }: Settings): Weighing | undefined => {
  if (exemptions.namespaces.has(namespace)) return { kind: "exempt", by: "namespace" };
  if (exemptions.usernames.has(review.userInfo?.username ?? "")) return { kind: "exempt", by: "user" };
  return undefined;
};

/** The policy of a namespace, with the modes that are set from outside. */
export const resolvePolicy = (labels: ReadonlyMap<string, string>, settings: Settings): ResolvedPolicy => {
  const resolved = resolveLabels(labels, settings.defaults);
  return { policy: { ...resolved.policy, ...settings.forced }, errors: resolved.errors };
};

/** Labels that are wrong are judged, and reported, even when nothing is asked for. */
export const asksForNothing = ({ policy, errors }: ResolvedPolicy): boolean =>
  errors.length === 0 && isFullyPrivileged(policy);

/** Weighs what remains once the pod is known: its runtime class may be exempt. */
export const weighEvaluation = (
  { pod }: Subject,
  settings: Settings,
  { policy, errors }: ResolvedPolicy,
  modes: readonly Mode[],
  undecodable: Weighing,
): Weighing => {
  const runtimeClass = pod?.spec.string("runtimeClassName") ?? "";
  if (settings.exemptions.runtimeClasses.has(runtimeClass)) return { kind: "exempt", by: "runtimeClass" };
  return { kind: "evaluated", policy, modes, labelErrors: errors, undecodable };
};
