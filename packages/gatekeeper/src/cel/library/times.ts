import { CelError } from "../cel-error.js";
import { DURATION, INT, STRING, TIMESTAMP } from "../cel-type.js";
import type { Evaluated } from "../cel-value.js";
import { type FunctionDeclaration, methodOverload, type Overload } from "../function-declaration.js";
import { splitTimestamp } from "../timestamp-text.js";

const MINUTE = 60;

/** How far east of Greenwich a fixed offset such as `-08:00` is, in seconds; or what is wrong with it. */
const fixedOffset = (zone: string): number | CelError => {
  const match = /^([+-]?)(\d{1,4}):(\d{1,4})$/.exec(zone);
  if (match === null) return CelError.of(`strconv.Atoi: parsing ${JSON.stringify(zone)}: invalid syntax`);
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  const offset = (hours * MINUTE + minutes) * MINUTE;
  return match[1] === "-" ? -offset : offset;
};

/** What a clock in a named zone shows, as a date in UTC; `undefined` when there is no such zone. */
const clockIn = (zone: string, date: Date): Date | undefined => {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, Number(value)] as const));
    const [year = 0, month = 1, day = 1] = [parts.get("year"), parts.get("month"), parts.get("day")];
    const shown = new Date(0);
    shown.setUTCFullYear(year, month - 1, day);
    shown.setUTCHours(parts.get("hour") ?? 0, parts.get("minute") ?? 0, parts.get("second") ?? 0);
    return shown;
  } catch {
    return undefined;
  }
};

/** What a clock in a zone shows at a time, as a date in UTC. */
const localDate = (nanoseconds: bigint, zone: string): Date | CelError => {
  const date = new Date(Number(splitTimestamp(nanoseconds)[0]) * 1000);
  if (zone === "" || zone === "UTC") return date;
  if (!zone.includes(":")) return clockIn(zone, date) ?? CelError.of(`unknown time zone ${zone}`);
  const offset = fixedOffset(zone);
  return offset instanceof CelError ? offset : new Date(date.getTime() + offset * 1000);
};

const dayOfYear = (date: Date): number => {
  const start = new Date(date.getTime());
  start.setUTCMonth(0, 1);
  return Math.round((date.getTime() - start.getTime()) / 86_400_000);
};

const ofTimestamp = (read: (date: Date, nanoseconds: bigint) => number): readonly Overload[] => {
  const evaluate = (nanoseconds: bigint, zone: string): Evaluated => {
    const date = localDate(nanoseconds, zone);
    return date instanceof CelError ? date : BigInt(read(date, nanoseconds));
  };
  return [
    methodOverload([TIMESTAMP], INT, ({ nanoseconds }) => evaluate(nanoseconds, "UTC")),
    methodOverload([TIMESTAMP, STRING], INT, ({ nanoseconds }, zone) => evaluate(nanoseconds, zone)),
  ];
};

const ofDuration = (unit: bigint): readonly Overload[] => [
  methodOverload([DURATION], INT, ({ nanoseconds }) => nanoseconds / unit),
];

const getter = (name: string, ...overloads: readonly (readonly Overload[])[]): FunctionDeclaration => ({
  name,
  overloads: overloads.flat(),
});

const milliseconds = (nanoseconds: bigint): number => Number(splitTimestamp(nanoseconds)[1] / 1_000_000n);

/**
 * The parts of times and durations; of a time in a zone where one is given. Months, days of the month but by `getDate`, and days
 * of the week and year count from 0.
 *
 * @source google/cel-go, common/stdlib/standard.go, common/types/timestamp.go and duration.go
 */
export const TIMES: readonly FunctionDeclaration[] = [
  getter(
    "getFullYear",
    ofTimestamp((date) => date.getUTCFullYear()),
  ),
  getter(
    "getMonth",
    ofTimestamp((date) => date.getUTCMonth()),
  ),
  getter("getDayOfYear", ofTimestamp(dayOfYear)),
  getter(
    "getDayOfMonth",
    ofTimestamp((date) => date.getUTCDate() - 1),
  ),
  getter(
    "getDate",
    ofTimestamp((date) => date.getUTCDate()),
  ),
  getter(
    "getDayOfWeek",
    ofTimestamp((date) => date.getUTCDay()),
  ),
  getter(
    "getHours",
    ofTimestamp((date) => date.getUTCHours()),
    ofDuration(3_600_000_000_000n),
  ),
  getter(
    "getMinutes",
    ofTimestamp((date) => date.getUTCMinutes()),
    ofDuration(60_000_000_000n),
  ),
  getter(
    "getSeconds",
    ofTimestamp((date) => date.getUTCSeconds()),
    ofDuration(1_000_000_000n),
  ),
  getter(
    "getMilliseconds",
    ofTimestamp((_date, nanoseconds) => milliseconds(nanoseconds)),
    ofDuration(1_000_000n),
  ),
];
