import { expect, it } from "vitest";
import { ignore, NO_CHANGE, refuseUndecodable } from "./weighing.js";

it("what is ignored says why", () => {
  expect(ignore("because")).toEqual({ kind: "ignored", note: "because" });
  expect(NO_CHANGE).toEqual({ kind: "ignored", note: "only creating and updating counts" });
});

it("what cannot be decoded is a bad request", () => {
  expect(refuseUndecodable("old pod")).toEqual({
    kind: "refused",
    refusal: { code: 400, reason: "BadRequest", message: "failed to decode old pod" },
  });
});
