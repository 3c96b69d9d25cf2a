import { certain } from "./certain.js";
import { BigNumber } from "./number.js";
import { RegoObject } from "./object.js";
import { setOwn } from "./own-property.js";
import { RegoSet } from "./set.js";
import type { Value } from "./value.js";

/**
 * Takes a JavaScript value as a document: `null`, booleans, strings, finite numbers, bigints, arrays, plain objects, and the
 * values of this package.
 *
 * @returns the same value when it is clean; a copy without them when properties are `undefined`; undefined when the value is no
 * JSON: functions, symbols, NaN, infinities, holes in arrays, instances of classes, cycles
 */
export function fromJson(input: unknown): Value | undefined {
  // Quickly recognised: everything inside is a value.
  if (isClean(input, 0)) return input as Value;
  const inspection = inspect(input);
  if (inspection === "refused") return undefined;
  // Inspected: everything inside is a value.
  return inspection === "clean" ? (input as Value) : copyWithoutUndefined(input as Value);
}

/** What is nested deeper is inspected without recursion; so is a cycle. */
const deepestCall = 50;

/** Recognises most documents without a record of what was visited; false only means that they need a closer look. */
function isClean(value: unknown, depth: number): boolean {
  if (typeof value !== "object") return isCleanScalar(value);
  if (value === null) return true;
  if (depth > deepestCall) return false;
  if (Array.isArray(value)) {
    const members: readonly unknown[] = value;
    for (const member of members) {
      if (typeof member !== "string" && !isClean(member, depth + 1)) return false;
    }
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && areMembersClean(value, depth + 1);
}

const isCleanScalar = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** Walks the keys themselves, which costs half of making a list: where the prototype has any too, that is only more to look at. */
function areMembersClean(value: object, depth: number): boolean {
  // A record: reading a key of any object gives something unknown.
  const record = value as Readonly<Record<string, unknown>>;
  for (const key in record) {
    const member = record[key];
    if (typeof member !== "string" && !isClean(member, depth)) return false;
  }
  return true;
}

type Inspection = "clean" | "has-undefined" | "refused";

interface Frame {
  readonly container: object;
  readonly members: readonly unknown[];
  next: number;
}

/** Walks the value depth first; a container met again below itself is a cycle, elsewhere it is not walked twice. */
function inspect(input: unknown): Inspection {
  const open = new Set<object>();
  const done = new Set<object>();
  const frames: Frame[] = [{ container: {}, members: [input], next: 0 }];
  let result: Inspection = "clean";
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (frame.next === frame.members.length) {
      open.delete(frame.container);
      done.add(frame.container);
      frames.pop();
      continue;
    }
    const member = frame.members[frame.next];
    frame.next += 1;
    if (member === undefined && isRecord(frame.container) && frames.length > 1) result = "has-undefined";
    else if (isContainer(member)) {
      if (open.has(member)) return "refused";
      if (done.has(member)) continue;
      open.add(member);
      frames.push({ container: member, members: Array.isArray(member) ? member : Object.values(member), next: 0 });
    } else if (!isScalar(member)) return "refused";
  }
  return result;
}

const isRecord = (value: object): boolean => !Array.isArray(value);

function isContainer(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isScalar(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return ["string", "boolean", "bigint"].includes(typeof value);
  return value === null || value instanceof BigNumber || value instanceof RegoSet || value instanceof RegoObject;
}

function copyWithoutUndefined(input: Value): Value {
  const copies = new Map<object, Value[] | Record<string, Value>>();
  const pending: object[] = [];
  const copyOf = (value: unknown): Value => {
    // Inspected: what is no container is a scalar value.
    if (!isContainer(value)) return value as Value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const copy = Array.isArray(value) ? [] : {};
    copies.set(value, copy);
    pending.push(value);
    return copy;
  };
  const root = copyOf(input);
  for (let source = pending.pop(); source !== undefined; source = pending.pop()) {
    const target = certain(copies.get(source), "copy");
    if (Array.isArray(target)) for (const member of Object.values(source)) target.push(copyOf(member));
    else {
      for (const [key, member] of Object.entries(source)) if (member !== undefined) setOwn(target, key, copyOf(member));
    }
  }
  return root;
}
