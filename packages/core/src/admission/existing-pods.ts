import { compareBytes, goQuote, ObjectView, PodView, Reading } from "@ostiary/rules";
import { isLookupError, type Review } from "../request.js";
import { forbiddenReason } from "../standards/pod-security-standards.js";
import { formatStandard, type Standard } from "../standards/standard.js";
import type { Settings } from "./weighing.js";

/** How many pods of a namespace Kubernetes looks at; its limit of one second is left out, there is no clock here. */
const MOST_PODS = 3000;

const LIST_FAILED = "failed to list pods while checking new PodSecurity enforce level";

/** Pods that break a level for the same reasons: how many, and the first of them by name. */
interface Offenders {
  readonly count: number;
  readonly first: string;
}

/**
 * Warns about the pods of a namespace that a new enforce level would not have let in.
 *
 * @param pods - the pods that exist, in list order, or why they could not be listed
 * @source admission/admission.go, EvaluatePodsInNamespace
 */
export const warnAboutExistingPods = (
  namespace: string,
  pods: NonNullable<Review["existingPods"]>,
  enforce: Standard,
  settings: Settings,
): readonly string[] => {
  if (isLookupError(pods)) return [LIST_FAILED];
  const candidates = oneOfEachControllerFirst(pods.map(viewExisting).filter((pod) => !isExempt(pod, settings)));
  const checked = candidates.slice(0, MOST_PODS);
  const offenders = groupByReason(checked, enforce, settings);
  const warnings: string[] = [];
  if (checked.length < candidates.length) {
    const extent = `the first ${checked.length} of ${candidates.length} existing pods`;
    warnings.push(`new PodSecurity enforce level only checked against ${extent}`);
  }
  if (offenders.size === 0) return warnings;
  const level = formatStandard(enforce);
  warnings.push(
    `existing pods in namespace ${goQuote(namespace)} violate the new PodSecurity enforce level "${level}"`,
  );
  return [...warnings, ...[...offenders].map(describeOffenders).sort(compareBytes)];
};

const viewExisting = (pod: unknown): PodView => new PodView(ObjectView.root(new Reading(), pod, []));

const isExempt = (pod: PodView, { exemptions }: Settings): boolean =>
  exemptions.runtimeClasses.has(pod.spec.string("runtimeClassName") ?? "");

/** Pods without a controller and the first pod of each controller come first: its others will be much the same. */
const oneOfEachControllerFirst = (pods: readonly PodView[]): readonly PodView[] => {
  const seen = new Set<string>();
  const first: PodView[] = [];
  const others: PodView[] = [];
  for (const pod of pods) {
    const controller = pod.metadata.objects("ownerReferences").find((owner) => owner.boolean("controller") === true);
    const uid = controller?.string("uid") ?? "";
    if (controller !== undefined && seen.has(uid)) others.push(pod);
    else first.push(pod);
    if (controller !== undefined) seen.add(uid);
  }
  return [...first, ...others];
};

const groupByReason = (
  pods: readonly PodView[],
  enforce: Standard,
  settings: Settings,
): ReadonlyMap<string, Offenders> => {
  const groups = new Map<string, Offenders>();
  for (const pod of pods) {
    const reason = forbiddenReason(settings.rulesOf(enforce).flatMap((rule) => rule.run({ pod })));
    if (reason === "") continue;
    const name = pod.metadata.string("name") ?? "";
    const known = groups.get(reason);
    const first = known === undefined || compareBytes(name, known.first) < 0 ? name : known.first;
    groups.set(reason, { count: (known?.count ?? 0) + 1, first });
  }
  return groups;
};

const describeOffenders = ([reason, { count, first }]: readonly [string, Offenders]): string => {
  if (count === 1) return `${first}: ${reason}`;
  return count === 2 ? `${first} (and 1 other pod): ${reason}` : `${first} (and ${count - 1} other pods): ${reason}`;
};
