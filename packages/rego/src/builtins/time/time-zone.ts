import { type CivilTime, civilTimeOf, nanoseconds, secondsOf } from "./civil-time.js";

/** A zone of the IANA database, known to the runtime. */
export interface Zone {
  /** Seconds east of UTC at an instant, which is given in seconds since 1970. */
  offsetAt(seconds: number): number;
  /** The abbreviation at an instant, as far as the runtime knows it. */
  abbreviationAt(seconds: number): string;
}

/** Universal time. */
export const utc: Zone = { offsetAt: () => 0, abbreviationAt: () => "UTC" };

/** The zone of a name; the empty name, `UTC` and `Local` are universal time. Undefined: there is none of that name. */
export function zoneOf(name: string): Zone | undefined {
  if (name === "" || name === "UTC" || name === "Local") return utc;
  // The runtime takes offsets and any case, the IANA database neither.
  if (!/^[A-Z][\w+-]*(?:\/[A-Z][\w+-]*)*$/.test(name)) return undefined;
  const fields = formatter(name, "en-US", fieldOptions);
  if (fields === undefined) return undefined;
  const offsetAt = (seconds: number): number => secondsOf(fieldsAt(fields, seconds)) - seconds;
  return { offsetAt, abbreviationAt: (seconds) => abbreviationOf(name, seconds, offsetAt(seconds)) };
}

const fieldOptions: Intl.DateTimeFormatOptions = {
  hour12: false,
  era: "short",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
};

function formatter(
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return undefined;
  }
}

/** Each knows the abbreviations of its own part of the world. */
const locales = ["en-US", "en-GB", "en-AU", "en-IN", "en-ZA"];

/** Twenty-eight years, after which dates fall on the same days of the week; abbreviations are known from 1970 on. */
const cycle = 883_612_800;

/** The abbreviation, or the offset as the IANA database writes it where the runtime knows none. */
function abbreviationOf(timeZone: string, seconds: number, offset: number): string {
  const known = seconds < 0 ? seconds + Math.ceil(-seconds / cycle) * cycle : seconds;
  for (const locale of locales) {
    const parts = formatter(timeZone, locale, { timeZoneName: "short" })?.formatToParts(known * 1000) ?? [];
    const name = part(parts, "timeZoneName");
    if (/^[A-Z]+$/.test(name)) return name;
  }
  const magnitude = Math.abs(offset);
  const minutes = Math.floor(magnitude / 60) % 60;
  const digits = [Math.floor(magnitude / 3600), ...(minutes === 0 ? [] : [minutes])];
  return (offset < 0 ? "-" : "+") + digits.map((value) => String(value).padStart(2, "0")).join("");
}

function fieldsAt(format: Intl.DateTimeFormat, seconds: number): CivilTime {
  const parts = format.formatToParts(seconds * 1000);
  const year = Number(part(parts, "year"));
  return {
    year: part(parts, "era").startsWith("B") ? 1 - year : year,
    month: Number(part(parts, "month")),
    day: Number(part(parts, "day")),
    hour: Number(part(parts, "hour")) % 24,
    minute: Number(part(parts, "minute")),
    second: Number(part(parts, "second")),
    nanosecond: 0,
  };
}

const part = (parts: readonly Intl.DateTimeFormatPart[], type: string): string =>
  parts.find((one) => one.type === type)?.value ?? "";

/** Seconds since 1970 of a wall clock in a zone. Times that a change of the clock skips or repeats are read as Go reads them. */
export function instantOf(time: CivilTime, zone: Zone): number {
  const wall = secondsOf(time);
  const guess = wall - zone.offsetAt(wall);
  return wall - zone.offsetAt(guess);
}

/** The wall clock of an instant in a zone. */
export function wallClock(instant: bigint, zone: Zone): CivilTime {
  const nanosecond = ((instant % nanoseconds) + nanoseconds) % nanoseconds;
  const seconds = Number((instant - nanosecond) / nanoseconds);
  return civilTimeOf(seconds + zone.offsetAt(seconds), Number(nanosecond));
}
