import type { Control } from "./control.js";
import { requireDefaultProcMount, wordProcMount } from "./proc-mount.js";

/**
 * The masks that runtimes put over /proc must stay in place, also in a user namespace of the pod's own.
 *
 * Fields   spec.{initContainers,containers,ephemeralContainers}[*].securityContext.procMount
 * Allowed  absent; Default, spelled exactly so
 * Since    v1.35
 * Replaces procMount, which spares pods with spec.hostUsers false
 * Source   policy/check_procMount_restricted.go
 */
export const procMountRestricted: Control = {
  id: "procMount_restricted",
  level: "restricted",
  userNamespaceGate: true,
  overrides: "procMount",
  behaviours: [{ since: 35, find: requireDefaultProcMount, word: wordProcMount }],
};
