import { expect, test } from "vitest";
import { runCel } from "../../test/cel.js";

const TOO_DEEP = "error: compilation failed: ERROR: <input>:-1:0: max recursion depth exceeded";
const TOO_NESTED = "error: compilation failed: ERROR: <input>:-1:0: expression recursion limit exceeded: 250";

test.each<[string, (count: number) => string, number, string]>([
  ["operators", (count) => `${"1+".repeat(count)}1`, 250, TOO_DEEP],
  ["fields", (count) => `object${".b".repeat(count)}`, 250, TOO_DEEP],
  ["indices", (count) => `object${"[0]".repeat(count)}`, 250, TOO_DEEP],
  ["brackets", (count) => `${"(".repeat(count)}1${")".repeat(count)}`, 249, TOO_NESTED],
  ["lists", (count) => `${"[".repeat(count)}${"]".repeat(count)}`, 250, TOO_NESTED],
  ["choices", (count) => `${"true?1:".repeat(count)}1`, 249, TOO_NESTED],
])("%s may nest as deep as in Kubernetes", (_what, textOf, most, message) => {
  expect(runCel(textOf(most)).text).not.toContain("recursion");
  expect(runCel(textOf(most + 1)).text).toBe(message);
});

test("chains of conditions may be long, and nothing exhausts the stack", () => {
  expect(runCel(`${"false || ".repeat(5_000)}true`).text).toBe("true");
  expect(runCel("(".repeat(90_000)).text).toBe(TOO_NESTED);
  expect(runCel("-".repeat(90_000)).text).toContain("no viable alternative");
  expect(runCel(`object${".b".repeat(49_000)}`).text).toBe(TOO_DEEP);
  expect(runCel("+ ".repeat(10_000)).text).toContain("error recovery attempt limit exceeded: 30");
});
