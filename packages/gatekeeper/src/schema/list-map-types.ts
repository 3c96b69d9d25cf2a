import { forbidden, invalid, notSupported, required } from "./field-error.js";
import type { JsonSchema } from "./json-schema.js";

const MAP_TYPES: readonly string[] = ["atomic", "granular"];
const LIST_TYPES: readonly string[] = ["atomic", "set", "map"];

/** What is said of a type that an extension asks to be another. */
const wrongType = (path: string, type: string | undefined, expected: string, extension: string): string => {
  const detail = `must be ${expected} if ${extension} is specified`;
  return type === undefined ? required(`${path}.type`, detail) : invalid(`${path}.type`, type, detail);
};

/**
 * `x-kubernetes-map-type`.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema
 */
export const mapTypeErrors = ({ type, mapType }: JsonSchema, path: string): readonly string[] => {
  if (mapType === undefined) return [];
  const extension = "x-kubernetes-map-type";
  const errors = type === "object" ? [] : [wrongType(path, type, "object", extension)];
  return MAP_TYPES.includes(mapType) ? errors : [...errors, notSupported(`${path}.${extension}`, mapType, MAP_TYPES)];
};

/**
 * `x-kubernetes-list-type` and `x-kubernetes-list-map-keys`.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation, ValidateCustomResourceDefinitionOpenAPISchema
 */
export const listTypeErrors = (schema: JsonSchema, path: string): readonly string[] => [
  ...ownTypeErrors(schema, path),
  ...keyTypeErrors(schema, path),
  ...(schema.listType === "map" ? mapErrors(schema, path) : []),
  ...nullableErrors(schema, path),
];

const ownTypeErrors = (schema: JsonSchema, path: string): readonly string[] => {
  const { type, listType } = schema;
  if (listType === undefined) return [];
  const extension = "x-kubernetes-list-type";
  const errors = type === "array" ? setErrors(schema, path) : [wrongType(path, type, "array", extension)];
  return LIST_TYPES.includes(listType)
    ? errors
    : [...errors, notSupported(`${path}.${extension}`, listType, LIST_TYPES)];
};

/** What is in a set has to be replaced as a whole. */
const setErrors = ({ listType, items }: JsonSchema, path: string): readonly string[] => {
  const entry = items?.schema;
  if (listType !== "set" || entry === undefined) return [];
  const detail = "must be atomic as item of a list with x-kubernetes-list-type=set";
  if (entry.type === "array" && entry.listType !== undefined && entry.listType !== "atomic") {
    return [invalid(`${path}.items.x-kubernetes-list-type`, entry.listType, detail)];
  }
  // The cluster shows the type of the list, and not that of the map.
  if (entry.type === "object" && entry.mapType !== "atomic") {
    return [invalid(`${path}.items.x-kubernetes-map-type`, entry.listType ?? null, detail)];
  }
  return [];
};

const keyTypeErrors = ({ listType, listMapKeys = [] }: JsonSchema, path: string): readonly string[] => {
  if (listMapKeys.length === 0 || listType === "map") return [];
  const detail = "must be map if x-kubernetes-list-map-keys is non-empty";
  const place = `${path}.x-kubernetes-list-type`;
  return [listType === undefined ? required(place, detail) : invalid(place, listType, detail)];
};

const mapErrors = ({ listMapKeys = [], items }: JsonSchema, path: string): readonly string[] => {
  const errors: string[] = [];
  if (listMapKeys.length === 0) {
    const detail = "must not be empty if x-kubernetes-list-type is map";
    errors.push(required(`${path}.x-kubernetes-list-map-keys`, detail));
  }
  if (items === undefined) {
    errors.push(required(`${path}.items`, "must have a schema if x-kubernetes-list-type is map"));
  }
  const entry = items?.schema;
  if (entry !== undefined && entry.type !== "object") {
    const detail = "must be object if parent array's x-kubernetes-list-type is map";
    errors.push(invalid(`${path}.items.type`, entry.type ?? "", detail));
  }
  return entry?.type === "object" ? [...errors, ...keyErrors(entry, listMapKeys, path)] : errors;
};

const keyErrors = (entry: JsonSchema, keys: readonly string[], path: string): readonly string[] =>
  keys.flatMap((key, index) => {
    const property = entry.properties?.get(key);
    const place = `${path}.x-kubernetes-list-map-keys`;
    const errors = property === undefined ? [invalid(place, keys, "entries must all be names of item properties")] : [];
    if (property?.type === "array" || property?.type === "object") {
      const detail = "must be a scalar type if parent array's x-kubernetes-list-type is map";
      errors.push(invalid(`${path}.items.properties[${key}].type`, "object", detail));
    }
    return keys.indexOf(key) < index ? [...errors, invalid(place, keys, "must not contain duplicate entries")] : errors;
  });

const nullableErrors = ({ listType, listMapKeys = [], items }: JsonSchema, path: string): readonly string[] => {
  const entry = items?.schema;
  if (entry === undefined || (listType !== "set" && listType !== "map")) return [];
  const errors: string[] = [];
  if (entry.nullable === true) {
    errors.push(forbidden(`${path}.items.nullable`, `cannot be nullable when x-kubernetes-list-type is ${listType}`));
  }
  for (const key of listType === "map" ? listMapKeys : []) {
    const property = entry.properties?.get(key);
    if (property === undefined) continue;
    const place = `${path}.items.properties[${key}]`;
    const start = "this property is in x-kubernetes-list-map-keys, so it";
    if (!entry.required?.includes(key) && property.default === undefined) {
      errors.push(required(`${place}.default`, `${start} must have a default or be a required property`));
    }
    if (property.nullable === true) errors.push(forbidden(`${place}.nullable`, `${start} cannot be nullable`));
  }
  return errors;
};
