import type { Json } from "@ostiary/rules";

/** Something that stands in an object while mutators run, and is no JSON: it is replaced in the end. */
export abstract class StandIn {
  /** Keeps other objects from being taken for stand-ins. */
  protected abstract readonly standsFor: string;
}

/**
 * A number that Gatekeeper holds as a double although it is an integer: it never equals the same number held as an integer.
 * Such numbers come from `assign.value` only.
 */
export class Double extends StandIn {
  protected readonly standsFor = "number";

  constructor(readonly value: number) {
    super();
  }
}

/** How a value is asked of a provider of external data. */
export interface ExternalData {
  readonly provider: string;
  readonly dataSource: string;
  readonly failurePolicy: string;
  readonly default: string;
}

/** A text that a provider of external data is yet to give. */
export class Placeholder extends StandIn {
  protected readonly standsFor = "string";

  constructor(
    readonly source: ExternalData,
    /** What the provider is asked for. */
    readonly key: string,
  ) {
    super();
  }
}

/** JSON, with stand-ins in it. */
export type WorkingValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | StandIn
  | readonly WorkingValue[]
  | WorkingFields;

export interface WorkingFields {
  readonly [name: string]: WorkingValue;
}

/**
 * The list that is no list: what a ModifySet without values makes of a missing field. While mutators run it is an empty list,
 * afterwards it is null.
 */
export const NULL_LIST: readonly WorkingValue[] = Object.freeze([]);

export const isList = (value: WorkingValue | undefined): value is readonly WorkingValue[] => Array.isArray(value);

export const isFields = (value: WorkingValue | undefined): value is WorkingFields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof StandIn);

/** The value of an own field, `undefined` for none. */
export const ownField = (fields: WorkingFields, name: string): WorkingValue | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** A copy with another value in a field; `__proto__` is a name like any other. */
export const withField = (fields: WorkingFields, name: string, value: WorkingValue): WorkingFields => ({
  ...fields,
  [name]: value,
});

/** A copy without a field. */
export const withoutField = (fields: WorkingFields, name: string): WorkingFields =>
  Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));

/** A copy with another value at a position; the position after the last one appends. */
export const withItem = (list: readonly WorkingValue[], index: number, value: WorkingValue): readonly WorkingValue[] =>
  index === list.length ? [...list, value] : list.with(index, value);

const INTEGER_LIMIT = 2 ** 63;

/** Whether Gatekeeper holds a number as an integer of 64 bits, when it comes from an object. */
export const isInt64 = (value: number | bigint): boolean =>
  (typeof value === "bigint" || Number.isInteger(value)) && value >= -INTEGER_LIMIT && value < INTEGER_LIMIT;

/** Holds every number in a value as a double, as Gatekeeper does with `assign.value`. */
export const withDoubles = (value: Json): WorkingValue => {
  if (typeof value === "number") return isInt64(value) ? new Double(value) : value;
  if (typeof value === "bigint") return withDoubles(Number(value));
  if (Array.isArray(value)) return value.map(withDoubles);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withDoubles(item)]));
};

/** No location and no value of a mutator lead deeper together: what lies below came with the object, and holds no stand-ins. */
const DEEPEST_STAND_IN = 1000;

/**
 * Replaces all stand-ins. What holds none stays the same object.
 *
 * @param original - what the value was before: where it still is that, it holds no stand-ins
 * @param resolve - gives the text for a placeholder
 */
export const settle = (
  value: WorkingValue,
  original: WorkingValue | undefined,
  resolve: (placeholder: Placeholder) => string,
): Json => settleAt(value, original, resolve, 0);

type Settler = (value: WorkingValue, before: WorkingValue | undefined) => Json;

const settleAt = (
  value: WorkingValue,
  original: WorkingValue | undefined,
  resolve: (placeholder: Placeholder) => string,
  depth: number,
): Json => {
  if (value === NULL_LIST) return null;
  if (value instanceof Double) return value.value;
  if (value instanceof Placeholder) return resolve(value);
  // What has not changed came in as JSON.
  if (value === original || depth > DEEPEST_STAND_IN) return value as Json;
  const settleInner: Settler = (inner, before) => settleAt(inner, before, resolve, depth + 1);
  if (isList(value)) return settleList(value, original, settleInner);
  // What is left are scalars.
  return isFields(value) ? settleFields(value, original, settleInner) : (value as Json);
};

const settleList = (list: readonly WorkingValue[], original: WorkingValue | undefined, settleInner: Settler): Json => {
  const items = list.map((item, index) => settleInner(item, isList(original) ? original[index] : undefined));
  // Without stand-ins it is JSON.
  return items.every((item, index) => item === list[index]) ? (list as readonly Json[]) : items;
};

const settleFields = (fields: WorkingFields, original: WorkingValue | undefined, settleInner: Settler): Json => {
  const entries = Object.entries(fields).map(([name, value]): [string, Json] => {
    const before = isFields(original) ? ownField(original, name) : undefined;
    return [name, settleInner(value, before)];
  });
  // Without stand-ins it is JSON.
  return entries.every(([name, value]) => value === fields[name]) ? (fields as Json) : Object.fromEntries(entries);
};
