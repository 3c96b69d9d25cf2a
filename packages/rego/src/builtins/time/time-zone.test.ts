import { expect, test } from "vitest";
import { instantOf, utc, wallClock, zoneOf } from "./time-zone.js";

test("offsets change with the clock", () => {
  const berlin = zoneOf("Europe/Berlin");
  expect(berlin?.offsetAt(1_711_846_799)).toBe(3600);
  expect(berlin?.offsetAt(1_711_846_800)).toBe(7200);
  expect([berlin?.abbreviationAt(1_711_846_799), berlin?.abbreviationAt(1_711_846_800)]).toStrictEqual(["CET", "CEST"]);
  expect(zoneOf("America/Sao_Paulo")?.abbreviationAt(0)).toBe("-03");
});

test.each(["", "UTC", "Local"])("`%s` is universal time", (name) => {
  expect(zoneOf(name)).toBe(utc);
});

test.each(["Nope/Zone", "europe/berlin", "+01:00", "Europe/", "../etc"])("%s is no zone", (name) => {
  expect(zoneOf(name)).toBeUndefined();
});

test("wall clocks and instants agree, also before 1970", () => {
  const newYork = zoneOf("America/New_York");
  if (newYork === undefined) throw new Error("no zone");
  const time = wallClock(-1n, newYork);
  expect(time).toMatchObject({ year: 1969, month: 12, day: 31, hour: 18, second: 59, nanosecond: 999_999_999 });
  expect(instantOf(time, newYork)).toBe(-1);
});
