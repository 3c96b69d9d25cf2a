import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { type Control, exceptInUserNamespace } from "./control.js";
import { nameSetters } from "./wording.js";

/**
 * Containers must not be given the user id of root.
 *
 * Fields   spec.securityContext.runAsUser
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.runAsUser
 * Allowed  absent, any id but 0
 * Inherits nothing: a good container does not excuse a bad pod
 * Since    v1.23; from v1.35 on not asked of pods with spec.hostUsers false
 * Source   policy/check_runAsUser.go
 */
export const runAsUser: Control = {
  id: "runAsUser",
  level: "restricted",
  userNamespaceGate: true,
  behaviours: [
    { since: 23, find: forbidRootUser, word: wordRootUser },
    { since: 35, find: exceptInUserNamespace(forbidRootUser), word: wordRootUser },
  ],
};

function forbidRootUser(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.securityContexts) {
    const user = securityContext.integer("runAsUser", 64);
    if (user === undefined || Number(user) !== 0) continue;
    findings.push({ path: securityContext.path("runAsUser"), ...(ref && { container: ref }), found: 0 });
  }
  return findings;
}

function wordRootUser(findings: readonly Finding[]) {
  return { reason: "runAsUser=0", detail: `${nameSetters(findings)} must not set runAsUser=0` };
}
