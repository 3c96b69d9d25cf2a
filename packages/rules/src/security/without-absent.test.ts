import { describe, expect, it } from "vitest";
import { withoutAbsent } from "./without-absent.js";

describe("withoutAbsent", () => {
  it("keeps what is there, null and false too", () => {
    expect(Object.entries(withoutAbsent({ a: undefined, b: null, c: false, d: "" }) ?? {})).toEqual([
      ["b", null],
      ["c", false],
      ["d", ""],
    ]);
  });
});
