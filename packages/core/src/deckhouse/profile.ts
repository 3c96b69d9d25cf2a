import type { Json } from "@ostiary/rules";
import type { PerRelease, Release } from "@ostiary/rules/deckhouse";

/** The built-in standards that ask for something. */
export type DeckhouseStandard = "baseline" | "restricted";

/** One constraint of a built-in standard: its kind, and its parameters in each release. */
export interface ProfileRow {
  readonly standard: DeckhouseStandard;
  readonly kind: string;
  /** The parameters, given the ranges of host ports that the module's settings allow. */
  readonly parameters: (release: Release, knownRanges: Json) => Json;
}

const same =
  (parameters: Json): ProfileRow["parameters"] =>
  () =>
    parameters;

const byRelease =
  (table: PerRelease<Json>): ProfileRow["parameters"] =>
  (release) =>
    table[release];

/** Parameters that next writes out, and earlier releases leave out. */
const writtenByNext = (parameters: Json): ProfileRow["parameters"] =>
  byRelease({ "1.66": {}, "1.76": {}, next: parameters });

const BASELINE_CAPABILITIES = [
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

const SYSCTLS_166 = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
];
const SYSCTLS = [
  ...SYSCTLS_166,
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
];

const SELINUX_166 = [{ type: "" }, { type: "container_t" }, { type: "container_init_t" }, { type: "container_kvm_t" }];
const SELINUX = [...SELINUX_166, { type: "container_engine_t" }];

const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

const ANY_FILE = ["*"];

/**
 * The constraints that make up Deckhouse's own Pod Security Standards. A namespace under restricted has those of baseline
 * as well: nothing is overridden.
 *
 * @source templates/policies/pod-security-standards/{baseline,restricted}/constraint.yaml
 */
export const PROFILE: readonly ProfileRow[] = [
  {
    standard: "baseline",
    kind: "D8HostNetwork",
    parameters: (_release, knownRanges) => ({ allowHostNetwork: false, ranges: knownRanges }),
  },
  {
    standard: "baseline",
    kind: "D8HostProcesses",
    parameters: writtenByNext({ allowHostPID: false, allowHostIPC: false }),
  },
  {
    standard: "baseline",
    kind: "D8AppArmor",
    parameters: same({ allowedProfiles: ["runtime/default", "localhost/*"] }),
  },
  {
    standard: "baseline",
    kind: "D8AllowedCapabilities",
    parameters: same({ allowedCapabilities: BASELINE_CAPABILITIES }),
  },
  { standard: "baseline", kind: "D8AllowedHostPaths", parameters: writtenByNext({ allowedHostPaths: [] }) },
  { standard: "baseline", kind: "D8PrivilegedContainer", parameters: same({}) },
  { standard: "baseline", kind: "D8AllowedProcMount", parameters: same({ allowedProcMount: "Default" }) },
  {
    standard: "baseline",
    kind: "D8SeLinux",
    parameters: byRelease({
      "1.66": { allowedSELinuxOptions: SELINUX_166 },
      "1.76": { allowedSELinuxOptions: SELINUX },
      next: { allowedSELinuxOptions: SELINUX },
    }),
  },
  {
    standard: "baseline",
    kind: "D8AllowedSysctls",
    parameters: byRelease({
      "1.66": { allowedSysctls: SYSCTLS_166 },
      "1.76": { allowedSysctls: SYSCTLS },
      next: { allowedSysctls: SYSCTLS },
    }),
  },
  {
    standard: "baseline",
    kind: "D8AllowedSeccompProfiles",
    parameters: same({
      allowedProfiles: ["RuntimeDefault", "Localhost", "", "undefined"],
      allowedLocalhostFiles: ANY_FILE,
    }),
  },
  {
    standard: "restricted",
    kind: "D8AllowedCapabilities",
    parameters: same({ allowedCapabilities: ["NET_BIND_SERVICE"], requiredDropCapabilities: ["ALL"] }),
  },
  {
    standard: "restricted",
    kind: "D8AllowPrivilegeEscalation",
    parameters: writtenByNext({ allowPrivilegeEscalation: false }),
  },
  { standard: "restricted", kind: "D8AllowedVolumeTypes", parameters: same({ volumes: VOLUMES }) },
  { standard: "restricted", kind: "D8AllowedUsers", parameters: same({ runAsUser: { rule: "MustRunAsNonRoot" } }) },
  {
    standard: "restricted",
    kind: "D8AllowedSeccompProfiles",
    parameters: same({ allowedProfiles: ["RuntimeDefault", "Localhost"], allowedLocalhostFiles: ANY_FILE }),
  },
];
