import { allBuiltins, fromJson, toJson } from "@ostiary/rego";
import { expect, test } from "vitest";
import type { ProviderAnswers } from "../mutation/external-data.js";
import { externalDataBuiltin } from "./external-data-builtin.js";
import { templateBuiltins } from "./host-builtins.js";

// The function looks at no context.
const NO_CONTEXT = {} as Parameters<NonNullable<ReturnType<ReturnType<typeof templateBuiltins>["get"]>>["call"]>[1];

const ask = (request: unknown, answers: ProviderAnswers) => {
  const builtin = templateBuiltins({ known: allBuiltins(), disabled: [], providers: () => answers }).get(
    "external_data",
  );
  const value = builtin?.call([fromJson(request) ?? null], NO_CONTEXT);
  return value === undefined ? undefined : toJson(value);
};

const ITEMS = [
  { key: "a", value: { b: 1 } },
  { key: "c", error: "unknown" },
  { key: "d", value: "not asked for" },
];

test("answers are pairs, those with an error apart", () => {
  expect(ask({ provider: "p", keys: ["c", "a"] }, { p: { response: { items: ITEMS, systemError: "slow" } } })).toEqual({
    responses: [["a", { b: 1 }]],
    errors: [["c", "unknown"]],
    status_code: 200,
    system_error: "slow",
  });
});

test.each([
  ["other", ["a"], 400, "key is not found in provider cache"],
  ["broken", ["a"], 500, "connection refused"],
])("the provider %s does not answer", (provider, keys, status, message) => {
  expect(ask({ provider, keys }, { broken: { transportError: "connection refused" } })).toEqual({
    responses: null,
    errors: null,
    status_code: status,
    system_error: message,
  });
});

test("who asks for nothing is told nothing", () => {
  expect(ask({ provider: "other", keys: [] }, {})).toEqual({
    responses: [],
    errors: [],
    status_code: 0,
    system_error: "",
  });
});

test("a request of a wrong type is a fault of the function", () => {
  expect(() => ask({ provider: 1, keys: "a" }, {})).toThrow();
  expect(externalDataBuiltin(() => ({})).name).toBe("external_data");
});
