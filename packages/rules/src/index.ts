export {
  always,
  type ConstraintCheck,
  type ConstraintKind,
  type ConstraintSubject,
  type KindSelector,
  PODS,
  type PolicyField,
  type PolicyValues,
  type PreparedConstraint,
} from "./constraint-kind.js";
export { type FieldPath, formatFieldPath } from "./field-path.js";
export { compareBytes, sortedSet } from "./language/byte-order.js";
export { goQuote } from "./language/go-quote.js";
export { type NumberForm, printSet, printValue } from "./language/print-value.js";
export { OPERATION_CONSTRAINTS } from "./operation/constraints.js";
export { type ActiveControl, activeControls, controlFaults, newestVersion } from "./pod-security/active-controls.js";
export type { Control, ControlBehaviour, RestrictingLevel, Wording } from "./pod-security/control.js";
export { exceptInUserNamespace, exceptOnWindows } from "./pod-security/control.js";
export { CONTROLS } from "./pod-security/controls.js";
export { DEFAULT_RELEASE, type PerRelease, RELEASES, type Release } from "./release.js";
export type { ContainerList, ContainerRef, Finding, Json, RuleResult } from "./rule.js";
export { describeSchemaIssue, type SchemaIssue } from "./schema-issue.js";
export { SECURITY_CONSTRAINTS } from "./security/constraints.js";
export { ObjectView, typeName } from "./subject/object-view.js";
export { defaultPodSpec, updateField } from "./subject/pod-defaults.js";
export { CONTAINER_LISTS, ContainerView, PodView, type SecurityContextHolder, viewPod } from "./subject/pod-view.js";
export { type Read, Reading, type TypeFault } from "./subject/reading.js";
export { isSignificantUpdate } from "./subject/significant-update.js";
export { findPodCarrier, type GroupKind, groupOf, POD_CARRIERS, type PodCarrier } from "./subject/workload.js";
