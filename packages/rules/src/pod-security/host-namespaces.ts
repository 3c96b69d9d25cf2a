import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control } from "./control.js";

const FIELDS = ["hostNetwork", "hostPID", "hostIPC"] as const;

/**
 * The namespaces of the node must not be shared: a pod in them sees the node's traffic, processes and shared memory.
 *
 * Fields   spec.hostNetwork, spec.hostPID, spec.hostIPC
 * Allowed  absent, false
 * Since    v1.0
 * Source   policy/check_hostNamespaces.go
 */
export const hostNamespaces: Control = {
  id: "hostNamespaces",
  level: "baseline",
  behaviours: [{ since: 0, find: forbidHostNamespaces, word: wordHostNamespaces }],
};

function forbidHostNamespaces({ spec }: PodView): readonly Finding[] {
  const findings: Finding[] = [];
  for (const field of FIELDS) {
    if (spec.boolean(field) === true) findings.push({ path: spec.path(field), found: true, allowed: false });
  }
  return findings;
}

function wordHostNamespaces(findings: readonly Finding[]) {
  return { reason: "host namespaces", detail: findings.map(({ path }) => `${path.at(-1)}=true`).join(", ") };
}
