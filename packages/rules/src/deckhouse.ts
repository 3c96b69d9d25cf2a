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
export { type NumberForm, printSet, printValue } from "./language/print-value.js";
export { OPERATION_CONSTRAINTS } from "./operation/constraints.js";
export { DEFAULT_RELEASE, type PerRelease, RELEASES, type Release } from "./release.js";
export { describeSchemaIssue, type SchemaIssue } from "./schema-issue.js";
export { SECURITY_CONSTRAINTS } from "./security/constraints.js";
