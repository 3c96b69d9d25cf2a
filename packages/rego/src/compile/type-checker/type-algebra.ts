import type { Scalar } from "../../syntax/ast.js";
import {
  anyType,
  arrayOf,
  booleanType,
  nullType,
  numberType,
  objectOf,
  oneOf,
  type Property,
  setOf,
  stringType,
  type Type,
} from "../../value/type.js";

/** The type of a term about which nothing is known yet. */
export const unknownType: Type = oneOf();

/** Is a part of the type unknown? */
export function hasUnknown(type: Type): boolean {
  switch (type.kind) {
    case "union":
      return type.of.length === 0;
    case "array":
      return type.items.some(hasUnknown) || (type.rest !== undefined && hasUnknown(type.rest));
    case "set":
      return hasUnknown(type.of);
    case "object":
      return (
        type.properties.some((property) => hasUnknown(property.type)) ||
        (type.dynamic !== undefined && (hasUnknown(type.dynamic.key) || hasUnknown(type.dynamic.value)))
      );
    default:
      return false;
  }
}

/** Is nothing at all known of the type? */
export const isUnknown = (type: Type): boolean => type.kind === "union" && type.of.length === 0;

/** The members of a union, or the type itself. */
const alternatives = (type: Type): readonly Type[] => (type.kind === "union" ? type.of : [type]);

/** A value of either type. */
export function either(left: Type, right: Type): Type {
  if (isUnknown(left)) return right;
  if (isUnknown(right)) return left;
  if (left.kind === "any" || right.kind === "any") return anyType;
  const distinct = new Map<string, Type>();
  for (const type of [...alternatives(left), ...alternatives(right)]) distinct.set(typeKey(type), type);
  const [only, ...others] = distinct.values();
  return only !== undefined && others.length === 0 ? only : bounded(oneOf(...distinct.values()));
}

/** Beyond this many parts a type is taken for any: types of types grow without bounds. */
const maximumSize = 2_000;

/** The type itself, or any when it has grown too large. */
export const bounded = (type: Type): Type => (sizeOf(type, maximumSize) < 0 ? anyType : type);

/** What is left of a budget after counting the parts of a type; negative: there are more. */
function sizeOf(type: Type, budget: number): number {
  let left = budget - 1;
  for (const part of partsOf(type)) {
    if (left < 0) return left;
    left = sizeOf(part, left);
  }
  return left;
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "union":
      return type.of;
    case "array":
      return type.rest === undefined ? type.items : [...type.items, type.rest];
    case "set":
      return [type.of];
    case "object": {
      const properties = type.properties.map((property) => property.type);
      return type.dynamic === undefined ? properties : [...properties, type.dynamic.key, type.dynamic.value];
    }
    default:
      return [];
  }
}

/** A text that is the same for equal types. */
function typeKey(type: Type): string {
  switch (type.kind) {
    case "union":
      return `<${type.of.map(typeKey).sort().join("|")}>`;
    case "array":
      return `[${type.items.map(typeKey).join(",")};${type.rest === undefined ? "" : typeKey(type.rest)}]`;
    case "set":
      return `{${typeKey(type.of)}}`;
    case "object": {
      const properties = type.properties.map(({ key, type: value }) => `${JSON.stringify(key)}:${typeKey(value)}`);
      const dynamic = type.dynamic === undefined ? "" : `${typeKey(type.dynamic.key)}:${typeKey(type.dynamic.value)}`;
      return `{${properties.sort().join(",")};${dynamic}}`;
    }
    default:
      return type.kind;
  }
}

const isSame = (left: Type, right: Type): boolean => typeKey(left) === typeKey(right);

/** The type of a scalar. */
export function typeOfScalar(value: Scalar["value"]): Type {
  if (value === null) return nullType;
  if (typeof value === "boolean") return booleanType;
  return typeof value === "string" ? stringType : numberType;
}

/** The type of what stands at a constant key; unknown: nothing can stand there. */
export function select(type: Type, key: Scalar["value"]): Type {
  switch (type.kind) {
    case "any":
      return anyType;
    case "union":
      return type.of.reduce((found, member) => either(found, select(member, key)), unknownType);
    case "array":
      if (typeof key !== "number" || key < 0 || !Number.isInteger(key)) return unknownType;
      return type.items[key] ?? type.rest ?? unknownType;
    case "set":
      return selectMember(type.of, typeOfScalar(key));
    case "object":
      return selectProperty(type, key);
    default:
      return unknownType;
  }
}

function selectMember(of: Type, key: Type): Type {
  if (of.kind === "any") return key;
  return alternatives(of).some((member) => isSame(member, key)) ? key : unknownType;
}

function selectProperty(type: Extract<Type, { kind: "object" }>, key: Scalar["value"]): Type {
  const known = type.properties.find((property) => property.key === key);
  if (known !== undefined) return known.type;
  const { dynamic } = type;
  if (dynamic === undefined) return unknownType;
  const isPossible =
    dynamic.key.kind === "any" || alternatives(dynamic.key).some((part) => isSame(part, typeOfScalar(key)));
  return isPossible ? dynamic.value : unknownType;
}

/** The type of the keys that iteration over a value gives; unknown: it has none. */
export function keysOfType(type: Type): Type {
  switch (type.kind) {
    case "any":
      return anyType;
    case "array":
      return numberType;
    case "set":
      return type.of;
    case "union":
      return type.of.reduce((found, member) => either(found, keysOfType(member)), unknownType);
    case "object": {
      const known = type.properties.reduce<Type>((found, { key }) => either(found, typeOfScalar(key)), unknownType);
      return type.dynamic === undefined ? known : either(known, type.dynamic.key);
    }
    default:
      return unknownType;
  }
}

/** The type of the values that iteration over a value gives; unknown: it has none. */
export function valuesOfType(type: Type): Type {
  switch (type.kind) {
    case "any":
      return anyType;
    case "array":
      return type.items.reduce((found, item) => either(found, item), type.rest ?? unknownType);
    case "set":
      return type.of;
    case "union":
      return type.of.reduce((found, member) => either(found, valuesOfType(member)), unknownType);
    case "object": {
      const known = type.properties.reduce((found, property) => either(found, property.type), unknownType);
      return type.dynamic === undefined ? known : either(known, type.dynamic.value);
    }
    default:
      return unknownType;
  }
}

/** Can two values of the types be equal? */
export function canBeEqual(left: Type, right: Type): boolean {
  if (isUnknown(left) || isUnknown(right)) return false;
  if (left.kind === "any" || right.kind === "any") return true;
  if (left.kind === "union") return left.of.some((member) => canBeEqual(member, right));
  if (right.kind === "union") return right.of.some((member) => canBeEqual(left, member));
  if (left.kind === "array" && right.kind === "array") return canArraysBeEqual(left, right);
  if (left.kind === "object" && right.kind === "object") return canObjectsBeEqual(left, right);
  if (left.kind === "set" && right.kind === "set") return canBeEqual(left.of, right.of);
  return left.kind === right.kind;
}

type ArrayType = Extract<Type, { kind: "array" }>;
type ObjectType = Extract<Type, { kind: "object" }>;

function canArraysBeEqual(left: ArrayType, right: ArrayType): boolean {
  const fits = (one: ArrayType, other: ArrayType): boolean =>
    one.items.every((item, index) => canBeEqual(item, other.items[index] ?? other.rest ?? unknownType));
  if (!fits(left, right) || !fits(right, left)) return false;
  return isMissing(left.rest) || isMissing(right.rest) || canBeEqual(left.rest, right.rest);
}

function canObjectsBeEqual(left: ObjectType, right: ObjectType): boolean {
  // Where either can have further keys a key that one of them names may be missing.
  const isOpen = left.dynamic !== undefined || right.dynamic !== undefined;
  const fits = (one: ObjectType, other: ObjectType): boolean =>
    one.properties.every(({ key, type }) => {
      const opposite = selectProperty(other, key);
      return (isOpen && isUnknown(opposite)) || canBeEqual(type, opposite);
    });
  if (!fits(left, right) || !fits(right, left)) return false;
  const [one, other] = [left.dynamic?.value, right.dynamic?.value];
  return isMissing(one) || isMissing(other) || canBeEqual(one, other);
}

/** Of what a comprehension collects nothing may be known: OPA takes that for an array or object that ends. */
const isMissing = (type: Type | undefined): type is undefined => type === undefined || isUnknown(type);

/** The type of a rule with several definitions. */
export function mergeDefinitions(left: Type, right: Type): Type {
  if (left.kind === "set" && right.kind === "set") return setOf(either(left.of, right.of));
  const [one, other] = [dynamicOnly(left), dynamicOnly(right)];
  if (one === undefined || other === undefined) return either(left, right);
  return objectOf(either(one.key, other.key), mergeDefinitions(one.value, other.value));
}

const dynamicOnly = (type: Type): ObjectType["dynamic"] =>
  type.kind === "object" && type.properties.length === 0 ? type.dynamic : undefined;

/** An object type without repeated properties: of equal keys the last one counts. */
export function objectOfProperties(properties: readonly Property[], dynamic: ObjectType["dynamic"]): Type {
  const distinct = [...new Map(properties.map((property) => [property.key, property] as const)).values()];
  return bounded(
    dynamic === undefined
      ? { kind: "object", properties: distinct }
      : { kind: "object", properties: distinct, dynamic },
  );
}

/** An array of anything, for arrays too long to look into. */
export const anyArray: Type = arrayOf(anyType);
