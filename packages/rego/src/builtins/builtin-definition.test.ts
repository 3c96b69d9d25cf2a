import { expect, test } from "vitest";
import { builtinFrom } from "./builtin-definition.js";
import { testContext } from "./call-builtin.js";

test("a definition becomes a builtin that knows its arity", () => {
  const builtin = builtinFrom({
    name: "startswith",
    signature: "search: string -> result: boolean",
    infix: "~",
    deprecated: true,
    call: (operands) => operands.string(1).startsWith("a"),
  });
  expect(builtin).toMatchObject({
    name: "startswith",
    arity: 1,
    signature: "search: string -> result: boolean",
    infix: "~",
    deprecated: true,
  });
  expect(builtin.call(["abc"], testContext())).toBe(true);
  expect(builtin.enumerate).toBeUndefined();
});

test("a relation gives its results one by one", () => {
  const builtin = builtinFrom({
    name: "each",
    signature: "any -> any",
    relation: true,
    call: () => null,
    enumerate: (operands, _context, visit) => {
      operands.array(1).some(visit);
    },
  });
  const seen: unknown[] = [];
  builtin.enumerate?.([[1, 2, 3]], testContext(), (value) => seen.push(value) === 2);
  expect(seen).toStrictEqual([1, 2]);
});
