import { goQuote } from "@ostiary/rules";
import { isLookupError } from "../request.js";
import type { Subject } from "../subject.js";
import { decode } from "./decode.js";
import { resolvePolicy, weighEvaluation, weighExemptions } from "./weigh-pod.js";
import { ignore, type Settings, type Weighing } from "./weighing.js";

/**
 * Weighs a request about a controller as Pod Security admission does: it is never denied, only warned about and recorded.
 *
 * @source admission/admission.go, ValidatePodController
 */
export const weighController = (subject: Subject, settings: Settings): Weighing => {
  const { review } = subject;
  if ((review.subresource ?? "") !== "") return ignore("subresources of controllers are not judged");
  const exempt = weighExemptions(subject, settings);
  if (exempt !== undefined) return exempt;
  if (isLookupError(subject.namespaceLabels)) {
    const { lookupError } = subject.namespaceLabels;
    return unjudgeable(`failed to lookup namespace ${goQuote(subject.namespace)}: ${lookupError}`);
  }
  const resolved = resolvePolicy(subject.namespaceLabels, settings);
  const { audit, warn } = resolved.policy;
  const asksForNothing = audit.level === "privileged" && warn.level === "privileged";
  if (resolved.errors.length === 0 && asksForNothing) return ignore("the namespace neither warns nor audits");
  return weighTemplate(subject, settings, resolved);
};

const weighTemplate = (subject: Subject, settings: Settings, resolved: ReturnType<typeof resolvePolicy>): Weighing => {
  const decoded = decode(subject.review.object);
  if (decoded === undefined) return UNDECODABLE;
  const { group, version, kind } = decoded.kind;
  const { pod } = subject;
  if (pod === undefined || version !== "v1") {
    return unjudgeable(`failed to extract pod template: unexpected object type: ${group}/${version}, Kind=${kind}`);
  }
  if (!pod.root.present && kind === "ReplicationController") return ignore("there is no pod template");
  return weighEvaluation(subject, settings, resolved, ["audit", "warn"], UNDECODABLE);
};

const unjudgeable = (error: string): Weighing => ({ kind: "unjudgeable", error });

const UNDECODABLE: Weighing = unjudgeable(
  "failed to decode object: a field is of the wrong type, or the kind is unknown",
);
