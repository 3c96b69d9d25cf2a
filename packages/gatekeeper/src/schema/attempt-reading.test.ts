import { expect, it } from "vitest";
import { succeed } from "../outcome.js";
import { attemptReading } from "./attempt-reading.js";

it("what is thrown becomes a fault", () => {
  expect(attemptReading(() => succeed(1))).toEqual({ ok: true, value: 1 });
  const thrown = attemptReading(() => {
    throw new Error("no");
  });
  expect(thrown).toEqual({ ok: false, error: { code: "internal", message: "could not be read: no" } });
  const odd = attemptReading(() => {
    throw "text";
  });
  expect(odd).toMatchObject({ error: { message: "could not be read: string" } });
});
