import type { Json } from "@ostiary/core";
import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { fail, type Outcome, succeed } from "../outcome.js";
import {
  ANYTHING,
  FLAG,
  findDecodeFault,
  type GoType,
  listOf,
  namedText,
  objectFields,
  struct,
  TEXT,
  TEXTS,
} from "../schema/go-decode.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { readSchema } from "../schema/read-schema.js";
import { SCHEMA } from "../schema/schema-fields.js";
import { preserveUnknownFields } from "./legacy-schema.js";
import type { TemplateCode } from "./template.js";

/** The group of ConstraintTemplates. */
const GROUP = "templates.gatekeeper.sh";

/** Whether documents of a group and kind are ConstraintTemplates. */
export const isTemplate = ({ group, kind }: { readonly group: string; readonly kind: string }): boolean =>
  group === GROUP && kind === "ConstraintTemplate";

/** The versions of the kind, and what `legacySchema` is where it is not given. */
const LEGACY_BY_DEFAULT: ReadonlyMap<string, boolean> = new Map([
  ["v1", false],
  ["v1beta1", true],
  ["v1alpha1", true],
]);

/** A template as it is written, whatever its version. */
export interface TemplateDocument {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly kind: string;
  readonly shortNames: readonly string[];
  /** Of `spec.parameters`; `undefined` for none. */
  readonly parameters: JsonSchema | undefined;
  readonly targets: readonly TemplateTarget[];
}

/** One entry of `spec.targets`. */
export interface TemplateTarget {
  readonly target: string;
  readonly code: readonly TemplateCode[];
  readonly operations: readonly string[];
}

/**
 * Decodes a ConstraintTemplate of any version into what they all mean.
 *
 * @param document - a JSON value that is not nested too deep
 * @source open-policy-agent/frameworks, constraint/pkg/apis/templates
 */
export const decodeTemplate = (document: Json): Outcome<TemplateDocument> => {
  const view = ObjectView.root(new Reading(), document, []);
  const apiVersion = view.string("apiVersion") ?? "";
  const kind = view.string("kind") ?? "";
  const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
  const isLegacy = LEGACY_BY_DEFAULT.get(version);
  const isOther = !isTemplate({ group: groupOf(apiVersion), kind });
  if (isLegacy === undefined || isOther) {
    const words = `no kind ${goQuote(kind)} is registered for version ${goQuote(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
    return fail(isOther ? "other-kind" : "undecodable", words);
  }
  const fault = findDecodeFault(document, templateType(version));
  return fault === undefined ? readDocument(view, isLegacy) : fail("undecodable", fault);
};

const templateType = (version: string): GoType => {
  const code = struct(`${version}.Code`, () => ({ engine: TEXT, source: ANYTHING }));
  const target = struct(`${version}.Target`, () => ({
    code: listOf(`${version}.Code`, code),
    libs: TEXTS,
    operations: listOf("v1.OperationType", namedText("v1.OperationType")),
    rego: TEXT,
    target: TEXT,
  }));
  const names = struct(`${version}.Names`, () => ({ kind: TEXT, shortNames: TEXTS }));
  const validation = struct(`${version}.Validation`, () => ({ legacySchema: FLAG, openAPIV3Schema: SCHEMA }));
  const crdSpec = struct(`${version}.CRDSpec`, () => ({ names, validation }));
  const crd = struct(`${version}.CRD`, () => ({ spec: crdSpec }));
  const spec = struct(`${version}.ConstraintTemplateSpec`, () => ({
    crd,
    targets: listOf(`${version}.Target`, target),
  }));
  return struct(`${version}.ConstraintTemplate`, () => objectFields({ spec }));
};

const readDocument = (view: ObjectView, isLegacy: boolean): Outcome<TemplateDocument> => {
  const metadata = view.object("metadata");
  const spec = view.object("spec");
  const crd = spec.object("crd").object("spec");
  const parameters = readParameters(crd.object("validation"), isLegacy);
  if (!parameters.ok) return fail("unconvertible", parameters.error);
  const names = crd.object("names");
  return succeed({
    name: metadata.string("name") ?? "",
    labels: metadata.stringMap("labels"),
    kind: names.string("kind") ?? "",
    shortNames: names.strings("shortNames"),
    parameters: parameters.value,
    targets: spec.objects("targets").map(readTarget),
  });
};

const readParameters = (validation: ObjectView, byDefault: boolean): Outcome<JsonSchema | undefined, string> => {
  const isLegacy = validation.boolean("legacySchema") ?? byDefault;
  const written = validation.raw("openAPIV3Schema") ?? undefined;
  if (isLegacy) return preserveUnknownFields(written === undefined ? {} : readSchema(written));
  return succeed(written === undefined ? undefined : readSchema(written));
};

const readTarget = (target: ObjectView): TemplateTarget => ({
  target: target.string("target") ?? "",
  code: readCode(target),
  operations: target.strings("operations"),
});

/** What stands in `rego` replaces the code of that engine. */
const readCode = (target: ObjectView): readonly TemplateCode[] => {
  const code = target.objects("code").map(
    (entry): TemplateCode => ({
      engine: entry.string("engine") ?? "",
      source: entry.raw("source") ?? undefined,
    }),
  );
  const rego = target.string("rego") ?? "";
  if (rego === "") return code;
  const libs = target.strings("libs");
  const older: TemplateCode = { engine: "Rego", source: { rego, version: "", ...(libs.length > 0 ? { libs } : {}) } };
  const index = code.findIndex(({ engine }) => engine === older.engine);
  return index < 0 ? [...code, older] : code.with(index, older);
};
