import type { Json } from "@ostiary/core";
import { compareBytes } from "@ostiary/rules";
import { isJsonFields, type JsonFields } from "./json-fields.js";

/** A type of Go that JSON is decoded into. */
export type GoType =
  | { readonly kind: "text" | "flag" | "integer" | "double"; readonly name: string }
  | { readonly kind: "list" | "map"; readonly name: string; readonly of: GoType }
  /** `fields` is a function, because types may hold themselves. */
  | { readonly kind: "struct"; readonly name: string; fields(): GoFields }
  /** Decodes itself: what it says ends the decoding. */
  | { readonly kind: "own"; check(value: Json): DecodeFault | undefined };

/** Why a value does not decode: words of the type's own, or which type does not fit where. */
export type DecodeFault = string | TypeMismatch;

/** A value of a wrong type. */
export interface TypeMismatch {
  readonly found: string;
  /** The struct that the decoder is in; empty for none. */
  readonly owner: string;
  /** The names of the fields that lead to the value. */
  readonly path: readonly string[];
  readonly type: string;
}

/** The fields of a struct, as JSON names them. */
export type GoFields = Readonly<Record<string, GoType>>;

export const TEXT: GoType = { kind: "text", name: "string" };
export const FLAG: GoType = { kind: "flag", name: "bool" };
export const INTEGER: GoType = { kind: "integer", name: "int64" };
export const DOUBLE: GoType = { kind: "double", name: "float64" };
export const ANYTHING: GoType = { kind: "own", check: () => undefined };

export const namedText = (name: string): GoType => ({ kind: "text", name });

export const listOf = (name: string, of: GoType): GoType => ({ kind: "list", name: `[]${name}`, of });

export const mapOf = (name: string, of: GoType): GoType => ({ kind: "map", name: `map[string]${name}`, of });

export const struct = (name: string, fields: () => GoFields): GoType => ({ kind: "struct", name, fields });

export const TEXTS = listOf("string", TEXT);

/** What every object of a cluster has beside its own fields. */
export const objectFields = (fields: GoFields): GoFields => ({
  apiVersion: TEXT,
  kind: TEXT,
  metadata: struct("v1.ObjectMeta", () => ({
    annotations: mapOf("string", TEXT),
    finalizers: TEXTS,
    generateName: TEXT,
    generation: INTEGER,
    labels: mapOf("string", TEXT),
    name: TEXT,
    namespace: TEXT,
    resourceVersion: TEXT,
    uid: namedText("types.UID"),
  })),
  ...fields,
});

/**
 * Finds what Go's decoder says to a document, in its words: the first value of a wrong type in the order of bytes, unless a
 * type that decodes itself refuses.
 *
 * @param value - nested no deeper than the stack allows
 * @source encoding/json, decode.go
 */
export const findDecodeFault = (value: Json, type: GoType): string | undefined => {
  const fault = decodeFault(value, type);
  return typeof fault === "object" ? describe(fault) : fault;
};

/** The same as {@link findDecodeFault}, not yet in words. */
export const decodeFault = (value: Json, type: GoType): DecodeFault | undefined => {
  const decoding: Decoding = { saved: undefined, final: undefined };
  decode(value, type, { owner: "", path: [] }, decoding);
  return decoding.final ?? decoding.saved;
};

interface Decoding {
  saved: DecodeFault | undefined;
  final: DecodeFault | undefined;
}

/** The struct that the decoder is in, and the names of the fields that lead there. */
interface Place {
  readonly owner: string;
  readonly path: readonly string[];
}

const decode = (value: Json, type: GoType, place: Place, decoding: Decoding): void => {
  if (value === null || decoding.final !== undefined) return;
  if (type.kind === "own") decoding.final = placeFault(type.check(value), place);
  else if (type.kind === "struct" && isJsonFields(value)) decodeFields(value, type, place, decoding);
  else if (type.kind === "map" && isJsonFields(value)) {
    for (const [, entry] of inByteOrder(value)) decode(entry, type.of, place, decoding);
  } else if (type.kind === "list" && Array.isArray(value)) {
    for (const entry of value) decode(entry, type.of, place, decoding);
  } else if (!fits(value, type))
    decoding.saved ??= { found: describeFound(value, type.kind), type: type.name, ...place };
};

const decodeFields = (
  value: JsonFields,
  type: Extract<GoType, { readonly kind: "struct" }>,
  { path }: Place,
  decoding: Decoding,
): void => {
  const fields = type.fields();
  const owner = type.name.slice(type.name.indexOf(".") + 1);
  for (const [name, entry] of inByteOrder(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field !== undefined) decode(entry, field, { owner, path: [...path, name] }, decoding);
  }
};

const inByteOrder = (fields: JsonFields): readonly (readonly [string, Json])[] =>
  Object.entries(fields).sort(([one], [other]) => compareBytes(one, other));

const fits = (value: Json, { kind }: GoType): boolean => {
  if (kind === "text") return typeof value === "string";
  if (kind === "flag") return typeof value === "boolean";
  const isNumber = typeof value === "number" || typeof value === "bigint";
  if (kind === "double") return isNumber;
  return kind === "integer" && isNumber && isInteger(value);
};

const isInteger = (value: number | bigint): boolean =>
  typeof value === "bigint"
    ? BigInt.asIntN(64, value) === value
    : Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;

/** A type that decodes itself knows the way from itself on only. */
const placeFault = (fault: DecodeFault | undefined, { owner, path }: Place): DecodeFault | undefined => {
  if (typeof fault !== "object" || owner === "") return fault;
  return { ...fault, owner, path: [...path, ...fault.path] };
};

const describe = ({ found, owner, path, type }: TypeMismatch): string => {
  const into = owner === "" ? "value" : `struct field ${owner}.${path.join(".")}`;
  return `json: cannot unmarshal ${found} into Go ${into} of type ${type}`;
};

const describeFound = (value: Json, kind: GoType["kind"]): string =>
  kind === "integer" && typeof value === "number" ? `number ${value}` : kindOf(value);

const kindOf = (value: Json): string => {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "number" : typeof value;
};
