import type {
  CelDuration,
  CelList,
  CelMap,
  CelOptional,
  CelTimestamp,
  CelType,
  CelTypeValue,
  CelUint,
  CelValue,
  OpaqueValue,
} from "./cel-value.js";

const simple = <Value extends CelValue>(kind: CelType["kind"], name: string): CelType<Value> => ({
  kind,
  name,
  parameters: [],
});

export const BOOL = simple<boolean>("primitive", "bool");
export const INT = simple<bigint>("primitive", "int");
export const UINT = simple<CelUint>("primitive", "uint");
export const DOUBLE = simple<number>("primitive", "double");
export const STRING = simple<string>("primitive", "string");
export const BYTES = simple<Uint8Array>("primitive", "bytes");
export const DURATION = simple<CelDuration>("primitive", "google.protobuf.Duration");
export const TIMESTAMP = simple<CelTimestamp>("primitive", "google.protobuf.Timestamp");
export const NULL = simple<null>("null", "null_type");
export const DYN = simple<CelValue>("dyn", "dyn");
/** The type of what did not type check; goes with every other type, so that one mistake is reported once. */
export const FAULTY = simple<CelValue>("error", "*error*");

export const listOf = (element: CelType): CelType<CelList> => ({
  kind: "list",
  name: "list",
  parameters: [element],
});
export const mapOf = (key: CelType, value: CelType): CelType<CelMap> => ({
  kind: "map",
  name: "map",
  parameters: [key, value],
});
export const typeOf = (described: CelType): CelType<CelTypeValue> => ({
  kind: "type",
  name: "type",
  parameters: [described],
});
export const opaque = <Value extends OpaqueValue>(name: string): CelType<Value> => simple("opaque", name);
export const optionalOf = (value: CelType): CelType<CelOptional> => ({
  kind: "opaque",
  name: "optional_type",
  parameters: [value],
});
export const parameter = (name: string): CelType => simple("parameter", name);
export const objectType = <Value extends CelValue>(
  name: string,
  fields: Readonly<Record<string, CelType>>,
): CelType<Value> => ({
  kind: "object",
  name,
  parameters: [],
  fields: new Map(Object.entries(fields)),
});

export const isOptionalType = (type: CelType): boolean => type.kind === "opaque" && type.name === "optional_type";

/** Whether two types are the same in every part. */
export const isSameType = (one: CelType, other: CelType): boolean =>
  one.kind === other.kind &&
  one.name === other.name &&
  one.parameters.length === other.parameters.length &&
  one.parameters.every((type, index) => isSameType(type, other.parameters[index] ?? FAULTY));

const CHECKED_NAMES: ReadonlyMap<string, string> = new Map([
  [NULL.name, "null"],
  [FAULTY.name, "!error!"],
  [DURATION.name, "duration"],
  [TIMESTAMP.name, "timestamp"],
]);

/** Writes a type as messages of the type check do: `map(string, list(int))`, `null`, `timestamp`. */
export const formatCheckedType = (type: CelType): string => {
  if (type.parameters.length === 0) return CHECKED_NAMES.get(type.name) ?? type.name;
  return `${type.name}(${type.parameters.map(formatCheckedType).join(", ")})`;
};

/** Writes a type as messages about results do: `map(string, list(int))`, `null_type`, `google.protobuf.Timestamp`. */
export const formatType = (type: CelType): string => {
  if (type.parameters.length === 0) return type.name;
  return `${type.name}(${type.parameters.map(formatType).join(", ")})`;
};
