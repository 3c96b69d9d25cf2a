/** A date and a time of day, without a zone. */
export interface CivilTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly nanosecond: number;
}

const secondsOfDay = 86_400;

/** Nanoseconds of a second. */
export const nanoseconds = 1_000_000_000n;

/** The days from 1970-01-01 to a date of the proleptic Gregorian calendar; months and days may overflow. */
export function daysOf(year: number, month: number, day: number): number {
  const months = year * 12 + month - 1;
  // Years that begin in March, so that the leap day is the last one.
  const shifted = Math.floor((months - 2) / 12);
  const monthOfYear = months - 2 - shifted * 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * monthOfYear + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Seconds since 1970 of a civil time, as if it were in UTC; fields may overflow. */
export const secondsOf = (time: CivilTime): number =>
  daysOf(time.year, time.month, time.day) * secondsOfDay + time.hour * 3600 + time.minute * 60 + time.second;

/** The civil time of seconds since 1970 in UTC. */
export function civilTimeOf(seconds: number, nanosecond: number): CivilTime {
  const days = Math.floor(seconds / secondsOfDay);
  const rest = seconds - days * secondsOfDay;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthOfYear = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthOfYear + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    nanosecond,
  };
}

/** The number of days of a month. */
export const daysIn = (year: number, month: number): number => daysOf(year, month + 1, 1) - daysOf(year, month, 1);

/** The day of the year, from 1. */
export const dayOfYear = ({ year, month, day }: CivilTime): number => daysOf(year, month, day) - daysOf(year, 1, 1) + 1;

/** The day of the week, Sunday being 0. */
export const dayOfWeek = ({ year, month, day }: CivilTime): number => (((daysOf(year, month, day) + 4) % 7) + 7) % 7;

/** English names of the days, Sunday first. */
export const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** English names of the months. */
export const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
