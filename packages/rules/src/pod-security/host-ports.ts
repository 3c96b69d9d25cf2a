import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { containerNames, foundValues, nameContainers, plural } from "./wording.js";

/**
 * Host ports must not be used: a container that binds a port of its node can be reached past network policies.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].ports[*].hostPort
 * Allowed  absent, 0
 * Since    v1.0
 * Source   policy/check_hostPorts.go
 */
export const hostPorts: Control = {
  id: "hostPorts",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidHostPorts, word: wordHostPorts }],
};

function forbidHostPorts(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { fields, ref } of pod.containers) {
    for (const port of fields.objects("ports")) {
      const found = port.integer("hostPort", 32) ?? 0;
      if (found !== 0) findings.push({ path: port.path("hostPort"), container: ref, found, allowed: 0 });
    }
  }
  return findings;
}

function wordHostPorts(findings: readonly Finding[]) {
  const names = containerNames(findings);
  const ports = foundValues(findings);
  const use = plural(names.length, "uses", "use");
  const detail = `${nameContainers(names)} ${use} ${plural(ports.length, "hostPort", "hostPorts")} ${ports.join(", ")}`;
  return { reason: "hostPort", detail };
}
