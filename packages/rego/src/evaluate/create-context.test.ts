import { expect, test } from "vitest";
import { outcomeOf } from "../../test/outcome-of.js";
import { createContext } from "./create-context.js";

const surroundings = { release: "1.17" } as const;

test.each<[string, unknown]>([
  ["NaN", Number.NaN],
  ["an infinity", [Number.POSITIVE_INFINITY]],
  ["a function", { f: () => 1 }],
  ["a symbol", Symbol("s")],
])("%s is no input", (_title, input) => {
  expect(createContext({ input }, surroundings).ok).toBe(false);
  expect(createContext({ data: { input } }, surroundings).ok).toBe(false);
});

test("an input that refers to itself is refused", () => {
  const input: Record<string, unknown> = {};
  input["self"] = input;
  expect(createContext({ input }, surroundings).ok).toBe(false);
});

test("no input is undefined, null is a value", () => {
  expect(outcomeOf({ rego: "p if input == null", input: null })).toBe('{"p": true}');
  expect(outcomeOf({ rego: "p if not input" })).toBe('{"p": true}');
});

test("the clock is read once in an evaluation", () => {
  let now = 0n;
  const context = createContext(
    {
      now: () => {
        now += 1n;
        return now;
      },
    },
    surroundings,
  );
  const read = context.ok ? context.value.evaluation.builtins.now : undefined;
  expect([read?.(), read?.()]).toStrictEqual([1n, 1n]);
});
