import { goQuote } from "@ostiary/rules";
import { CelError } from "../cel-error.js";
import { CelDuration, CelList, CelMap, CelTimestamp, CelTypeValue, CelUint, type CelValue } from "../cel-value.js";
import { formatDuration } from "../duration-text.js";
import type { Effort } from "../effort.js";
import { formatDouble } from "../format-double.js";
import { runtimeType } from "../runtime-type.js";
import { formatTimestamp } from "../timestamp-text.js";

const unprintable = (value: CelValue): CelError => CelError.of(`no formatting function for ${runtimeType(value).name}`);

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

const PRECISION = 6;

const nestedDouble = (value: number): string => {
  if (Number.isFinite(value)) return value.toFixed(PRECISION);
  return goQuote(formatDouble(value));
};

/** A value inside a list or map: as a literal of CEL. */
const printNested = (value: CelValue, effort: Effort): string | CelError => {
  if (!effort.step()) return "";
  if (typeof value === "string") return goQuote(value);
  if (typeof value === "number") return nestedDouble(value);
  if (value instanceof Uint8Array) return `b${goQuote(decode(value))}`;
  if (value instanceof CelTimestamp) return `timestamp(${goQuote(formatTimestamp(value.nanoseconds))})`;
  if (value instanceof CelDuration) return `duration(${goQuote(formatDuration(value.nanoseconds))})`;
  return printPlain(value, effort) ?? unprintable(value);
};

const printList = (list: CelList, effort: Effort): string | CelError => {
  const texts: string[] = [];
  for (const element of list.values()) {
    const text = printNested(element, effort);
    if (text instanceof CelError) return text;
    if (effort.stopped !== undefined) return effort.stopped;
    texts.push(text);
  }
  return `[${texts.join(", ")}]`;
};

const printMap = (map: CelMap, effort: Effort): string | CelError => {
  const entries: (readonly [key: string, value: string])[] = [];
  for (const key of map.keys()) {
    const [keyText, valueText] = [printNested(key, effort), printNested(map.find(key) ?? null, effort)];
    if (keyText instanceof CelError) return keyText;
    if (valueText instanceof CelError) return valueText;
    if (effort.stopped !== undefined) return effort.stopped;
    entries.push([keyText, valueText]);
  }
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return `{${sorted.map(([key, value]) => `${key}:${value}`).join(", ")}}`;
};

/** What is written in the same way everywhere; `undefined` for other values. */
const printPlain = (value: CelValue, effort: Effort): string | CelError | undefined => {
  if (value === null) return "null";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof CelUint) return String(value.value);
  if (value instanceof CelTypeValue) return value.described.name;
  if (value instanceof CelList) return printList(value, effort);
  return value instanceof CelMap ? printMap(value, effort) : undefined;
};

/** What `%s` makes of a value. */
export const printValue = (value: CelValue, effort: Effort): string | CelError => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatDouble(value);
  if (value instanceof Uint8Array) return decode(value);
  if (value instanceof CelTimestamp) return formatTimestamp(value.nanoseconds);
  if (value instanceof CelDuration) return formatDuration(value.nanoseconds);
  const allowed = "strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps";
  return (
    printPlain(value, effort) ??
    CelError.of(`string clause can only be used on ${allowed}, was given ${runtimeType(value).name}`)
  );
};
