import type { Finding } from "../rule.js";
import type { PodView } from "../subject/pod-view.js";
import type { Control, ControlBehaviour } from "./control.js";

/** The names that each version adds to those of the versions before it. */
const ADDED: readonly (readonly [since: number, names: readonly string[]])[] = [
  [
    0,
    [
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range",
      "net.ipv4.ip_unprivileged_port_start",
    ],
  ],
  [27, ["net.ipv4.ip_local_reserved_ports"]],
  [
    29,
    [
      "net.ipv4.tcp_keepalive_time",
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes",
    ],
  ],
  [32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]],
  [37, ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"]],
];

/**
 * Only kernel parameters that are namespaced and harmless to neighbours may be set.
 *
 * Fields   spec.securityContext.sysctls[*].name
 * Allowed  exact, dotted names:
 *          v1.0 kernel.shm_rmid_forced, net.ipv4.ip_local_port_range, net.ipv4.tcp_syncookies,
 *          net.ipv4.ping_group_range, net.ipv4.ip_unprivileged_port_start;
 *          v1.27 net.ipv4.ip_local_reserved_ports;
 *          v1.29 net.ipv4.tcp_keepalive_time, net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl,
 *          net.ipv4.tcp_keepalive_probes;
 *          v1.32 net.ipv4.tcp_rmem, net.ipv4.tcp_wmem;
 *          v1.37 net.ipv4.tcp_slow_start_after_idle, net.ipv4.tcp_notsent_lowat
 * Since    v1.0
 * Source   policy/check_sysctls.go
 */
export const sysctls: Control = {
  id: "sysctls",
  level: "baseline",
  behaviours: [behaviourSince(0), behaviourSince(27), behaviourSince(29), behaviourSince(32), behaviourSince(37)],
};

function behaviourSince(version: number): ControlBehaviour {
  const allowed = ADDED.filter(([since]) => since <= version).flatMap(([, names]) => names);
  return { since: version, find: (pod) => forbidSysctls(pod, allowed), word: wordSysctls };
}

function forbidSysctls(pod: PodView, allowed: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const sysctl of pod.securityContext.objects("sysctls")) {
    const found = sysctl.string("name") ?? "";
    if (!allowed.includes(found)) findings.push({ path: sysctl.path("name"), found, allowed });
  }
  return findings;
}

function wordSysctls(findings: readonly Finding[]) {
  return { reason: "forbidden sysctls", detail: findings.map(({ found }) => found).join(", ") };
}
