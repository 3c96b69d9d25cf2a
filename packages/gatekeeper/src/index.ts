export type { FieldPath, Json } from "@ostiary/core";
export { validatingAdmissionPolicies } from "./admission-policy/validating-admission-policies.js";
export { admit } from "./all-engines/admit.js";
export { type ClientOptions, createClient } from "./all-engines/create-client.js";
export { type GatekeeperOptions, gatekeeper } from "./all-engines/gatekeeper.js";
export { readTemplate } from "./all-engines/read-template.js";
export { regoEngine } from "./all-engines/rego-engine.js";
export { type CelEngineOptions, celEngine } from "./cel-engine/cel-engine.js";
export type { CelExpression, CelObserver, CelOutcome, CelWatch } from "./cel-engine/watch-expressions.js";
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
export { createObjectExpander, type MutatedExpansion, type ObjectExpander } from "./expansion/object-expander.js";
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
export type { ExemptNamespaces } from "./kind/gatekeeper-options.js";
export { type RequestContext, reviewRequest } from "./kind/review-request.js";
export { answerResults, type ValidationAnswer } from "./kind/webhook-answer.js";
export { answerMutation, type MutationAnswer, type MutationWebhookContext } from "./mutation/answer-mutation.js";
export { type AnyPatchOperation, applyPatch } from "./mutation/apply-json-patch.js";
export { type ApplyTo, type ApplyToEntry, appliesTo, operationFaults } from "./mutation/apply-to.js";
export type { ProviderAnswer, ProviderAnswers } from "./mutation/external-data.js";
export { checkParts, type ImageParts, joinImage, splitImage } from "./mutation/image-parts.js";
export { createPatch, type PatchOperation } from "./mutation/json-patch.js";
export { parsePointer } from "./mutation/json-pointer.js";
export {
  type ListNode,
  type Location,
  type LocationNode,
  type ObjectNode,
  parseLocation,
  printLocation,
} from "./mutation/location-path.js";
export { externalDataKeys, type Mutation, type MutationContext, mutate } from "./mutation/mutate.js";
export type { MutationError, TraceEntry } from "./mutation/mutation-run.js";
export type { Mutator, MutatorId } from "./mutation/mutator.js";
export type { NumberModel } from "./mutation/mutator-document.js";
export { compareMutatorIds } from "./mutation/mutator-order.js";
export { compilePathTests, type PathTest } from "./mutation/path-tests.js";
export {
  isMutator,
  type LoadedMutators,
  type MutatorSet,
  type ReadMutatorsOptions,
  readMutators,
} from "./mutation/read-mutators.js";
export { type SchemaClaim, SchemaConflicts } from "./mutation/schema-conflicts.js";
export type { Fault, Outcome } from "./outcome.js";
export type { RegoEngineOptions } from "./rego-engine/rego-engine-options.js";
export type { AdmitContext } from "./resource/admit.js";
export type { JsonSchema } from "./schema/json-schema.js";
export type { ObjectSchema, PatternEngine } from "./schema/object-schema.js";
export type { RuleJudge, SchemaRules } from "./schema/schema-rules.js";
export { schemaRules } from "./schema-rules/kubernetes-schema-rules.js";
export { type Assertion, checkAssertion } from "./suite/assertion.js";
export { describeTestResult } from "./suite/describe-test-result.js";
export { NO_FILTER, readSuiteFilter, type SuiteFilter } from "./suite/filter.js";
export { type GatorCase, type GatorSuite, type GatorTest, isGatorSuite, readGatorSuite } from "./suite/gator-suite.js";
export { type LoadedTest, loadExpander, loadTest } from "./suite/load-test.js";
export { reviewGatorCase } from "./suite/run-gator-case.js";
export {
  type GatorCaseResult,
  type GatorSuiteResult,
  type GatorTestResult,
  isFailedTest,
  runGatorSuite,
  type SuiteContext,
} from "./suite/run-gator-suite.js";
export type { SuiteFiles } from "./suite/suite-files.js";
export { type ObjectTestResult, type TestObjectsOptions, testObjects } from "./suite/test-objects.js";
export { checkSync, type SyncCheck } from "./sync/check-sync.js";
export { printSyncRequirement, readSyncRequirements, type SyncRequirement } from "./sync/sync-requirements.js";
export type { ReadTemplateOptions } from "./template/read-template.js";
export type { Template, TemplateCode } from "./template/template.js";
