import type { Outcome } from "../outcome.js";
import { schemaRules } from "../schema-rules/kubernetes-schema-rules.js";
import { type ReadTemplateOptions, readTemplate as readTemplateOf } from "../template/read-template.js";
import type { Template } from "../template/template.js";

/**
 * Reads a ConstraintTemplate as Gatekeeper's client and gator do, up to the choice of an engine; the rules of its schema are by
 * default compiled as Kubernetes does. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, AddTemplate
 */
export const readTemplate = (document: unknown, options: ReadTemplateOptions = {}): Outcome<Template> =>
  readTemplateOf(document, { schemaRules: schemaRules(), ...options });
