export {
  always,
  type ConstraintCheck,
  type ConstraintKind,
  type ConstraintSubject,
  type KindSelector,
  type ParameterFaults,
  PODS,
  type PolicyField,
  type PolicyValues,
  type PreparedConstraint,
  type RuleContext,
} from "./constraint-kind.js";
export { type NumberForm, printSet, printValue } from "./language/print-value.js";
export type { RegexFault } from "./language/regex-syntax.js";
export { type Regex, type RegexEngine, safeRegex } from "./language/safe-regex.js";
export { OPERATION_CONSTRAINTS } from "./operation/constraints.js";
export { DEFAULT_RELEASE, type PerRelease, RELEASES, type Release } from "./release.js";
export { describeSchemaIssue, type SchemaIssue } from "./schema-issue.js";
export { SECURITY_CONSTRAINTS } from "./security/constraints.js";
