import type { ContainerRef, Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
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
  const keeping: Finding[] = [];
  const adding: Finding[] = [];
  for (const { securityContext, ref } of pod.containers) {
    const capabilities = securityContext.object("capabilities");
    requireDropAll(capabilities, ref, keeping);
    forbidAdded(capabilities, ref, ALLOWED, adding);
  }
  return adding.length === 0 ? keeping : [...keeping, ...adding];
}

function requireDropAll(capabilities: ObjectView, container: ContainerRef, findings: Finding[]): void {
  const dropped = capabilities.strings("drop");
  if (dropped.includes("ALL")) return;
  const found = dropped.length > 0 ? dropped : undefined;
  findings.push({ path: capabilities.path("drop"), container, found, allowed: ["ALL"] });
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
