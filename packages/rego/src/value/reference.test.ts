import { expect, test } from "vitest";
import { defaultReference } from "./reference.js";

test("the reference is the release that Gatekeeper links", () => {
  expect(defaultReference).toBe("1.17");
});
