import { quote } from "../value/quote.js";
import { dayNames, daysIn, daysOf, monthNames, nanoseconds, secondsOf } from "./civil-time.js";
import { type OffsetReading, readFraction, readName, readNumber, readOffset, readZoneName } from "./time-fields.js";
import { type LayoutPart, readLayout } from "./time-layout.js";

/** Nanoseconds since 1970, or why there are none, in Go's words. */
export type TimeReading =
  | { readonly ok: true; readonly instant: bigint }
  | { readonly ok: false; readonly message: string };

/** What the fields say; what no field says has Go's default. */
interface Fields {
  year: number;
  month: number | undefined;
  day: number | undefined;
  dayOfYear: number | undefined;
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  offset: number;
  half: "AM" | "PM" | undefined;
}

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
  const parts = readLayout(layout);
  let rest = text;
  for (const [index, part] of parts.entries()) {
    const cannot = (at: string, as: string): TimeFault =>
      new TimeFault(`parsing time ${quote(text)} as ${quote(layout)}: cannot parse ${quote(at)} as ${quote(as)}`);
    rest =
      part.field === ""
        ? skipText(rest, part.text, cannot)
        : readField(fields, part, rest, parts[index + 1], text, cannot);
  }
  if (rest !== "") throw new TimeFault(`parsing time ${quote(text)}: extra text: ${quote(rest)}`);
  return fields;
}

type Cannot = (at: string, as: string) => TimeFault;

/** A run of spaces in the layout stands for any run of spaces. */
function skipText(text: string, expected: string, cannot: Cannot): string {
  let [rest, wanted] = [text, expected];
  while (wanted !== "") {
    if (wanted.startsWith(" ")) {
      if (rest !== "" && !rest.startsWith(" ")) throw cannot(rest, wanted);
      wanted = wanted.replace(/^ +/, "");
      rest = rest.replace(/^ +/, "");
    } else {
      if (rest.charAt(0) !== wanted.charAt(0)) throw cannot(rest, wanted);
      wanted = wanted.slice(1);
      rest = rest.slice(1);
    }
  }
  return rest;
}

function readField(
  fields: Fields,
  part: LayoutPart,
  text: string,
  next: LayoutPart | undefined,
  whole: string,
  cannot: Cannot,
): string {
  const { field } = part;
  const reader = readers.get(field) ?? (/^[.,]/.test(field) ? fraction : offset);
  const reading = reader(text, field);
  if (reading === undefined) throw cannot(text, field);
  const { value, rest } = reading;
  setters.get(field)?.(fields, value);
  if (reader === fraction) fields.nanosecond = value;
  if (reader === offset) fields.offset = value;
  const wrong = reading.outOfRange ?? outOfRange(field, value);
  if (wrong !== undefined) throw new TimeFault(`parsing time ${quote(whole)}: ${wrong} out of range`);
  return field === "5" || field === "05" ? readUnannounced(fields, rest, next) : rest;
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

type FieldReader = (text: string, field: string) => OffsetReading | undefined;

/** Zeros want exactly so many digits, nines take any number, or nothing. */
const fraction: FieldReader = (text, field) => {
  if (field.charAt(1) === "0") return readFraction(text, field.length - 1);
  const digits = /^[.,](\d+)/.exec(text)?.[1]?.length;
  return digits === undefined ? { value: 0, rest: text } : readFraction(text, digits);
};

const offset: FieldReader = readOffset;

const loose: FieldReader = (text) => readNumber(text, 1, 2);
const strict: FieldReader = (text) => readNumber(text, 2, 2);
const upTo =
  (spaces: number, reader: FieldReader): FieldReader =>
  (text, field) =>
    reader(text.replace(new RegExp(`^ {0,${spaces}}`), ""), field);

const half: FieldReader = (text, field) => {
  const names = field === "PM" ? ["AM", "PM"] : ["am", "pm"];
  const value = names.indexOf(text.slice(0, 2));
  return value < 0 ? undefined : { value, rest: text.slice(2) };
};

const readers: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ["2006", (text) => readNumber(text, 4, 4)],
  ["06", strict],
  ["January", (text) => readName(text, monthNames, undefined)],
  ["Jan", (text) => readName(text, monthNames, 3)],
  ["1", loose],
  ["01", strict],
  ["Monday", (text) => readName(text, dayNames, undefined)],
  ["Mon", (text) => readName(text, dayNames, 3)],
  ["2", loose],
  ["_2", upTo(1, loose)],
  ["02", strict],
  ["__2", upTo(2, (text) => readNumber(text, 1, 3))],
  ["002", (text) => readNumber(text, 3, 3)],
  ["15", loose],
  ["3", loose],
  ["03", strict],
  ["4", loose],
  ["04", strict],
  ["5", loose],
  ["05", strict],
  ["PM", half],
  ["pm", half],
  ["MST", readZoneName],
]);

type Setter = (fields: Fields, value: number) => void;

const setYear: Setter = (fields, value) => {
  fields.year = value;
};
const setMonth: Setter = (fields, value) => {
  fields.month = value;
};
const setDay: Setter = (fields, value) => {
  fields.day = value;
};
const setDayOfYear: Setter = (fields, value) => {
  fields.dayOfYear = value;
};
const setHour: Setter = (fields, value) => {
  fields.hour = value;
};
const setMinute: Setter = (fields, value) => {
  fields.minute = value;
};
const setSecond: Setter = (fields, value) => {
  fields.second = value;
};
const setHalf: Setter = (fields, value) => {
  fields.half = value === 0 ? "AM" : "PM";
};

const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ["2006", setYear],
  ["06", (fields, value) => setYear(fields, value + (value >= 69 ? 1900 : 2000))],
  ["January", (fields, value) => setMonth(fields, value + 1)],
  ["Jan", (fields, value) => setMonth(fields, value + 1)],
  ["1", setMonth],
  ["01", setMonth],
  ["2", setDay],
  ["_2", setDay],
  ["02", setDay],
  ["__2", setDayOfYear],
  ["002", setDayOfYear],
  ["15", setHour],
  ["3", setHour],
  ["03", setHour],
  ["4", setMinute],
  ["04", setMinute],
  ["5", setSecond],
  ["05", setSecond],
  ["PM", setHalf],
  ["pm", setHalf],
]);

const ranges: ReadonlyMap<string, readonly [string, number, number]> = new Map([
  ["1", ["month", 1, 12]],
  ["01", ["month", 1, 12]],
  ["15", ["hour", 0, 23]],
  ["3", ["hour", 0, 12]],
  ["03", ["hour", 0, 12]],
  ["4", ["minute", 0, 59]],
  ["04", ["minute", 0, 59]],
  ["5", ["second", 0, 59]],
  ["05", ["second", 0, 59]],
]);

function outOfRange(field: string, value: number): string | undefined {
  const [name, minimum, maximum] = ranges.get(field) ?? [];
  if (name === undefined || minimum === undefined || maximum === undefined) return undefined;
  return value < minimum || value > maximum ? name : undefined;
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
      throw new TimeFault(`parsing time ${quote(text)}: day out of range`);
    return { month, day };
  }
  const days = daysOf(fields.year + 1, 1, 1) - daysOf(fields.year, 1, 1);
  if (fields.dayOfYear < 1 || fields.dayOfYear > days) {
    throw new TimeFault(`parsing time ${quote(text)}: day-of-year out of range`);
  }
  return { month: 1, day: fields.dayOfYear };
}
