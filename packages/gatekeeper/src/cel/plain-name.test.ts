import { expect, test } from "vitest";
import { runCel } from "../../test/cel.js";
import { plainName } from "./plain-name.js";

test.each([
  ["a", "a"],
  [".a", "a"],
])("`%s` names `%s`", (name, plain) => {
  expect(plainName({ name })).toBe(plain);
});

test("a dot before a name changes nothing, not even inside of a macro, as in Kubernetes", () => {
  expect(runCel(".object.spec.n").text).toBe("5");
  expect(runCel("[1].map(object, .object + 1)").text).toBe("[2]");
});
