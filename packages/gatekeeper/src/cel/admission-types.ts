import { BOOL, DYN, INT, listOf, mapOf, objectType, STRING, TIMESTAMP } from "./cel-type.js";

const KIND = objectType("kubernetes.GroupVersionKind", { group: STRING, version: STRING, kind: STRING });

const RESOURCE = objectType("kubernetes.GroupVersionResource", { group: STRING, version: STRING, resource: STRING });

const USER_INFO = objectType("kubernetes.UserInfo", {
  username: STRING,
  uid: STRING,
  groups: listOf(STRING),
  extra: mapOf(STRING, listOf(STRING)),
});

/**
 * The type of `request`. The objects of the request are variables of their own, and its uid is left out.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/cel/compile.go
 */
export const REQUEST_TYPE = objectType("kubernetes.AdmissionRequest", {
  kind: KIND,
  resource: RESOURCE,
  subResource: STRING,
  requestKind: KIND,
  requestResource: RESOURCE,
  requestSubResource: STRING,
  name: STRING,
  namespace: STRING,
  operation: STRING,
  userInfo: USER_INFO,
  dryRun: BOOL,
  options: DYN,
});

const CONDITION = objectType("kubernetes.NamespaceCondition", {
  status: STRING,
  type: STRING,
  lastTransitionTime: TIMESTAMP,
  message: STRING,
  reason: STRING,
});

const METADATA = objectType("kubernetes.NamespaceMetadata", {
  name: STRING,
  generateName: STRING,
  namespace: STRING,
  labels: mapOf(STRING, STRING),
  annotations: mapOf(STRING, STRING),
  UID: STRING,
  creationTimestamp: TIMESTAMP,
  deletionGracePeriodSeconds: INT,
  deletionTimestamp: TIMESTAMP,
  generation: INT,
  resourceVersion: STRING,
  finalizers: listOf(STRING),
});

/** The type of `namespaceObject`. */
export const NAMESPACE_TYPE = objectType("kubernetes.Namespace", {
  metadata: METADATA,
  spec: objectType("kubernetes.NamespaceSpec", { finalizers: listOf(STRING) }),
  status: objectType("kubernetes.NamespaceStatus", { conditions: listOf(CONDITION), phase: STRING }),
});
