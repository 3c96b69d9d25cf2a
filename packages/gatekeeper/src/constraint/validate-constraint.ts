import type { Json } from "@ostiary/core";
import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { type GatekeeperRelease, isSince, NEWEST_RELEASE } from "../gatekeeper-release.js";
import { DEEPEST_VALUE, isTooDeep } from "../mutation/value-depth.js";
import { type Fault, fail, type Outcome, succeed } from "../outcome.js";
import { subdomainFaults } from "../schema/dns-names.js";
import { aggregate } from "../schema/field-error.js";
import type { Template } from "../template/template.js";
import { findSelectorFault } from "./label-selector-errors.js";

/** How a constraint is read. */
export interface ReadConstraintOptions {
  /** The release of Gatekeeper. Default: the newest known. */
  readonly release?: GatekeeperRelease;
  /** Finds the template of that `name`, which is the constraint's kind in lower case. */
  readonly findTemplate: (name: string) => Template | undefined;
}

/** A constraint that its template admits, before anything is filled in. */
export interface ValidConstraint {
  readonly document: Json;
  readonly kind: string;
  readonly name: string;
  readonly template: Template;
}

/** The group of all constraints. */
export const CONSTRAINT_GROUP = "constraints.gatekeeper.sh";

const VERSIONS: readonly string[] = ["v1alpha1", "v1beta1"];

interface Identity extends Pick<ValidConstraint, "kind" | "name"> {
  readonly group: string;
  readonly version: string;
}

const invalid = (message: string): { readonly ok: false; readonly error: Fault } =>
  fail("invalid-constraint", `invalid Constraint: ${message}`);

/**
 * Finds what Gatekeeper's client has against a constraint, in its words and order. Never throws.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/client/client.go, ValidateConstraint
 */
export const validateConstraint = (value: unknown, options: ReadConstraintOptions): Outcome<ValidConstraint> => {
  // Documents are JSON; what else callers hand in reads as having wrong types.
  const document = value as Json;
  if (isTooDeep(document)) return invalid(`nests deeper than ${DEEPEST_VALUE} levels`);
  const identity = readIdentity(document);
  const { name, kind, group } = identity;
  if (name === "") return invalid("missing metadata.name");
  if (kind === "") return invalid("missing kind");
  if (group !== CONSTRAINT_GROUP) {
    const names = `got ${goQuote(group)} but need ${goQuote(CONSTRAINT_GROUP)}`;
    return invalid(`wrong API Group for Constraint ${goQuote(name)}, ${names}`);
  }
  const lower = kind.toLowerCase();
  const template = options.findTemplate(lower);
  if (template === undefined) {
    return fail("missing-template", `missing ConstraintTemplate: template ${goQuote(lower)} not found`);
  }
  const fault = findSelectorFault(document);
  if (fault !== undefined) return invalid(fault);
  const refusal = checkIdentity(identity, template) ?? checkFields(document, template, options);
  return refusal ?? succeed({ document, kind, name, template });
};

/** Reads as an untyped object is read: what is of a wrong type is empty, and so is the kind of an unreadable version. */
const readIdentity = (document: Json): Identity => {
  const view = ObjectView.root(new Reading(), document, []);
  const apiVersion = view.string("apiVersion") ?? "";
  const isReadable = apiVersion.split("/").length <= 2;
  return {
    name: view.object("metadata").string("name") ?? "",
    kind: isReadable ? (view.string("kind") ?? "") : "",
    group: isReadable ? groupOf(apiVersion) : "",
    version: apiVersion.slice(apiVersion.indexOf("/") + 1),
  };
};

const checkIdentity = ({ name, kind, version }: Identity, template: Template): Outcome<never> | undefined => {
  const faults = subdomainFaults(name);
  if (faults.length > 0) return invalid(`invalid name: ${goQuote(faults.join("\n"))}`);
  // Gatekeeper swaps the name and the kind.
  if (kind !== template.kind) {
    return invalid(`wrong kind ${goQuote(name)} for constraint ${goQuote(kind)}; want ${goQuote(template.kind)}`);
  }
  if (VERSIONS.includes(version)) return undefined;
  const supported = VERSIONS.map((known) => `${known}:true`).join(" ");
  return invalid(
    `unsupported version ${goQuote(version)} for Constraint ${goQuote(name)}; supported versions: map[${supported}]`,
  );
};

const checkFields = (
  document: Json,
  { schema }: Template,
  { release = NEWEST_RELEASE }: ReadConstraintOptions,
): Outcome<never> | undefined => {
  const errors = schema.validate(document);
  if (errors.length > 0) return fail("invalid-constraint", `schema validation failed: ${aggregate(errors)}`);
  const unknown = isSince(release, "3.14") ? schema.unknownFields(document) : [];
  return unknown.length > 0 ? invalid(`unknown fields: [${unknown.join(" ")}]`) : undefined;
};
