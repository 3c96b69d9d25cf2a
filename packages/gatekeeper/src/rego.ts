/** The engine Rego of the functions that the host names. `regoEngine` of `@ostiary/gatekeeper` has all functions of OPA. */
export type { TemplateEngine } from "./engine/template-engine.js";
export { type RegoEngineParts, regoEngine } from "./rego-engine/rego-engine.js";
export type { RegoEngineOptions } from "./rego-engine/rego-engine-options.js";
