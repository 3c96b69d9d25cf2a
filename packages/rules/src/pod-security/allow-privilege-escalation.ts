import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { type Control, exceptOnWindows } from "./control.js";
import { containerNames, nameContainers } from "./wording.js";

/**
 * Containers must give up gaining more privileges than their parent process, e.g. through setuid files.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.allowPrivilegeEscalation
 * Allowed  false; absent is refused
 * Since    v1.8; from v1.25 on not asked of pods whose spec.os.name is windows
 * Source   policy/check_allowPrivilegeEscalation.go
 */
export const allowPrivilegeEscalation: Control = {
  id: "allowPrivilegeEscalation",
  level: "restricted",
  behaviours: [
    { since: 8, find: forbidEscalation, word: wordEscalation },
    { since: 25, find: exceptOnWindows(forbidEscalation), word: wordEscalation },
  ],
};

function forbidEscalation(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    const found = securityContext.boolean("allowPrivilegeEscalation");
    if (found === false) continue;
    const path = securityContext.path("allowPrivilegeEscalation");
    findings.push({ path, container: ref, found, allowed: false });
  }
  return findings;
}

function wordEscalation(findings: readonly Finding[]) {
  const containers = nameContainers(containerNames(findings));
  return {
    reason: "allowPrivilegeEscalation != false",
    detail: `${containers} must set securityContext.allowPrivilegeEscalation=false`,
  };
}
