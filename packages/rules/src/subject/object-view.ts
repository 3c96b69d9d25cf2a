import type { FieldPath } from "../field-path.js";
import type { Json } from "../rule.js";
import type { Reading } from "./reading.js";

type Fields = Readonly<Record<string, unknown>>;

// Taken once, so that code that tampers with the built-ins later cannot change what a field is.
const { hasOwn, keys } = Object;
const { isArray } = Array;
const { isInteger } = Number;

const ABSENT: Fields = Object.freeze({});
const EMPTY: Fields = Object.freeze({});
const NO_VIEWS: readonly ObjectView[] = Object.freeze([]);
const NO_STRINGS: readonly string[] = Object.freeze([]);
const NO_ENTRIES: ReadonlyMap<string, string> = new Map();

/** Bounds of the API's integer types. */
const LIMITS = { 32: 2 ** 31, 64: 2 ** 63 } as const;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !isArray(value);

const isIntegerWithin = (value: unknown, limit: number): value is number | bigint =>
  (typeof value === "bigint" || (typeof value === "number" && isInteger(value))) && value >= -limit && value < limit;

/** Names the type of a JSON value for people. */
export const typeName = (value: unknown): string => {
  if (value === null) return "null";
  if (isArray(value)) return "list";
  if (typeof value === "bigint") return "number";
  return typeof value === "number" && !isInteger(value) ? "fraction" : typeof value;
};

const outline = (value: unknown): Json | undefined => {
  if (isArray(value)) return [];
  if (typeof value === "object") return {};
  // What is left of JSON after lists, objects and null are scalars.
  return value as Json | undefined;
};

/**
 * An object of the API, read field by field as Kubernetes' typed decoder reads it: null equals absent, an absent object
 * reads like an empty one, null inside a list or map is the zero value of its type, inherited properties do not exist,
 * names are compared exactly. A value of another type than asked for becomes a fault of the {@link Reading} and reads
 * as absent: whoever decides must refuse an object with faults.
 *
 * Views are cheap: nothing is copied, and a path is put together only when somebody asks for it.
 */
export class ObjectView {
  private constructor(
    /** What reading this object and everything below it brings to light. */
    readonly reading: Reading,
    private readonly fields: Fields,
    private readonly parent: ObjectView | undefined,
    private readonly list: string | undefined,
    private readonly key: string | number,
    private readonly base: FieldPath,
  ) {}

  /**
   * Views a whole object.
   *
   * @param value - any value; one that is neither an object nor absent is a fault at `base`
   * @param base - where the object lies in the document that the user wrote
   */
  static root(reading: Reading, value: unknown, base: FieldPath): ObjectView {
    const isObject = isFields(value);
    if (!isObject && value !== undefined && value !== null) reading.fault(base, "object", typeName(value));
    return new ObjectView(reading, isObject ? value : ABSENT, undefined, undefined, "", base);
  }

  /** Whether the object is there; an absent one has no fields. */
  get present(): boolean {
    return this.fields !== ABSENT;
  }

  /** The position of an object that stands in a list. */
  get index(): number {
    return typeof this.key === "number" ? this.key : 0;
  }

  /** The path of this object, or of a place below it. */
  path(...below: FieldPath): FieldPath {
    const upwards = below.toReversed();
    let root: ObjectView = this;
    while (root.parent !== undefined) {
      upwards.push(root.key);
      if (root.list !== undefined) upwards.push(root.list);
      root = root.parent;
    }
    return [...root.base, ...upwards.reverse()];
  }

  /** The names of the object's fields, in the order written. */
  names(): readonly string[] {
    return keys(this.fields);
  }

  /** The value at `key` as it is, whatever its type; a null too. What is handed on must not be kept beyond a message. */
  raw(key: string): Json | undefined {
    const value = this.fields[key];
    const own = value !== undefined && hasOwn(this.fields, key);
    // Whoever asks for the raw value takes the object for JSON, and prints it or compares it.
    return own ? (value as Json) : undefined;
  }

  /** The boolean at `key`. */
  boolean(key: string): boolean | undefined {
    const value = this.read(key);
    return value === undefined || typeof value === "boolean" ? value : this.refuse(key, "boolean", value);
  }

  /** The string at `key`. */
  string(key: string): string | undefined {
    const value = this.read(key);
    return value === undefined || typeof value === "string" ? value : this.refuse(key, "string", value);
  }

  /** The integer at `key`, of at most `bits` bits including the sign. */
  integer(key: string, bits: 32 | 64): number | bigint | undefined {
    const value = this.read(key);
    if (value === undefined || isIntegerWithin(value, LIMITS[bits])) return value;
    return this.refuse(key, `integer of ${bits} bits`, value);
  }

  /** The object at `key`; an absent one where there is none. */
  object(key: string): ObjectView {
    return this.optional(key) ?? this.child(ABSENT, undefined, key);
  }

  /** The object at `key`; `undefined` where there is none, which is cheaper than {@link object} where nobody asks further. */
  optional(key: string): ObjectView | undefined {
    const value = this.read(key);
    if (isFields(value)) return this.child(value, undefined, key);
    return value === undefined ? undefined : this.refuse(key, "object", value);
  }

  /** Whether there is an object at `key`: asks no more of it than that. */
  has(key: string): boolean {
    const value = this.read(key);
    if (value !== undefined && !isFields(value)) this.refuse(key, "object", value);
    return isFields(value);
  }

  /** The objects of the list at `key`; a null among them is an empty object. */
  objects(key: string): readonly ObjectView[] {
    const list = this.array(key, "list of objects");
    if (list === undefined) return NO_VIEWS;
    const views: ObjectView[] = [];
    for (let index = 0; index < list.length; index++) {
      const value: unknown = list[index] ?? EMPTY;
      if (isFields(value)) views.push(this.child(value, key, index));
      else this.reading.fault(this.path(key, index), "object", typeName(value));
    }
    return views;
  }

  /** The strings of the list at `key`; a null among them is the empty string. */
  strings(key: string): readonly string[] {
    const list = this.array(key, "list of strings");
    if (list === undefined) return NO_STRINGS;
    const strings: string[] = [];
    for (let index = 0; index < list.length; index++) {
      const value: unknown = list[index] ?? "";
      if (typeof value === "string") strings.push(value);
      else this.reading.fault(this.path(key, index), "string", typeName(value));
    }
    return strings.length === list.length ? strings : NO_STRINGS;
  }

  /** The map of strings at `key`, in the order written; a null value is the empty string. */
  stringMap(key: string): ReadonlyMap<string, string> {
    const map = this.read(key);
    if (map === undefined) return NO_ENTRIES;
    // A Map has its entries elsewhere, and would read as an empty object.
    if (!isFields(map) || Symbol.iterator in map) {
      this.refuse(key, "map of strings", map);
      return NO_ENTRIES;
    }
    const entries = new Map<string, string>();
    for (const name of keys(map)) {
      const value = map[name] ?? "";
      if (typeof value === "string") entries.set(name, value);
      else this.reading.fault(this.path(key, name), "string", typeName(value));
    }
    return entries;
  }

  /** Adds to the record of reads, if one is kept, that the field `key` takes its value from the same field of `source`. */
  noteInherited(key: string, source: ObjectView): void {
    if (this.reading.reads === undefined) return;
    const found = outline(source.fields[key]);
    this.reading.reads.push({ path: this.path(key), found, inheritedFrom: source.path(key) });
  }

  private read(key: string): unknown {
    const value = this.fields[key];
    // The test for undefined comes first because it is cheap and most fields are absent.
    const own = value === undefined || value === null || !hasOwn(this.fields, key) ? undefined : value;
    this.reading.reads?.push({ path: this.path(key), found: outline(own) });
    return own;
  }

  private array(key: string, expected: string): readonly unknown[] | undefined {
    const value = this.read(key);
    if (value === undefined) return undefined;
    return isArray(value) ? value : this.refuse(key, expected, value);
  }

  private refuse(key: string, expected: string, value: unknown): undefined {
    this.reading.fault(this.path(key), expected, typeName(value));
  }

  private child(fields: Fields, list: string | undefined, key: string | number): ObjectView {
    return new ObjectView(this.reading, fields, this, list, key, this.base);
  }
}
