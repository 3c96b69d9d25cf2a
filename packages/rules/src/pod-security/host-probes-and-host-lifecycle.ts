import { sortedSet } from "../language/byte-order.js";
import type { Finding } from "../rule.js";
import type { ObjectView } from "../subject/object-view.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";
import { containerNames, foundValues, nameContainers, plural, quoteEach } from "./wording.js";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;
const HOOKS = ["postStart", "preStop"] as const;
const HANDLERS = ["httpGet", "tcpSocket"] as const;

/**
 * Probes and lifecycle hooks must not name a host: the kubelet would send requests from the node to wherever it says.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].{livenessProbe,readinessProbe,startupProbe}.{httpGet,tcpSocket}.host
 *          spec.{initContainers,containers,ephemeralContainers}[*].lifecycle.{postStart,preStop}.{httpGet,tcpSocket}.host
 * Allowed  absent, empty; even localhost is refused
 * Since    v1.34
 * Source   policy/check_hostProbesAndhostLifecycle.go
 */
export const hostProbesAndHostLifecycle: Control = {
  id: "hostProbesAndHostLifecycle",
  level: "baseline",
  behaviours: [{ since: 34, find: forbidHosts, word: wordHosts }],
};

function forbidHosts(pod: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { fields, ref } of pod.containers) {
    for (const handler of handlers(fields)) {
      const found = handler.string("host") ?? "";
      if (found !== "") findings.push({ path: handler.path("host"), container: ref, found, allowed: "" });
    }
  }
  return findings;
}

/** What the kubelet calls on behalf of a container: the handlers of its probes, then those of its hooks. */
const handlers = (container: ObjectView): readonly ObjectView[] => {
  const found: ObjectView[] = [];
  for (const probe of PROBES) addHandlers(container.optional(probe), found);
  const lifecycle = container.optional("lifecycle");
  if (lifecycle !== undefined) for (const hook of HOOKS) addHandlers(lifecycle.optional(hook), found);
  return found;
};

const addHandlers = (caller: ObjectView | undefined, found: ObjectView[]): void => {
  if (caller === undefined) return;
  for (const name of HANDLERS) {
    const handler = caller.optional(name);
    if (handler !== undefined) found.push(handler);
  }
};

function wordHosts(findings: readonly Finding[]) {
  const names = sortedSet(containerNames(findings));
  const hosts = foundValues(findings);
  const use = plural(names.length, "uses", "use");
  const what = plural(hosts.length, "probe or lifecycle host", "probe or lifecycle hosts");
  return { reason: "probe or lifecycle host", detail: `${nameContainers(names)} ${use} ${what} ${quoteEach(hosts)}` };
}
