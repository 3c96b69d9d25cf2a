import { allBuiltins, createRe2Engine } from "@ostiary/rego";
import type { TemplateEngine } from "../engine/template-engine.js";
import { regoEngine as engineOf } from "../rego-engine/rego-engine.js";
import type { RegoEngineOptions } from "../rego-engine/rego-engine-options.js";

/**
 * The engine `Rego` with all functions of OPA: what Gatekeeper's driver of this name does, with the Rego of `@ostiary/rego`.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/drivers/rego
 */
export const regoEngine = (options: RegoEngineOptions = {}): TemplateEngine =>
  engineOf({ ...options, builtins: allBuiltins(), regex: createRe2Engine() });
