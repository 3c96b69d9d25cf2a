import { expect, it } from "vitest";
import { GATEKEEPER_RELEASES, isSince, NEWEST_RELEASE } from "./gatekeeper-release.js";

it("releases are compared by their numbers, not as texts", () => {
  expect(isSince("3.13", "3.14")).toBe(false);
  expect(isSince("3.20", "3.15")).toBe(true);
  expect(isSince("3.15", "3.15")).toBe(true);
});

it("the newest release is the last of the list", () => {
  expect(GATEKEEPER_RELEASES.at(-1)).toBe(NEWEST_RELEASE);
});
