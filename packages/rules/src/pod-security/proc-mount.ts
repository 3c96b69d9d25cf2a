import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { type Control, exceptInUserNamespace } from "./control.js";
import { containerNames, foundValues, nameContainers, quoteEach } from "./wording.js";

/**
 * The masks that runtimes put over /proc must stay in place.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.procMount
 * Allowed  absent; Default, spelled exactly so
 * Since    v1.0; from v1.35 on not asked of pods with spec.hostUsers false, but then procMount_restricted takes its place
 *          at level restricted
 * Source   policy/check_procMount_baseline.go
 */
export const procMount: Control = {
  id: "procMount",
  level: "baseline",
  userNamespaceGate: true,
  behaviours: [
    { since: 0, find: requireDefaultProcMount, word: wordProcMount },
    { since: 35, find: exceptInUserNamespace(requireDefaultProcMount), word: wordProcMount },
  ],
};

/** Finds the containers whose `/proc` is not mounted in the default way. */
export function requireDefaultProcMount(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    const found = securityContext.string("procMount") ?? "Default";
    if (found === "Default") continue;
    findings.push({ path: securityContext.path("procMount"), container: ref, found, allowed: "Default" });
  }
  return findings;
}

/** Words what {@link requireDefaultProcMount} found. */
export function wordProcMount(findings: readonly Finding[]) {
  const containers = nameContainers(containerNames(findings));
  const values = quoteEach(foundValues(findings));
  return { reason: "procMount", detail: `${containers} must not set securityContext.procMount to ${values}` };
}
