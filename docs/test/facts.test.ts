import { expect, it } from "vitest";
import { describeFact, markCode } from "../scripts/facts.js";

it.each([
  ["spec.a[*].b, else none", "`spec.a[*].b`, else none"],
  ["a prefix: `x.io`", "a prefix: `x.io`"],
  ["no * and no <x>", "no &#42; and no &#60;x&#62;"],
])("%s", (text, markdown) => {
  expect(markCode(text)).toBe(markdown);
});

it("fields stand on lines of their own, other texts are one", () => {
  expect(describeFact({ name: "Fields", lines: ["spec.a", "spec.b"] })).toEqual(["Fields", "`spec.a`\n`spec.b`"]);
  expect(describeFact({ name: "Allowed", lines: ["one", "two"] })).toEqual(["Allowed", "one two"]);
});
