export type { ContainerRef, FieldPath, Finding, Json, PodCarrier, Read, RuleResult } from "@ostiary/rules";
export { formatFieldPath } from "@ostiary/rules";
export type {
  Action,
  Answer,
  Consideration,
  Decision,
  PassedRule,
  PolicyRef,
  Problem,
  Violation,
} from "./decision.js";
export { applyDefaults, type DefaultsOptions } from "./defaults.js";
export { type EvaluateOptions, evaluate } from "./evaluate.js";
export type {
  Binding,
  BoundPolicy,
  BoundRule,
  GatekeeperPart,
  LoadedPolicies,
  PolicyDocument,
  PolicyKind,
  PolicyOutcome,
} from "./policy-kind.js";
export type { PolicySet } from "./policy-set.js";
export { type ReadOptions, readPolicies, type StandardText } from "./read-policies.js";
export type {
  Facts,
  GroupVersionKind,
  GroupVersionResource,
  LookupError,
  Operation,
  Review,
  UserInfo,
} from "./request.js";
export { review } from "./review.js";
export { LEVELS, type Level } from "./standards/level.js";
export {
  type FieldError,
  POD_SECURITY_LABELS,
  type ResolvedPolicy,
  resolveLabels,
} from "./standards/namespace-labels.js";
export { forbiddenDetail, forbiddenReason } from "./standards/pod-security-standards.js";
export {
  formatStandard,
  isFullyPrivileged,
  isVersion,
  type Mode,
  type PodSecurityPolicy,
  parseStandard,
  type Standard,
} from "./standards/standard.js";
export type { Subject } from "./subject.js";
