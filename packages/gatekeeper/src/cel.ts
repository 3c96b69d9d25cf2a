/** What runs CEL: the engine K8sNativeValidation, and ValidatingAdmissionPolicy. `@ostiary/gatekeeper` has it too. */
export { validatingAdmissionPolicies } from "./admission-policy/validating-admission-policies.js";
export { type CelEngineOptions, celEngine } from "./cel-engine/cel-engine.js";
export type { CelExpression, CelObserver, CelOutcome, CelWatch } from "./cel-engine/watch-expressions.js";
export type { TemplateEngine } from "./engine/template-engine.js";
export type { JsonSchema } from "./schema/json-schema.js";
export type { RuleJudge, SchemaRules } from "./schema/schema-rules.js";
export { schemaRules } from "./schema-rules/kubernetes-schema-rules.js";
