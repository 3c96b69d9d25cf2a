import { daysIn, nanoseconds, secondsOf } from "../time/civil-time.js";
import type { DerReader } from "./der-reader.js";
import { X509Fault } from "./x509-fault.js";
import { asciiText } from "./x509-text.js";

/** A moment, and how it is written: `2026-11-24T12:00:00Z`. */
export interface CertificateTime {
  /** Nanoseconds since 1970. */
  readonly instant: bigint;
  readonly text: string;
}

const zone = "(Z|[+-]\\d{2}[0-5]\\d)";
const short = new RegExp(`^(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})?${zone}$`);
const long = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})${zone}$`);

/** The tags of the types of times. */
const [utcTime, generalizedTime] = [0x17, 0x18];

/** Reads a time of a certificate. */
export function readTime(reader: DerReader): CertificateTime {
  if (reader.has(utcTime)) return timeOf(reader, utcTime, "x509: malformed UTCTime");
  if (reader.has(generalizedTime)) return timeOf(reader, generalizedTime, "x509: malformed GeneralizedTime");
  throw new X509Fault("x509: unsupported time format");
}

function timeOf(reader: DerReader, tag: number, fault: string): CertificateTime {
  const time = parseCertificateTime(tag, reader.element(tag, fault).content);
  if (time === undefined) throw new X509Fault(fault);
  return time;
}

/** The time that bytes write; undefined when they write none. */
export function parseCertificateTime(tag: number, bytes: Uint8Array): CertificateTime | undefined {
  const match = (tag === utcTime ? short : long).exec(asciiText(bytes) ?? "");
  if (match === null) return undefined;
  const [written = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const year = tag === utcTime ? century(written) : written;
  const offset = offsetOf(match[7] ?? "Z");
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second > 59 || offset === undefined) return undefined;
  const time = { year, month, day, hour, minute, second, nanosecond: 0 };
  const instant = BigInt(secondsOf(time) - offset) * nanoseconds;
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return { instant, text: `${date}T${two(hour)}:${two(minute)}:${two(second)}${zoneText(match[7] ?? "Z")}` };
}

/** Two digits of a year mean one from 1950 to 2049. */
const century = (year: number): number => (year < 50 ? 2000 : 1900) + year;

const zoneText = (written: string): string => (written === "Z" ? "Z" : `${written.slice(0, 3)}:${written.slice(3)}`);

/** Seconds east of Greenwich; undefined when there are none, which is written otherwise, or too many. */
function offsetOf(written: string): number | undefined {
  if (written === "Z") return 0;
  const seconds = Number(written.slice(1, 3)) * 3_600 + Number(written.slice(3)) * 60;
  if (seconds === 0 || seconds >= 24 * 3_600) return undefined;
  return written.startsWith("-") ? -seconds : seconds;
}
