import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { containerNames, nameContainers } from "./wording.js";

/**
 * Containers must not be privileged: such a container is root on its node.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.privileged
 * Allowed  absent, false
 * Since    v1.0
 * Source   policy/check_privileged.go
 */
export const privileged: Control = {
  id: "privileged",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidPrivileged, word: wordPrivileged }],
};

function forbidPrivileged(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    if (securityContext.boolean("privileged") !== true) continue;
    findings.push({ path: securityContext.path("privileged"), container: ref, found: true, allowed: false });
  }
  return findings;
}

function wordPrivileged(findings: readonly Finding[]) {
  const containers = nameContainers(containerNames(findings));
  return { reason: "privileged", detail: `${containers} must not set securityContext.privileged=true` };
}
