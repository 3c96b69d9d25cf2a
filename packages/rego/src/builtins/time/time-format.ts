import { type CivilTime, dayNames, dayOfWeek, dayOfYear, monthNames } from "./civil-time.js";
import { readLayout } from "./time-layout.js";

/** A wall clock with its zone. */
export interface ZonedTime {
  readonly time: CivilTime;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly abbreviation: string;
}

/** The text of a time by a Go layout. */
export const formatTime = (zoned: ZonedTime, layout: string): string =>
  readLayout(layout)
    .map(({ field, text }) => (field === "" ? text : fieldText(field, zoned)))
    .join("");

function fieldText(field: string, zoned: ZonedTime): string {
  const format = formats.get(field);
  if (format !== undefined) return format(zoned.time);
  if (field === "MST") return zoned.abbreviation;
  if (field.startsWith(".") || field.startsWith(",")) return fractionText(field, zoned.time);
  return offsetText(field, zoned.offset);
}

const twelve = (hour: number): number => hour % 12 || 12;

const formats: ReadonlyMap<string, (time: CivilTime) => string> = new Map<string, (time: CivilTime) => string>([
  ["2006", ({ year }) => padded(year, 4, "0")],
  ["06", ({ year }) => padded(((year % 100) + 100) % 100, 2, "0")],
  ["January", ({ month }) => monthNames[month - 1] ?? ""],
  ["Jan", ({ month }) => monthNames[month - 1]?.slice(0, 3) ?? ""],
  ["1", ({ month }) => String(month)],
  ["01", ({ month }) => padded(month, 2, "0")],
  ["Monday", (time) => dayNames[dayOfWeek(time)] ?? ""],
  ["Mon", (time) => dayNames[dayOfWeek(time)]?.slice(0, 3) ?? ""],
  ["2", ({ day }) => String(day)],
  ["_2", ({ day }) => padded(day, 2, " ")],
  ["02", ({ day }) => padded(day, 2, "0")],
  ["__2", (time) => padded(dayOfYear(time), 3, " ")],
  ["002", (time) => padded(dayOfYear(time), 3, "0")],
  ["15", ({ hour }) => padded(hour, 2, "0")],
  ["3", ({ hour }) => String(twelve(hour))],
  ["03", ({ hour }) => padded(twelve(hour), 2, "0")],
  ["4", ({ minute }) => String(minute)],
  ["04", ({ minute }) => padded(minute, 2, "0")],
  ["5", ({ second }) => String(second)],
  ["05", ({ second }) => padded(second, 2, "0")],
  ["PM", ({ hour }) => (hour >= 12 ? "PM" : "AM")],
  ["pm", ({ hour }) => (hour >= 12 ? "pm" : "am")],
]);

const padded = (value: number, width: number, fill: string): string =>
  value < 0 ? `-${String(-value).padStart(width, fill)}` : String(value).padStart(width, fill);

/** Zeros keep so many digits, nine at most; nines drop zeros at the end and the point when nothing is left. */
function fractionText(field: string, { nanosecond }: CivilTime): string {
  const digits = padded(nanosecond, 9, "0").slice(0, field.length - 1);
  if (field.charAt(1) === "0") return field.charAt(0) + digits;
  const significant = digits.replace(/0+$/, "");
  return significant === "" ? "" : field.charAt(0) + significant;
}

function offsetText(field: string, offset: number): string {
  if (field.startsWith("Z") && offset === 0) return "Z";
  const magnitude = Math.abs(offset);
  const separator = field.includes(":") ? ":" : "";
  const digits = field.replace(/\D/g, "").length;
  const parts = [Math.floor(magnitude / 3600), Math.floor(magnitude / 60) % 60, magnitude % 60].slice(0, digits / 2);
  return (offset < 0 ? "-" : "+") + parts.map((part) => padded(part, 2, "0")).join(separator);
}
