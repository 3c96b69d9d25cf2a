const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$/;

const daysIn = (year: number, month: number): number => {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** A date that exists, e.g. `2024-02-29`. */
export const isDate = (text: string): boolean => {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

/** A date and time of RFC 3339, as Kubernetes checks it. */
export const isDateTime = (text: string): boolean => {
  const [date = "", time] = text.toLowerCase().split("t");
  if (text.length < 4 || time === undefined || !isDate(date)) return false;
  const [, hours = "", minutes = "", seconds = ""] = TIME.exec(time) ?? [];
  return hours !== "" && hours <= "23" && minutes <= "59" && seconds <= "59";
};

/** A duration of Go: `1h30m`, `-1.5h`, `0`. */
const GO_DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const LONGEST = 1000;

const UNITS: readonly string[] = ["ns", "us", "µs", "ms", "s", "m", "h", "hr", "d", "w", "wk"];
const LONG_UNITS: readonly string[] = ["nano", "micro", "milli", "sec", "min", "hour", "day", "week"];

/** A duration of Go, or of Scala with a unit written out: `2 weeks`. */
export const isDuration = (text: string): boolean => {
  if (text.length > LONGEST) return false;
  const isWhole = [...text.matchAll(/(\d+)(?:\.\d*)?[a-zµμ]/g)].every(([, whole = ""]) => isInt64(whole));
  if (GO_DURATION.test(text) && isWhole) return true;
  const matches = [...text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)];
  if (!matches.every(([, factor = ""]) => isInt64(factor))) return false;
  return matches.some(([, , unit = ""]) => isUnit(unit.toLowerCase()));
};

const isInt64 = (digits: string): boolean => BigInt(digits) < 2n ** 63n;

const isUnit = (unit: string): boolean => UNITS.includes(unit) || LONG_UNITS.some((long) => unit.startsWith(long));
