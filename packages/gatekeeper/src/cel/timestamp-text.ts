const PATTERN = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d+))?(Z|[+-](\d{2}):(\d{2}))$/;

const SECOND = 1_000_000_000n;

/** Whether a date exists: JavaScript would read the 30th of February as a day in March. */
const isDate = (year: number, month: number, day: number): boolean => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const daySeconds = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 1000;
};

const offsetSeconds = (zone: string, hours = "0", minutes = "0"): number | undefined => {
  if (zone === "Z") return 0;
  if (Number(hours) > 24 || Number(minutes) > 60) return undefined;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return zone.startsWith("-") ? -seconds : seconds;
};

/** Reads a time in RFC 3339. @returns nanoseconds since 1970; `undefined` when it is none */
export const parseTimestamp = (text: string): bigint | undefined => {
  const match = PATTERN.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offset = offsetSeconds(match[8] ?? "Z", match[9], match[10]);
  if (offset === undefined || !isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  const seconds = daySeconds(year, month, day) + hour * 3600 + minute * 60 + second - offset;
  const fraction = (match[7] ?? "").slice(0, 9).padEnd(9, "0");
  return BigInt(seconds) * SECOND + BigInt(fraction);
};

/** The whole seconds of a time, rounded down, and what remains in nanoseconds. */
export const splitTimestamp = (nanoseconds: bigint): readonly [seconds: bigint, remainder: bigint] => {
  const remainder = ((nanoseconds % SECOND) + SECOND) % SECOND;
  return [(nanoseconds - remainder) / SECOND, remainder];
};

/** Writes a time in RFC 3339, in UTC. */
export const formatTimestamp = (nanoseconds: bigint): string => {
  const [seconds, remainder] = splitTimestamp(nanoseconds);
  const fraction = String(remainder).padStart(9, "0").replace(/0+$/, "");
  const whole = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  return `${whole}${fraction === "" ? "" : `.${fraction}`}Z`;
};
