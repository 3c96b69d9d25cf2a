/**
 * Templates, constraints and reviews with the engines that the host names, of `@ostiary/gatekeeper/rego` and
 * `@ostiary/gatekeeper/cel`. Entry of its own for programs that take only one of them; `@ostiary/gatekeeper` has all of it too.
 */
export { type ClientOptions, createClient } from "./client/create-client.js";
export type {
  ClientDocuments,
  ClientResult,
  ClientReview,
  EnforcementPoint,
  GatekeeperClient,
  LoadedClient,
} from "./client/gatekeeper-client.js";
export { type MatchableReview, matchReview, readMatchableReview } from "./client/match-review.js";
export type { Constraint } from "./constraint/constraint.js";
export { readConstraint } from "./constraint/read-constraint.js";
export type { ReadConstraintOptions } from "./constraint/validate-constraint.js";
export type { AdmissionRequest, RequestKind, RequestResource } from "./engine/admission-request.js";
export { isAdmissionReview, readAdmissionReview } from "./engine/admission-review.js";
export { objectRequest } from "./engine/object-request.js";
export { readAdmissionRequest } from "./engine/read-request.js";
export type {
  CompiledTemplate,
  EngineConstraint,
  EngineResult,
  EngineReview,
  TemplateEngine,
  TemplateSource,
} from "./engine/template-engine.js";
export { type ExpandedObject, type ExpansionContext, expand } from "./expansion/expand.js";
export type { ExpansionTemplate } from "./expansion/expansion-template.js";
export { implyResults } from "./expansion/implied-results.js";
export { originalPath } from "./expansion/original-path.js";
export {
  type ExpansionTemplateSet,
  isExpansionTemplate,
  type LoadedExpansionTemplates,
  type ReadExpansionTemplatesOptions,
  readExpansionTemplates,
} from "./expansion/read-expansion-templates.js";
export { withWorkloadTemplates } from "./expansion/workload-templates.js";
export { GATEKEEPER_RELEASES, type GatekeeperRelease, NEWEST_RELEASE } from "./gatekeeper-release.js";
export { createInventory, type Inventory, inventoryPath } from "./inventory/inventory.js";
export { type ReviewExpansion, reviewExpanded } from "./kind/expanded-review.js";
export { gatekeeper } from "./kind/gatekeeper-kind.js";
export type { ExemptNamespaces, GatekeeperOptions } from "./kind/gatekeeper-options.js";
export { type RequestContext, reviewRequest } from "./kind/review-request.js";
export { answerResults, type ValidationAnswer } from "./kind/webhook-answer.js";
export type { Fault, Outcome } from "./outcome.js";
export { type AdmitContext, admit } from "./resource/admit.js";
export type { JsonSchema } from "./schema/json-schema.js";
export type { ObjectSchema, PatternEngine } from "./schema/object-schema.js";
export type { RuleJudge, SchemaRules } from "./schema/schema-rules.js";
export { type ReadTemplateOptions, readTemplate } from "./template/read-template.js";
export type { Template, TemplateCode } from "./template/template.js";
