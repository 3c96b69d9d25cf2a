/**
 * Mutators and JSON Patch, and nothing that judges objects. Entry of its own for programs that only change objects;
 * `@ostiary/gatekeeper` has all of it too.
 */
export type { FieldPath, Json } from "@ostiary/core";
export { GATEKEEPER_RELEASES, type GatekeeperRelease, NEWEST_RELEASE } from "./gatekeeper-release.js";
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
