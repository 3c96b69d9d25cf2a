import type { Json } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { DEEPEST_VALUE, isTooDeep } from "../mutation/value-depth.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { attemptReading } from "../schema/attempt-reading.js";
import { compileSchema } from "../schema/compile-schema.js";
import { aggregate } from "../schema/field-error.js";
import type { PatternEngine } from "../schema/object-schema.js";
import { re2Patterns } from "../schema/re2-patterns.js";
import type { SchemaRules } from "../schema/schema-rules.js";
import { constraintSchema } from "./constraint-schema.js";
import { generatedCrdErrors } from "./generated-crd.js";
import type { Template } from "./template.js";
import { decodeTemplate, type TemplateDocument, type TemplateTarget } from "./template-document.js";

/** How a template is read. */
export interface ReadTemplateOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** What compiles the patterns of the template's schema. Default: all of RE2's syntax. */
  readonly patterns?: PatternEngine;
  /** What runs the rules in `x-kubernetes-validations` of the template's schema. Without it they are not compiled. */
  readonly schemaRules?: SchemaRules;
}

/** The only target that Gatekeeper knows. */
const TARGET = "admission.k8s.gatekeeper.sh";

const invalid = (message: string): Outcome<never> => fail("invalid-template", `invalid ConstraintTemplate: ${message}`);

/**
 * Reads a ConstraintTemplate as Gatekeeper's client and gator do, up to the choice of an engine. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, AddTemplate
 */
export const readTemplate = (document: unknown, options: ReadTemplateOptions = {}): Outcome<Template> =>
  attemptReading(() => {
    const decoded = decode(document);
    if (!decoded.ok) {
      const { code, message } = decoded.error;
      if (code === "other-kind") return fail("invalid-template", "not a ConstraintTemplate");
      return fail(
        "invalid-template",
        `${code === "unconvertible" ? "unable to convert" : "adding"} template: ${message}`,
      );
    }
    const target = readTarget(decoded.value);
    return target.ok ? generate(decoded.value, options) : target;
  });

/**
 * Reads a ConstraintTemplate as the validating webhook does.
 *
 * @returns the faults `undecodable` and `invalid-operations` are not the user's in the webhook's eyes, `invalid-template` is
 * @source gatekeeper, pkg/webhook/policy.go, validateTemplate
 */
export const admitTemplate = (document: unknown, options: ReadTemplateOptions = {}): Outcome<Template> =>
  attemptReading(() => {
    const { release = NEWEST_RELEASE } = options;
    const decoded = decode(document);
    if (!decoded.ok) return fail("undecodable", decoded.error.message);
    const isMixed = decoded.value.targets.some(({ operations }) => operations.length > 1 && operations.includes("*"));
    if (isMixed && isSince(release, "3.21")) {
      return fail("invalid-operations", "if '*' is present, must not specify other operations");
    }
    return generate(decoded.value, options);
  });

const decode = (document: unknown): Outcome<TemplateDocument> => {
  // Documents are JSON; what else callers hand in reads as having wrong types.
  const json = document as Json;
  if (isTooDeep(json)) return fail("undecodable", `nests deeper than ${DEEPEST_VALUE} levels`);
  return decodeTemplate(json);
};

const readTarget = ({ targets }: TemplateDocument): Outcome<TemplateTarget> => {
  const [target, another] = targets;
  if (target === undefined || another !== undefined) return invalid("must declare exactly one target");
  return target.target === "" ? invalid("target name must not be empty") : succeed(target);
};

const checkNames = ({ name, kind }: TemplateDocument): Outcome<undefined> => {
  if (kind === "") return invalid(`ConstraintTemplate ${goQuote(name)} does not specify CRD Kind`);
  const lower = kind.toLowerCase();
  if (name.toLowerCase() === lower) return succeed(undefined);
  const expected = goQuote(lower);
  return invalid(
    `the ConstraintTemplate's name ${goQuote(name)} is not equal to the lowercase of CRD's Kind: ${expected}`,
  );
};

const generate = (document: TemplateDocument, options: ReadTemplateOptions): Outcome<Template> => {
  const { release = NEWEST_RELEASE, patterns = re2Patterns(), schemaRules: rules } = options;
  const names = checkNames(document);
  if (!names.ok) return names;
  const read = readTarget(document);
  if (!read.ok) return read;
  const { target, code, operations } = read.value;
  if (target !== TARGET) return invalid(`target ${goQuote(target)} not recognized, known targets [${TARGET}]`);
  const errors = generatedCrdErrors(document, { patterns, rules });
  if (errors.length > 0) return invalid(aggregate(errors));
  const { name, kind, parameters } = document;
  const schema = compileSchema(constraintSchema(parameters, release), { patterns, rules });
  return succeed({ name, kind, target, operations: isSince(release, "3.21") ? operations : [], code, schema });
};
