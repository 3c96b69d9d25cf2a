import { describe, expect, test } from "vitest";
import { compileRego } from "./compile-rego.js";
import { type OptionWords, optionFaults } from "./option-faults.js";

const KNOWN: OptionWords<{ readonly strict?: "on" | "off"; readonly input?: unknown }> = {
  strict: ["on", "off"],
  input: undefined,
};

const messagesOf = (options: object) =>
  optionFaults(options, KNOWN, "rego_compile_error").map(({ message }) => message);

test("an option that does not exist is told with those that do", () => {
  expect(optionFaults({ inputs: {} }, KNOWN, "rego_compile_error")).toEqual([
    {
      code: "rego_compile_error",
      message: "unknown option `inputs`: expected one of input, strict",
      file: "",
      row: 0,
      column: 0,
    },
  ]);
  expect(messagesOf({ toString: 1, a: undefined })).toHaveLength(2);
});

test("a word that an option cannot be is told with those that it can", () => {
  expect(messagesOf({ strict: true })).toEqual(["option `strict`: expected one of on, off"]);
});

test("what is left undefined, and what can be anything, is no fault", () => {
  expect(messagesOf({ strict: undefined, input: 5 })).toEqual([]);
});

describe("callers in JavaScript are told", () => {
  const sources = [{ file: "a.rego", source: "package a\n\np := input\n" }];
  const policy = compileRego(sources);
  if (!policy.ok) throw new Error("the policy compiles");
  const { value } = policy;

  test.each<[string, () => { readonly ok: boolean }]>([
    ["by compileRego", () => compileRego(sources, { strit: "on" } as object)],
    ["by compileRego, of a release", () => compileRego(sources, { reference: "1.21" } as object)],
    ["by compileRego, of a word", () => compileRego(sources, { version: "1" } as object)],
    ["by prepare", () => value.prepare("data.a.p", { imprts: [] } as object)],
    ["by prepare, of a word", () => value.prepare("data.a.p", { version: "1" } as object)],
    ["by evaluate", () => value.evaluate("data.a.p", { inputs: {} } as object)],
    ["by explainUndefined", () => value.explainUndefined("data.a.p", { inputs: {} } as object)],
    ["of limits", () => value.evaluate("data.a.p", { limits: { step: 5 } } as object)],
  ])("%s", (_who, call) => {
    // The types do not allow these.
    expect(call()).toMatchObject({ ok: false, errors: [{ message: expect.stringMatching(/^(unknown )?option `/) }] });
  });

  test("and options that exist do as before", () => {
    expect(value.evaluate("data.a.p", { input: 1, limits: { steps: 100 } }).ok).toBe(true);
  });

  test("and null is nothing", () => {
    // As above.
    const nothing = null as unknown as undefined;
    const compiled = compileRego(sources, nothing);
    expect(compiled.ok && compiled.value.evaluate("data.a.p", nothing)).toEqual({ ok: true, value: [] });
    expect(value.evaluate("data.a.p", { input: 1, limits: nothing } as object).ok).toBe(true);
  });
});
