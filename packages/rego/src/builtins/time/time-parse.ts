import { daysIn, daysOf, nanoseconds, secondsOf } from "./civil-time.js";
import { readFraction } from "./time-fields.js";
import { type LayoutPart, readLayout } from "./time-layout.js";
import { quoteForTime } from "./time-quote.js";
import { type Fields, fraction, offset, outOfRange, readers, setters } from "./time-readers.js";

/** Nanoseconds since 1970, or why there are none, in Go's words. */
export type TimeReading =
  | { readonly ok: true; readonly instant: bigint }
  | { readonly ok: false; readonly message: string };

/** Thrown inside the reader: the place cannot be read as a field, or a field is out of its range. */
class TimeFault {
  constructor(readonly message: string) {}
}

/** Reads a time by a Go layout, as Go's `time.Parse` does. */
export function parseTime(layout: string, text: string): TimeReading {
  try {
    const fields = readFields(layout, text);
    return { ok: true, instant: instantOf(fields, text) };
  } catch (fault) {
    if (fault instanceof TimeFault) return { ok: false, message: fault.message };
    throw fault;
  }
}

function readFields(layout: string, text: string): Fields {
  const fields: Fields = {
    year: 0,
    month: undefined,
    day: undefined,
    dayOfYear: undefined,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    offset: 0,
    half: undefined,
  };
  const attempt: Attempt = { layout, text };
  const parts = readLayout(layout);
  let rest = text;
  for (const [index, part] of parts.entries()) {
    rest = part.field === "" ? skipText(rest, part.text, attempt) : readField(fields, part, rest, attempt);
    if (/^0?5$/.test(part.field)) rest = readUnannounced(fields, rest, parts[index + 1]);
  }
  if (rest !== "") throw new TimeFault(`parsing time ${quoteForTime(text)}: extra text: ${quoteForTime(rest)}`);
  return fields;
}

/** What is read, and by what. */
interface Attempt {
  readonly layout: string;
  readonly text: string;
}

const cannot = ({ layout, text }: Attempt, at: string, as: string): TimeFault =>
  new TimeFault(
    `parsing time ${quoteForTime(text)} as ${quoteForTime(layout)}: cannot parse ${quoteForTime(at)} as ${quoteForTime(as)}`,
  );

/** A run of spaces in the layout stands for any run of spaces. */
function skipText(text: string, expected: string, attempt: Attempt): string {
  let [rest, wanted] = [text, expected];
  while (wanted !== "") {
    if (wanted.startsWith(" ")) {
      if (rest !== "" && !rest.startsWith(" ")) throw cannot(attempt, rest, wanted);
      wanted = wanted.replace(/^ +/, "");
      rest = rest.replace(/^ +/, "");
    } else {
      if (rest.charAt(0) !== wanted.charAt(0)) throw cannot(attempt, rest, wanted);
      wanted = wanted.slice(1);
      rest = rest.slice(1);
    }
  }
  return rest;
}

function readField(fields: Fields, { field }: LayoutPart, text: string, attempt: Attempt): string {
  const reader = readers.get(field) ?? (/^[.,]/.test(field) ? fraction : offset);
  const reading = reader(text, field);
  if (reading === undefined) throw cannot(attempt, text, field);
  setters.get(field)?.(fields, reading.value);
  if (reader === fraction) fields.nanosecond = reading.value;
  if (reader === offset) fields.offset = reading.value;
  const wrong = reading.outOfRange ?? outOfRange(field, reading.value);
  if (wrong !== undefined) throw new TimeFault(`parsing time ${quoteForTime(attempt.text)}: ${wrong} out of range`);
  return reading.rest;
}

/** A fraction of a second is read even where the layout has none. */
function readUnannounced(fields: Fields, text: string, next: LayoutPart | undefined): string {
  if (/^[.,]/.test(next?.field ?? "")) return text;
  const digits = /^[.,](\d+)/.exec(text)?.[1]?.length;
  const reading = digits === undefined ? undefined : readFraction(text, digits);
  if (reading === undefined) return text;
  fields.nanosecond = reading.value;
  return reading.rest;
}

function instantOf(fields: Fields, text: string): bigint {
  const { year, minute, second, nanosecond } = fields;
  const { month, day } = dateOf(fields, text);
  const seconds = secondsOf({ year, month, day, hour: hourOf(fields), minute, second, nanosecond }) - fields.offset;
  return BigInt(seconds) * nanoseconds + BigInt(nanosecond);
}

function hourOf({ hour, half: halfOfDay }: Fields): number {
  if (halfOfDay === "PM" && hour < 12) return hour + 12;
  return halfOfDay === "AM" && hour === 12 ? 0 : hour;
}

function dateOf(fields: Fields, text: string): { readonly month: number; readonly day: number } {
  const month = fields.month ?? 1;
  const day = fields.day ?? 1;
  if (fields.dayOfYear === undefined) {
    if (day < 1 || day > daysIn(fields.year, month))
      throw new TimeFault(`parsing time ${quoteForTime(text)}: day out of range`);
    return { month, day };
  }
  const days = daysOf(fields.year + 1, 1, 1) - daysOf(fields.year, 1, 1);
  if (fields.dayOfYear < 1 || fields.dayOfYear > days) {
    throw new TimeFault(`parsing time ${quoteForTime(text)}: day-of-year out of range`);
  }
  return { month: 1, day: fields.dayOfYear };
}
