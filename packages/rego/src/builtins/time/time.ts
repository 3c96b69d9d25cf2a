import { integerOf } from "../../value/arithmetic.js";
import { isInteger, isNumber, numberFromBigInt, type RegoNumber } from "../../value/number.js";
import { isArray, type Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { type CivilTime, dayNames, dayOfWeek, daysOf, nanoseconds } from "./civil-time.js";
import { readDuration } from "./time-duration.js";
import { formatTime } from "./time-format.js";
import { namedLayouts } from "./time-layout.js";
import { parseTime } from "./time-parse.js";
import { instantOf, wallClock, type Zone, zoneOf } from "./time-zone.js";

/** Builtins of time; instants are nanoseconds since 1970. Source: rego.md, section 10.8. */
export const timeBuiltins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("time.now_ns", now, { impure: "now" }),
  /* @__PURE__ */ heavy("time.parse_ns", parseByLayout),
  /* @__PURE__ */ heavy("time.parse_rfc3339_ns", parseRfc3339),
  /* @__PURE__ */ heavy("time.parse_duration_ns", parseDuration),
  /* @__PURE__ */ heavy("time.date", date),
  /* @__PURE__ */ heavy("time.clock", clock),
  /* @__PURE__ */ heavy("time.weekday", weekday),
  /* @__PURE__ */ heavy("time.add_date", addDate),
  /* @__PURE__ */ heavy("time.diff", difference),
  /* @__PURE__ */ heavy("time.format", format),
];

function now(operands: Operands, context: BuiltinContext): RegoNumber {
  if (context.now === undefined) throw operands.fault("needs a clock: pass `now`");
  return numberFromBigInt(context.now());
}

const maximum = 0x7fff_ffff_ffff_ffffn;
const minimum = -0x8000_0000_0000_0000n;

function parse(layout: string, text: string, operands: Operands): RegoNumber {
  const reading = parseTime(layout, text);
  if (!reading.ok) throw operands.fault(reading.message);
  return inRange(reading.instant, operands);
}

function inRange(instant: bigint, operands: Operands): RegoNumber {
  if (instant < minimum || instant > maximum) throw operands.fault("time outside of valid range");
  return numberFromBigInt(instant);
}

function parseByLayout(operands: Operands): RegoNumber {
  const [layout, text] = [operands.string(1), operands.string(2)];
  return parse(namedLayouts.get(layout) ?? layout, text, operands);
}

function parseRfc3339(operands: Operands): RegoNumber {
  return parse("2006-01-02T15:04:05Z07:00", operands.string(1), operands);
}

function parseDuration(operands: Operands): RegoNumber {
  const reading = readDuration(operands.string(1));
  if (!reading.ok) throw operands.fault(reading.message);
  return numberFromBigInt(reading.nanoseconds);
}

/** An instant, the zone in which it is seen, and how it is printed. */
interface Stamp {
  readonly instant: bigint;
  readonly zone: Zone;
  readonly layout: string;
}

const isoLayout = "2006-01-02T15:04:05.999999999Z07:00";

/** A number of nanoseconds, or an array of it, a zone and a layout. OPA numbers every operand 1 here. */
function stampOf(value: Value, operands: Operands, context: BuiltinContext): Stamp {
  const [number, zone = "", layout] = isArray(value) ? value : [value];
  if (number === undefined || !(isArray(value) || isNumber(value))) {
    throw operands.mismatch(1, value, "either number (ns) or [number (ns), string (tz)]");
  }
  if (!isNumber(number)) throw operands.mismatch(1, number, "number");
  const seenIn = zoneNamed(zone, operands, context);
  if (layout !== undefined && typeof layout !== "string") throw operands.mismatch(1, layout, "string");
  const instant = isInteger(number) ? integerOf(number) : undefined;
  if (instant === undefined || instant < minimum || instant > maximum) throw operands.fault("timestamp too big");
  return { instant, zone: seenIn, layout: layout === undefined ? isoLayout : (namedLayouts.get(layout) ?? layout) };
}

function zoneNamed(name: Value, operands: Operands, context: BuiltinContext): Zone {
  if (typeof name !== "string") throw operands.mismatch(1, name, "string");
  const key = `time zone:${name}`;
  // Only this function writes under this key.
  const zone = (context.memory.get(key) as Zone | undefined) ?? zoneOf(name);
  if (zone === undefined) throw operands.fault(`unknown time zone ${name}`);
  context.memory.set(key, zone);
  return zone;
}

function seen(operands: Operands, context: BuiltinContext): CivilTime {
  const { instant, zone } = stampOf(operands.value(1), operands, context);
  return wallClock(instant, zone);
}

function date(operands: Operands, context: BuiltinContext): Value {
  const { year, month, day } = seen(operands, context);
  return [year, month, day];
}

function clock(operands: Operands, context: BuiltinContext): Value {
  const { hour, minute, second } = seen(operands, context);
  return [hour, minute, second];
}

function weekday(operands: Operands, context: BuiltinContext): Value {
  return dayNames[dayOfWeek(seen(operands, context))] ?? null;
}

/** Fields that overflow are carried over, as Go's `AddDate` does: a month after January 31st is March 2nd or 3rd. */
function addDate(operands: Operands, context: BuiltinContext): RegoNumber {
  const { instant, zone } = stampOf(operands.value(1), operands, context);
  const time = wallClock(instant, zone);
  const [years, months, days] = [operands.integer(2), operands.integer(3), operands.integer(4)];
  if ([years, months, days].some((count) => Math.abs(count) > 10_000_000))
    throw operands.fault("time outside of valid range");
  const moved = { ...time, year: time.year + years, month: time.month + months, day: time.day + days };
  return inRange(BigInt(instantOf(moved, zone)) * nanoseconds + BigInt(time.nanosecond), operands);
}

function format(operands: Operands, context: BuiltinContext): string {
  const { instant, zone, layout } = stampOf(operands.value(1), operands, context);
  const time = wallClock(instant, zone);
  const seconds = Number((instant - BigInt(time.nanosecond)) / nanoseconds);
  return formatTime({ time, offset: zone.offsetAt(seconds), abbreviation: zone.abbreviationAt(seconds) }, layout);
}

/** Years to seconds between two instants, both seen in the zone of the first operand. */
function difference(operands: Operands, context: BuiltinContext): Value {
  const first = stampOf(operands.value(1), operands, context);
  const second = stampOf(operands.value(2), operands, context);
  const [early, late] = first.instant <= second.instant ? [first, second] : [second, first];
  const [from, to] = [wallClock(early.instant, first.zone), wallClock(late.instant, first.zone)];
  return borrow(from, [
    to.year - from.year,
    to.month - from.month,
    to.day - from.day,
    to.hour - from.hour,
    to.minute - from.minute,
    to.second - from.second,
  ]);
}

/** Makes all parts non-negative; a month that is borrowed from has the days of the early month. */
function borrow(from: CivilTime, parts: readonly number[]): readonly number[] {
  const daysOfMonth = daysOf(from.year, from.month + 1, 1) - daysOf(from.year, from.month, 1);
  const sizes = [Number.POSITIVE_INFINITY, 12, daysOfMonth, 24, 60, 60];
  const result = [...parts];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const value = result[index] ?? 0;
    if (value >= 0) continue;
    result[index] = value + (sizes[index] ?? 0);
    result[index - 1] = (result[index - 1] ?? 0) - 1;
  }
  return result;
}
