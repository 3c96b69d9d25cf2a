import { dayNames, monthNames } from "./civil-time.js";
import { type OffsetReading, readFraction, readName, readNumber, readOffset, readZoneName } from "./time-fields.js";

/** What the fields say; what no field says has Go's default. */
export interface Fields {
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

/** Reads a field at the start of a text; undefined when it is not there. */
export type FieldReader = (text: string, field: string) => OffsetReading | undefined;

/** Zeros want exactly so many digits, nines take any number, or nothing. */
export const fraction: FieldReader = (text, field) => {
  if (field.charAt(1) === "0") return readFraction(text, field.length - 1);
  const digits = /^[.,](\d+)/.exec(text)?.[1]?.length;
  return digits === undefined ? { value: 0, rest: text } : readFraction(text, digits);
};

/** An offset from UTC, as the field spells it. */
export const offset: FieldReader = readOffset;

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

/** How each field is read; fractions and offsets have many spellings. */
export const readers: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ["2006", (text) => readNumber(text, 4, 4)],
  ["06", strict],
  ["January", (text) => readName(text, monthNames, undefined)],
  ["Jan", (text) => readName(text, monthNames, 3)],
  ["1", loose],
  ["01", strict],
  ["Monday", (text) => readName(text, dayNames, undefined)],
  ["Mon", (text) => readName(text, dayNames, 3)],
  ["2", loose],
  ["_2", /* @__PURE__ */ upTo(1, loose)],
  ["02", strict],
  ["__2", /* @__PURE__ */ upTo(2, (text) => readNumber(text, 1, 3))],
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

/** What each field says. */
export const setters: ReadonlyMap<string, Setter> = new Map<string, Setter>([
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

/** The name of a field whose value is out of its range. */
export function outOfRange(field: string, value: number): string | undefined {
  const [name, minimum, maximum] = ranges.get(field) ?? [];
  if (name === undefined || minimum === undefined || maximum === undefined) return undefined;
  return value < minimum || value > maximum ? name : undefined;
}
