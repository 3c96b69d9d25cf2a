import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { type Control, exceptInUserNamespace } from "./control.js";
import { containerNames, nameContainers, nameSetters } from "./wording.js";

/**
 * Containers must be started as another user than root.
 *
 * Fields   spec.securityContext.runAsNonRoot
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.runAsNonRoot
 * Allowed  true
 * Inherits a container without the field has the pod's; a pod that says false fails whatever its containers say, and
 *          explicit failures hide missing fields
 * Since    v1.0; from v1.35 on not asked of pods with spec.hostUsers false
 * Source   policy/check_runAsNonRoot.go
 */
export const runAsNonRoot: Control = {
  id: "runAsNonRoot",
  level: "restricted",
  userNamespaceGate: true,
  behaviours: [
    { since: 0, find: requireNonRoot, word: wordNonRoot },
    { since: 35, find: exceptInUserNamespace(requireNonRoot), word: wordNonRoot },
  ],
};

function requireNonRoot(pod: PodView): readonly Finding[] {
  const explicit: Finding[] = [];
  const missing: Finding[] = [];
  const inherited = pod.securityContext.boolean("runAsNonRoot");
  if (inherited === false) {
    explicit.push({ path: pod.securityContext.path("runAsNonRoot"), found: false, allowed: true });
  }
  for (const { securityContext, ref } of pod.containers) {
    const found = securityContext.boolean("runAsNonRoot");
    if (found === true) continue;
    if (found === undefined && inherited === true) {
      securityContext.noteInherited("runAsNonRoot", pod.securityContext);
      continue;
    }
    const findings = found === false ? explicit : missing;
    findings.push({ path: securityContext.path("runAsNonRoot"), container: ref, found, allowed: true });
  }
  return explicit.length > 0 ? explicit : missing;
}

function wordNonRoot(findings: readonly Finding[]) {
  const explicit = findings.some(({ found }) => found !== undefined);
  const containers = () => nameContainers(containerNames(findings));
  const detail = explicit
    ? `${nameSetters(findings)} must not set securityContext.runAsNonRoot=false`
    : `pod or ${containers()} must set securityContext.runAsNonRoot=true`;
  return { reason: "runAsNonRoot != true", detail };
}
