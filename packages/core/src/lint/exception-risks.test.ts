import { RELEASES } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { EXCEPTION_RISKS } from "./exception-risks.js";

it("1.66 has no exceptions, and what is said of them has a code and a message", () => {
  expect(EXCEPTION_RISKS["1.66"]).toEqual([]);
  for (const release of RELEASES)
    for (const { code, message } of EXCEPTION_RISKS[release]) {
      expect(code).toMatch(/^exception-[a-z-]+$/);
      expect(message).not.toMatch(/^[A-Z]|\.$/);
    }
});
