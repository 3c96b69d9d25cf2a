import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import { forbidAdded, wordAdded } from "./capabilities-baseline.js";
import { type Control, exceptOnWindows } from "./control.js";
import { containerNames, nameContainers } from "./wording.js";

const ALLOWED: readonly string[] = ["NET_BIND_SERVICE"];

/**
 * Containers must drop all capabilities and may add back only NET_BIND_SERVICE.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.capabilities.drop
 *          spec.{initContainers,containers,ephemeralContainers}[*].securityContext.capabilities.add[*]
 * Allowed  drop contains ALL, spelled exactly so; add absent or NET_BIND_SERVICE
 * Since    v1.22; from v1.25 on not asked of pods whose spec.os.name is windows
 * Replaces capabilities_baseline, also for the pods that it does not look at
 * Source   policy/check_capabilities_restricted.go
 */
export const capabilitiesRestricted: Control = {
  id: "capabilities_restricted",
  level: "restricted",
  overrides: "capabilities_baseline",
  behaviours: [
    { since: 22, find: requireRestrictedCapabilities, word: wordUnrestricted },
    { since: 25, find: exceptOnWindows(requireRestrictedCapabilities), word: wordUnrestricted },
  ],
};

function requireRestrictedCapabilities(pod: PodView): readonly Finding[] {
  const added = forbidAdded(pod, ALLOWED);
  return added.length === 0 ? requireDropAll(pod) : [...requireDropAll(pod), ...added];
}

function requireDropAll(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    const dropped = securityContext.optional("capabilities")?.strings("drop") ?? [];
    if (dropped.includes("ALL")) continue;
    const found = dropped.length > 0 ? dropped : undefined;
    findings.push({ path: securityContext.path("capabilities", "drop"), container: ref, found, allowed: ["ALL"] });
  }
  return findings;
}

function wordUnrestricted(findings: readonly Finding[]) {
  const keeping = findings.filter(({ path }) => path.at(-1) === "drop");
  const adding = findings.filter(({ path }) => path.at(-1) !== "drop");
  const parts: string[] = [];
  if (keeping.length > 0) {
    parts.push(`${nameContainers(containerNames(keeping))} must set securityContext.capabilities.drop=["ALL"]`);
  }
  if (adding.length > 0) parts.push(wordAdded(adding));
  return { reason: "unrestricted capabilities", detail: parts.join("; ") };
}
