import type { ContainerRef, Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { containerNames, foundValues, nameContainers, quoteEach } from "./wording.js";

const ALLOWED: readonly string[] = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/**
 * Containers must not add capabilities beyond those that runtimes grant by default.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.capabilities.add[*]
 * Allowed  absent; AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID,
 *          SETPCAP, SETUID, SYS_CHROOT, spelled exactly so
 * Since    v1.0; at level restricted capabilities_restricted takes its place from v1.22 on
 * Source   policy/check_capabilities_baseline.go
 */
export const capabilitiesBaseline: Control = {
  id: "capabilities_baseline",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidNonDefault, word: wordNonDefault }],
};

function forbidNonDefault(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    const capabilities = securityContext.optional("capabilities");
    if (capabilities !== undefined) forbidAdded(capabilities, ref, ALLOWED, findings);
  }
  return findings;
}

/** Finds the capabilities that a container adds without leave. */
export function forbidAdded(
  capabilities: ObjectView,
  container: ContainerRef,
  allowed: readonly string[],
  findings: Finding[],
): void {
  capabilities.strings("add").forEach((found, index) => {
    if (allowed.includes(found)) return;
    findings.push({ path: capabilities.path("add", index), container, found, allowed });
  });
}

/** Words capabilities that must not be added, each once however many containers add it. */
export const wordAdded = (findings: readonly Finding[]): string => {
  const capabilities = quoteEach(foundValues(findings));
  const containers = nameContainers(containerNames(findings));
  return `${containers} must not include ${capabilities} in securityContext.capabilities.add`;
};

function wordNonDefault(findings: readonly Finding[]) {
  return { reason: "non-default capabilities", detail: wordAdded(findings) };
}
