import { fromJson, parseJson, RegoSet, type Value } from "@ostiary/rego";
import { expect, test } from "vitest";
import { readViolations } from "./read-results.js";

const setOf = (...members: readonly unknown[]): Value => new RegoSet(members.map((member) => fromJson(member) ?? null));

test("members of the set become violations, in the order of the set", () => {
  expect(readViolations(setOf({ msg: "b", details: { a: [1] } }, { msg: "a", details: null }))).toEqual({
    ok: true,
    value: [
      { message: "a", details: null },
      { message: "b", details: { a: [1] } },
    ],
  });
  expect(readViolations(undefined)).toEqual({ ok: true, value: [] });
});

test("numbers with more digits than JavaScript has are rounded", () => {
  const member = parseJson('{"msg": "a", "details": [1e400, 9007199254740993, 0.10000000000000000000001]}') ?? null;
  expect(readViolations(new RegoSet([member]))).toMatchObject({
    value: [{ details: [Number.POSITIVE_INFINITY, 9007199254740992, 0.1] }],
  });
});

test.each([
  [5, "5 is of the type json.Number"],
  [1.5, "1.5 is of the type json.Number"],
  [null, "<nil> is of the type <nil>"],
  [true, "true is of the type bool"],
  [["x"], "[x] is of the type []interface {}"],
  [{ a: 1 }, "map[a:1] is of the type map[string]interface {}"],
])("the message %j fails", (msg, text) => {
  const outcome = readViolations(setOf({ msg, details: {} }));
  expect(outcome.ok ? "" : outcome.error.message).toBe(
    `extracting message binding: .msg accessor error: ${text}, expected string`,
  );
});
