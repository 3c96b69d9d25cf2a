import { goQuote, type ObjectView } from "@ostiary/rules";
import { leavesObjectAlone } from "../request.js";
import { isStricter } from "../standards/level.js";
import {
  type FieldError,
  formatFieldError,
  isModeLabelled,
  type ResolvedPolicy,
  resolveLabels,
} from "../standards/namespace-labels.js";
import { formatStandard, isEquivalent, isFullyPrivileged, MODES, type Standard } from "../standards/standard.js";
import type { Subject } from "../subject.js";
import { type Decoded, decode } from "./decode.js";
import { warnAboutExistingPods } from "./existing-pods.js";
import { ignore, NO_CHANGE, refuseUndecodable, type Settings, type Weighing } from "./weighing.js";

/**
 * Weighs a request about a Namespace as Pod Security admission does: new label errors are refused, a stricter level is
 * let in with warnings about the pods that are there already.
 *
 * @source admission/admission.go, ValidateNamespace
 */
export const weighNamespace = (subject: Subject, settings: Settings): Weighing => {
  const { review } = subject;
  if ((review.subresource ?? "") !== "") return ignore("subresources of namespaces are not judged");
  if (leavesObjectAlone(review)) return NO_CHANGE;
  const object = decode(review.object);
  if (object === undefined) return refuseUndecodable("object");
  if (!isNamespace(object)) return refuseUndecodable("namespace");
  const resolved = resolveLabels(labelsOf(object.view), settings.defaults);
  return review.operation === "UPDATE"
    ? weighUpdate(subject, settings, labelsOf(object.view), resolved)
    : weighCreation(subject, settings, labelsOf(object.view), resolved);
};

const isNamespace = ({ kind }: Decoded): boolean => kind.group === "" && kind.kind === "Namespace";

const labelsOf = (view: ObjectView): ReadonlyMap<string, string> => view.object("metadata").stringMap("labels");

const weighCreation = (
  { name }: Subject,
  settings: Settings,
  labels: ReadonlyMap<string, string>,
  resolved: ResolvedPolicy,
): Weighing => {
  if (resolved.errors.length > 0) return refuseLabels(resolved.errors);
  const isExempt = settings.exemptions.namespaces.has(name);
  return { kind: "namespace", warnings: isExempt ? warnExempt(name, settings, labels, resolved) : [] };
};

const weighUpdate = (
  { name, review }: Subject,
  settings: Settings,
  labels: ReadonlyMap<string, string>,
  resolved: ResolvedPolicy,
): Weighing => {
  const { oldObject } = review;
  const old = decode(oldObject);
  // Two blanks, as upstream has them.
  if (old === undefined) return refuseUndecodable(oldObject ? " old object" : " old namespace");
  if (!isNamespace(old)) return refuseUndecodable(" old namespace");
  const oldResolved = resolveLabels(labelsOf(old.view), settings.defaults);
  if (hasNewErrors(resolved.errors, oldResolved.errors)) return refuseLabels(resolved.errors);
  const { enforce } = resolved.policy;
  if (!needsLook(enforce, oldResolved.policy.enforce)) return { kind: "namespace", warnings: [] };
  if (settings.exemptions.namespaces.has(name)) {
    return { kind: "namespace", warnings: warnExempt(name, settings, labels, resolved) };
  }
  return { kind: "namespace", warnings: warnAboutExistingPods(name, review.existingPods ?? [], enforce, settings) };
};

/** Errors that were there before in exactly the same form do not block. */
const hasNewErrors = (errors: readonly FieldError[], old: readonly FieldError[]): boolean => {
  const known = JSON.stringify(old.map(formatFieldError));
  return errors.length > 0 && JSON.stringify(errors.map(formatFieldError)) !== known;
};

/** Whether pods that the old level let in may break the new one. */
const needsLook = (enforce: Standard, old: Standard): boolean => {
  if (enforce.level === old.level && enforce.version === old.version) return false;
  if (enforce.level === "privileged") return false;
  return enforce.version !== old.version || isStricter(enforce.level, old.level);
};

const refuseLabels = (errors: readonly FieldError[]): Weighing => ({
  kind: "refused",
  refusal: { code: 422, reason: "Invalid", message: "", errors },
});

const warnExempt = (
  name: string,
  { defaults }: Settings,
  labels: ReadonlyMap<string, string>,
  { policy }: ResolvedPolicy,
): readonly string[] => {
  if (isFullyPrivileged(policy)) return [];
  if (MODES.every((mode) => isEquivalent(policy[mode], defaults[mode]))) return [];
  const modes = MODES.filter((mode) => policy[mode].level !== "privileged" && isModeLabelled(mode, labels))
    .map((mode) => `${mode}=${formatStandard(policy[mode])}`)
    .join(", ");
  return [`namespace ${goQuote(name)} is exempt from Pod Security, and the policy (${modes}) will be ignored`];
};
