import type { GroupKind } from "@ostiary/rules";

/** Kubernetes' own kinds whose objects are in no namespace, by group. */
const CLUSTER_SCOPED: ReadonlyMap<string, readonly string[]> = new Map([
  ["", ["Namespace", "Node", "PersistentVolume", "ComponentStatus"]],
  [
    "admissionregistration.k8s.io",
    [
      "MutatingAdmissionPolicy",
      "MutatingAdmissionPolicyBinding",
      "MutatingWebhookConfiguration",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "ValidatingWebhookConfiguration",
    ],
  ],
  ["apiextensions.k8s.io", ["CustomResourceDefinition"]],
  ["apiregistration.k8s.io", ["APIService"]],
  ["authentication.k8s.io", ["SelfSubjectReview", "TokenReview"]],
  ["authorization.k8s.io", ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"]],
  ["certificates.k8s.io", ["CertificateSigningRequest", "ClusterTrustBundle"]],
  ["flowcontrol.apiserver.k8s.io", ["FlowSchema", "PriorityLevelConfiguration"]],
  ["internal.apiserver.k8s.io", ["StorageVersion"]],
  ["networking.k8s.io", ["IPAddress", "IngressClass", "ServiceCIDR"]],
  ["node.k8s.io", ["RuntimeClass"]],
  ["policy", ["PodSecurityPolicy"]],
  ["rbac.authorization.k8s.io", ["ClusterRole", "ClusterRoleBinding"]],
  ["resource.k8s.io", ["DeviceClass", "DeviceTaintRule", "ResourceSlice"]],
  ["scheduling.k8s.io", ["PriorityClass"]],
  ["storage.k8s.io", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"]],
  ["storagemigration.k8s.io", ["StorageVersionMigration"]],
]);

/**
 * Whether objects of a kind are in no namespace. Only a cluster knows that of custom resources: these are taken to be in one.
 *
 * @source Kubernetes' API reference
 */
export const isClusterScoped = ({ group, kind }: GroupKind): boolean =>
  CLUSTER_SCOPED.get(group)?.includes(kind) === true;
