import { parseJson, type Value } from "@ostiary/rego";
import { printGoValue } from "../mutation/go-value.js";
import { Double } from "../mutation/working-value.js";

/** A collection whose members are still to be looked at. */
type Container = Value[] | Record<string, Value>;

/** From this size on Go writes a double with an exponent: `1e+06`. */
const FIRST_LONG = 1e6;
/** Below this size too: `1e-05`. */
const LAST_SHORT = 1e-4;

/**
 * The same document with its numbers as Gatekeeper gives them to OPA: as doubles, in Go's notation. A rule that prints the user
 * `1000680000` prints `1.00068e+09`. Of what needs no change nothing is copied; depth is no burden.
 */
export const withDoubleNumbers = (document: Value): Value => {
  if (!needsChange(document)) return document;
  const holder: Value[] = [document];
  const pending: Container[] = [holder];
  for (let container = pending.pop(); container !== undefined; container = pending.pop()) {
    changeMembers(container, pending);
  }
  return holder[0] ?? null;
};

const isLong = (value: number | bigint): boolean => {
  const size = Math.abs(Number(value));
  return size >= FIRST_LONG || (size < LAST_SHORT && size > 0);
};

const needsChange = (document: Value): boolean => {
  const pending: Value[] = [document];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "number" || typeof next === "bigint") {
      if (isLong(next)) return true;
    } else if (typeof next === "object" && next !== null) {
      for (const member of Object.values(next)) pending.push(member);
    }
  }
  return false;
};

const changeMembers = (container: Container, pending: Container[]): void => {
  for (const [key, member] of Object.entries(container)) {
    const value = changeMember(member);
    Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
    // What was a collection is now a copy, which is nobody else's yet.
    if (typeof member === "object" && member !== null) pending.push(value as Container);
  }
};

const changeMember = (member: Value): Value => {
  if (typeof member === "number" || typeof member === "bigint") return isLong(member) ? asDouble(member) : member;
  if (Array.isArray(member)) return [...member];
  return typeof member === "object" && member !== null ? { ...member } : member;
};

const asDouble = (value: number | bigint): Value => parseJson(printGoValue(new Double(Number(value)))) ?? Number(value);
