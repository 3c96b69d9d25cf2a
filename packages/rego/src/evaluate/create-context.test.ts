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

test("what is no JSON cannot be the runtime", () => {
  expect(createContext({ runtime: Number.NaN }, surroundings).ok).toBe(false);
  const context = createContext({ runtime: { a: 1 } }, surroundings);
  expect(context.ok && context.value.evaluation.builtins.runtime).toStrictEqual({ a: 1 });
});

test("builtins see the sources that the host gave, and nothing where it gave none", () => {
  const sources = { random: () => 0.5, uuid: () => "u", lookUp: () => [] };
  const [given, none] = [sources, {}].map((options) => createContext(options, surroundings));
  if (!given?.ok || !none?.ok) throw new Error("no context");
  const { random, uuid, lookUp } = given.value.evaluation.builtins;
  expect({ random, uuid, lookUp }).toStrictEqual(sources);
  const { builtins } = none.value.evaluation;
  expect([builtins.random, builtins.uuid, builtins.lookUp, builtins.now]).toStrictEqual(new Array(4).fill(undefined));
  expect(builtins.regex.compile("a")).toMatchObject({ ok: false });
  expect(() => builtins.exceed("digits")).toThrow();
});
