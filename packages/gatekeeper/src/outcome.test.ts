import { expect, it } from "vitest";
import { fail, succeed } from "./outcome.js";

it("an outcome is a value, or a fault with a name and words", () => {
  expect(succeed(1)).toEqual({ ok: true, value: 1 });
  expect(fail("name", "words")).toEqual({ ok: false, error: { code: "name", message: "words" } });
});
