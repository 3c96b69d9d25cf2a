import { isLookupError, leavesObjectAlone } from "../request.js";
import { MODES } from "../standards/standard.js";
import type { Subject } from "../subject.js";
import { weighController } from "./weigh-controller.js";
import { weighNamespace } from "./weigh-namespace.js";
import {
  asksForNothing,
  refuseLookup,
  resolvePolicy,
  weighEvaluation,
  weighExemptions,
  weighPod,
} from "./weigh-pod.js";
import { ignore, NO_CHANGE, refuseUndecodable, type Settings, type Weighing } from "./weighing.js";

/** Weighs a subject before any control runs: whether it is asked for anything, and for what. */
export const weigh = (subject: Subject, settings: Settings): Weighing => {
  if (subject.judgedAs === "pod") return weighAsPod(subject, settings);
  const { review, kind, pod } = subject;
  const named = review.resource ?? undefined;
  const { group, resource } = named ?? { group: kind.group, resource: `${kind.kind.toLowerCase()}s` };
  if (group === "" && resource === "namespaces") return weighNamespace(subject, settings);
  if (leavesObjectAlone(review)) return NO_CHANGE;
  if (group === "" && resource === "pods") return weighPod(subject, settings);
  if (named === undefined && pod === undefined) return holdsNoPod(subject);
  return weighController(subject, settings);
};

/** Weighs an object as the pod that it is or would create, in every mode and without the history of a request. */
const weighAsPod = (subject: Subject, settings: Settings): Weighing => {
  if (subject.pod === undefined) return holdsNoPod(subject);
  const exempt = weighExemptions(subject, settings);
  if (exempt !== undefined) return exempt;
  if (isLookupError(subject.namespaceLabels)) {
    return refuseLookup(subject.namespace, subject.namespaceLabels.lookupError);
  }
  const resolved = resolvePolicy(subject.namespaceLabels, settings);
  if (asksForNothing(resolved)) return { kind: "unrestricted", policy: resolved.policy };
  return weighEvaluation(subject, settings, resolved, MODES, refuseUndecodable("object"));
};

const holdsNoPod = ({ kind }: Subject): Weighing => ignore(`a ${kind.kind} holds no pod`);
