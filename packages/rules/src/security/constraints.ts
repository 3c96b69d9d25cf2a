import type { ConstraintKind } from "../constraint-kind.js";
import { allowPrivilegeEscalation } from "./allow-privilege-escalation.js";
import { allowPrivileged } from "./allow-privileged.js";
import { allowRbacWildcards } from "./allow-rbac-wildcards.js";
import { allowedAppArmor } from "./allowed-app-armor.js";
import { allowedClusterRoles } from "./allowed-cluster-roles.js";
import { allowedFlexVolumes } from "./allowed-flex-volumes.js";
import { allowedHostPaths } from "./allowed-host-paths.js";
import { allowedProcMount } from "./allowed-proc-mount.js";
import { allowedServiceTypes } from "./allowed-service-types.js";
import { allowedSysctls } from "./allowed-sysctls.js";
import { allowedUsers } from "./allowed-users.js";
import { allowedVolumes } from "./allowed-volumes.js";
import { automountServiceAccountToken } from "./automount-service-account-token.js";
import { blockWildcardDomains } from "./block-wildcard-domains.js";
import { capabilities } from "./capabilities.js";
import { hostNetwork } from "./host-network.js";
import { hostProcesses } from "./host-processes.js";
import { readOnlyRootFilesystem } from "./read-only-root-filesystem.js";
import { seLinux } from "./se-linux.js";
import { seccompProfiles } from "./seccomp-profiles.js";
import { verifyImageSignatures } from "./verify-image-signatures.js";

/** Every kind of constraint that a SecurityPolicy can make, in the order of its fields in the custom resource. */
export const SECURITY_CONSTRAINTS: readonly ConstraintKind[] = [
  allowedHostPaths,
  hostProcesses,
  hostNetwork,
  allowRbacWildcards,
  allowPrivileged,
  allowPrivilegeEscalation,
  allowedProcMount,
  capabilities,
  allowedAppArmor,
  allowedFlexVolumes,
  allowedSysctls,
  allowedServiceTypes,
  blockWildcardDomains,
  allowedUsers,
  readOnlyRootFilesystem,
  automountServiceAccountToken,
  allowedClusterRoles,
  seccompProfiles,
  seLinux,
  allowedVolumes,
  verifyImageSignatures,
];
