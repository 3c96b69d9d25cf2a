import type { ConstraintKind } from "../constraint-kind.js";
import { allowedRepos } from "./allowed-repos.js";
import { checkContainerDuplicates } from "./check-container-duplicates.js";
import { checkHostNetworkDNSPolicy } from "./check-host-network-dns-policy.js";
import { disallowedImageTags } from "./disallowed-image-tags.js";
import { disallowedTolerations } from "./disallowed-tolerations.js";
import { imagePullPolicy } from "./image-pull-policy.js";
import { ingressClassNames } from "./ingress-class-names.js";
import { maxRevisionHistoryLimit } from "./max-revision-history-limit.js";
import { priorityClassNames } from "./priority-class-names.js";
import { replicaLimits } from "./replica-limits.js";
import { requiredAnnotations } from "./required-annotations.js";
import { requiredLabels } from "./required-labels.js";
import { requiredProbes } from "./required-probes.js";
import { requiredResources } from "./required-resources.js";
import { storageClassNames } from "./storage-class-names.js";

/** Every kind of constraint that an OperationPolicy can make, in the order of its fields in the custom resource. */
export const OPERATION_CONSTRAINTS: readonly ConstraintKind[] = [
  allowedRepos,
  requiredResources,
  disallowedImageTags,
  disallowedTolerations,
  requiredLabels,
  requiredAnnotations,
  requiredProbes,
  maxRevisionHistoryLimit,
  priorityClassNames,
  ingressClassNames,
  storageClassNames,
  imagePullPolicy,
  checkHostNetworkDNSPolicy,
  checkContainerDuplicates,
  replicaLimits,
];
