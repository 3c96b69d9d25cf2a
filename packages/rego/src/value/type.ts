/** The type of a value as the compiler knows it: what a builtin declares and what the type checker infers. */
export type Type =
  | { readonly kind: "any" | "null" | "boolean" | "number" | "string"; readonly label?: string | undefined }
  | {
      readonly kind: "array";
      /** Types of the first elements, where they are known one by one. */
      readonly items: readonly Type[];
      /** Type of every further element; absent: there is none. */
      readonly rest?: Type;
      readonly label?: string | undefined;
    }
  | { readonly kind: "set"; readonly of: Type; readonly label?: string | undefined }
  | {
      readonly kind: "object";
      /** Types of the properties that are known by key. */
      readonly properties: readonly Property[];
      /** Types of all other keys and their values; absent: there are none. */
      readonly dynamic?: { readonly key: Type; readonly value: Type };
      readonly label?: string | undefined;
    }
  | { readonly kind: "union"; readonly of: readonly Type[]; readonly label?: string | undefined };

/** One property of an object type whose key is known. */
export interface Property {
  /** The key: a string, number, boolean or null; composite keys count as dynamic. */
  readonly key: string | number | boolean | null;
  readonly type: Type;
}

export const anyType: Type = { kind: "any" };
export const nullType: Type = { kind: "null" };
export const booleanType: Type = { kind: "boolean" };
export const numberType: Type = { kind: "number" };
export const stringType: Type = { kind: "string" };

/** An array of any length whose elements have one type. */
export const arrayOf = (rest: Type): Type => ({ kind: "array", items: [], rest });

/** An array whose first elements have the given types; without `rest` it has exactly those. */
export const tupleOf = (items: readonly Type[], rest?: Type): Type =>
  rest === undefined ? { kind: "array", items } : { kind: "array", items, rest };

/** A set whose members have one type. */
export const setOf = (of: Type): Type => ({ kind: "set", of });

/** An object whose keys and values have one type each. */
export const objectOf = (key: Type, value: Type): Type => ({ kind: "object", properties: [], dynamic: { key, value } });

/** An object with known properties; without `dynamic` it has exactly those. */
export const objectWith = (
  properties: Readonly<Record<string, Type>>,
  dynamic?: { readonly key: Type; readonly value: Type },
): Type => {
  const known = Object.entries(properties).map(([key, type]): Property => ({ key, type }));
  return dynamic === undefined ? { kind: "object", properties: known } : { kind: "object", properties: known, dynamic };
};

/** A value of one of several types; without arguments no value at all. */
export const oneOf = (...of: readonly Type[]): Type => ({ kind: "union", of });

/** The same type with the name that an argument or result carries in error messages. */
export const named = (label: string, type: Type): Type => ({ ...type, label });
