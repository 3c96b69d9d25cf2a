import type { Json } from "@ostiary/core";
import { goQuote } from "@ostiary/rules";
import type { NamedExpression, ValidationSource } from "../cel/policy-program.js";
import { fail, type Outcome, succeed } from "../outcome.js";

/** The source of a template's rule in CEL. */
export interface NativeSource {
  readonly validations: readonly ValidationSource[];
  readonly matchConditions: readonly NamedExpression[];
  readonly variables: readonly NamedExpression[];
  readonly failurePolicy: "Fail" | "Ignore";
}

/** No name of an author may begin so. */
const RESERVED_PREFIX = "gatekeeper_internal_";

/** Names of variables that Gatekeeper binds itself. */
const RESERVED_VARIABLES: ReadonlySet<string> = new Set(["params", "anyObject"]);

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const field = (object: JsonObject, name: string): Json => (Object.hasOwn(object, name) ? (object[name] ?? null) : null);

const goType = (value: Json): string => {
  if (isList(value)) return "slice";
  if (typeof value === "object") return "map";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" && !Number.isInteger(value) ? "float64" : "int64";
};

/** Reads the source, and collects what has a wrong type. */
class SourceReader {
  fault: string | undefined;

  string(object: JsonObject, name: string): string {
    const value = field(object, name);
    if (typeof value === "string") return value;
    if (value !== null) this.fault ??= `cannot convert ${goType(value)} to string`;
    return "";
  }

  objects(object: JsonObject, name: string): readonly JsonObject[] {
    const value = field(object, name);
    if (value === null) return [];
    if (!isList(value)) {
      this.fault ??= `cannot restore slice from ${goType(value)}`;
      return [];
    }
    return value.map((item) => this.#object(item));
  }

  #object(value: Json): JsonObject {
    if (isObject(value)) return value;
    if (value !== null) this.fault ??= `cannot restore struct from: ${goType(value)}`;
    return {};
  }

  named(object: JsonObject, name: string): readonly NamedExpression[] {
    return this.objects(object, name).map((item) => ({
      name: this.string(item, "name"),
      expression: this.string(item, "expression"),
    }));
  }
}

const matchConditionFault = ({ name }: NamedExpression): string | undefined => {
  if (!name.startsWith(RESERVED_PREFIX)) return undefined;
  const rule = `cannot have ${goQuote(RESERVED_PREFIX)} as a prefix`;
  return `invalid match condition: ${name} is not a valid match condition; ${rule}`;
};

const variableFault = ({ name }: NamedExpression): string | undefined => {
  const prefix = "invalid variable definition: ";
  if (name.startsWith(RESERVED_PREFIX)) {
    return `${prefix}${name} is not a valid variable; cannot have ${goQuote(RESERVED_PREFIX)} as a prefix`;
  }
  if (!RESERVED_VARIABLES.has(name)) return undefined;
  return `${prefix}${name} an invalid variable name, ${goQuote(name)} is a reserved keyword`;
};

const first = (faults: readonly (string | undefined)[]): string | undefined =>
  faults.find((fault) => fault !== undefined);

const isFailurePolicy = (value: string): value is NativeSource["failurePolicy"] =>
  value === "Fail" || value === "Ignore";

/**
 * Reads the source of a template's rule in CEL. Fields that are not known are ignored, `matchConditions` among them: the field is
 * `matchCondition`.
 *
 * @returns the source, or what is wrong with it in Gatekeeper's words
 * @source gatekeeper, pkg/drivers/k8scel/schema/schema.go
 */
export const readNativeSource = (source: Json | undefined): Outcome<NativeSource> => {
  if (!isObject(source)) return fail("invalid-source", "could not recognize the type");
  const reader = new SourceReader();
  const validations = reader.objects(source, "validations").map((item) => ({
    expression: reader.string(item, "expression"),
    message: reader.string(item, "message"),
    messageExpression: reader.string(item, "messageExpression"),
  }));
  const matchConditions = reader.named(source, "matchCondition");
  const variables = reader.named(source, "variables");
  const failurePolicy = field(source, "failurePolicy") === null ? "Fail" : reader.string(source, "failurePolicy");
  const fault = reader.fault ?? first([...matchConditions.map(matchConditionFault), ...variables.map(variableFault)]);
  if (fault !== undefined) return fail("invalid-source", fault);
  if (!isFailurePolicy(failurePolicy)) {
    return fail("invalid-source", `invalid failure policy: unrecognized failure policy: ${failurePolicy}`);
  }
  return succeed({ validations, matchConditions, variables, failurePolicy });
};
