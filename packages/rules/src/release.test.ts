import { describe, expect, it } from "vitest";
import { DEFAULT_RELEASE, RELEASES } from "./release.js";

describe("RELEASES", () => {
  it("has the states that were run, from the oldest to the newest", () => {
    expect(RELEASES).toEqual(["1.66", "1.76", "next"]);
  });

  it("has the newest released one as default", () => {
    expect(DEFAULT_RELEASE).toBe(RELEASES.filter((release) => release !== "next").at(-1));
  });
});
