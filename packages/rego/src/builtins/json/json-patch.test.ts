import { describe, expect, test } from "vitest";
import { numberFromText } from "../../value/number.js";
import { RegoSet } from "../../value/set.js";
import type { Value } from "../../value/value.js";
import { callBuiltin, testContext } from "../call-builtin.js";
import { jsonPatchBuiltins } from "./json-patch.js";

describe("operations of RFC 6902, for sets too (10.6)", () => {
  test.each<[string, readonly Value[], string]>([
    ["json.patch", [{ a: 1 }, [{ op: "add", path: "/b", value: 2 }]], '{"a": 1, "b": 2}'],
    [
      "json.patch",
      [
        { a: [1, 2] },
        [
          { op: "add", path: "/a/-", value: 3 },
          { op: "add", path: "/a/0", value: 0 },
        ],
      ],
      '{"a": [0, 1, 2, 3]}',
    ],
    ["json.patch", [{ a: [1, 2] }, [{ op: "remove", path: "/a/0" }]], '{"a": [2]}'],
    ["json.patch", [{ a: [1, 2] }, [{ op: "replace", path: "/a/1", value: 9 }]], '{"a": [1, 9]}'],
    ["json.patch", [{ a: 1 }, [{ op: "move", from: "/a", path: "/b" }]], '{"b": 1}'],
    ["json.patch", [{ a: { b: 1 } }, [{ op: "copy", from: "/a", path: "/a/c" }]], '{"a": {"b": 1, "c": {"b": 1}}}'],
    ["json.patch", [{ a: 1 }, [{ op: "test", path: "/a", value: numberFromText("1.0") }]], '{"a": 1}'],
    ["json.patch", [new RegoSet([1]), [{ op: "add", path: [2], value: 2 }]], "{1, 2}"],
    ["json.patch", [new RegoSet([1]), [{ op: "remove", path: [1] }]], "set()"],
    [
      "json.patch",
      [{ a: new RegoSet([{ x: 1 }]) }, [{ op: "add", path: ["a", { x: 1 }, "y"], value: 1 }]],
      '{"a": {{"x": 1, "y": 1}}}',
    ],
    ["json.patch", [{ a: 1 }, [{ op: "replace", path: "", value: [1] }]], "[1]"],
    ["json.patch", [5, [{ op: "replace", path: "", value: 1 }]], "1"],
    ["json.patch", [[1, 2], [{ op: "add", path: [1], value: 9 }]], "[1, 9, 2]"],
    ["json.patch", [{ a: 1 }, []], '{"a": 1}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonPatchBuiltins, name, operands)).toBe(expected);
  });
});

describe("an operation that fails is a fault", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "json.patch",
      [{ a: 1 }, [{ op: "add", path: "/b" }]],
      "eval_builtin_error: json.patch: missing required attribute 'value'",
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "remove", path: "/b" }]],
      'eval_builtin_error: json.patch: cannot delete child key "b" that does not exist',
    ],
    ["json.patch", [{ a: 1 }, [{ op: "zzz", path: "/b" }]], "eval_builtin_error: json.patch: unrecognized op: 'zzz'"],
    [
      "json.patch",
      [{ a: 1 }, [{ op: 1, path: "/b" }]],
      "eval_builtin_error: json.patch: attribute 'op' must be a string but found: number",
    ],
    ["json.patch", [{ a: 1 }, [{ path: "/b" }]], "eval_builtin_error: json.patch: missing required attribute 'op'"],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "add", value: 1 }]],
      "eval_builtin_error: json.patch: missing required attribute 'path'",
    ],
    [
      "json.patch",
      [{ a: 1 }, [1]],
      "eval_builtin_error: json.patch: must be an array of JSON-Patch objects, but at least one element is not an object",
    ],
    ["json.patch", [{ a: 1 }, 1], "eval_type_error: json.patch: operand 2 must be array but got number"],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "add", path: 1, value: 2 }]],
      "eval_type_error: json.patch: operand 2 must be one of {set, array} containing string paths or array of path segments but got number",
    ],
    [
      "json.patch",
      [{ a: [1] }, [{ op: "add", path: "/a/5", value: 3 }]],
      "eval_builtin_error: json.patch: index for array insertion out of bounds",
    ],
    [
      "json.patch",
      [{ a: [1] }, [{ op: "add", path: "/a/x", value: 3 }]],
      "eval_builtin_error: json.patch: invalid string for indexing",
    ],
    [
      "json.patch",
      [{ a: [1] }, [{ op: "add", path: "/a/01", value: 3 }]],
      "eval_builtin_error: json.patch: leading zeros are not allowed in JSON paths",
    ],
    [
      "json.patch",
      [{ a: [1] }, [{ op: "add", path: "/a/-1", value: 3 }]],
      "eval_builtin_error: json.patch: index for array insertion out of bounds",
    ],
    [
      "json.patch",
      [{ a: [1] }, [{ op: "remove", path: "/a/-" }]],
      "eval_builtin_error: json.patch: index for array delete out of bounds",
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "move", path: "/b" }]],
      "eval_builtin_error: json.patch: missing required attribute 'from'",
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "copy", from: "/z", path: "/b" }]],
      'eval_builtin_error: json.patch: path "z" does not exist in object term {"a": 1}',
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "test", path: "/a", value: 2 }]],
      "eval_builtin_error: json.patch: value from EditTree != patch value.\n\nExpected: 2\n\nFound: 1",
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "add", path: "/b/c", value: 2 }]],
      'eval_builtin_error: json.patch: path "b" does not exist in object term {"a": 1}',
    ],
    [
      "json.patch",
      [{ a: 1 }, [{ op: "add", path: "/a/c", value: 2 }]],
      "eval_builtin_error: json.patch: expected composite type, found value: 1 (type: ast.Number)",
    ],
    [
      "json.patch",
      [new RegoSet([1]), [{ op: "add", path: [2], value: 3 }]],
      "eval_builtin_error: json.patch: set key 2 does not equal value to be inserted 3",
    ],
    [
      "json.patch",
      [new RegoSet([1]), [{ op: "remove", path: [3] }]],
      "eval_builtin_error: json.patch: cannot delete child key 3 that does not exist",
    ],
    [
      "json.patch",
      [[1], [{ op: "add", path: [1.5], value: 9 }]],
      "eval_builtin_error: json.patch: invalid number type for indexing",
    ],
    [
      "json.patch",
      [[1], [{ op: "add", path: [null], value: 9 }]],
      "eval_builtin_error: json.patch: invalid type for indexing",
    ],
    [
      "json.patch",
      [{ a: [1, 2] }, [{ op: "test", path: "/a/5", value: 3 }]],
      "eval_builtin_error: json.patch: path 5 does not exist in array term [1, 2]",
    ],
    [
      "json.patch",
      [{ a: [1, 2] }, [{ op: "add", path: "/a/1.0", value: 3 }]],
      "eval_builtin_error: json.patch: invalid string for indexing",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(jsonPatchBuiltins, name, operands)).toBe(expected);
  });
});

test("removing everything leaves nothing", () => {
  expect(callBuiltin(jsonPatchBuiltins, "json.patch", [{ a: 1 }, [{ op: "remove", path: "" }]])).toBe("undefined");
});

test("the newer release takes 1.0 for an index", () => {
  const context = testContext({ reference: "1.22" });
  const operation = { op: "add", path: "/a/1.0", value: 9 };
  expect(callBuiltin(jsonPatchBuiltins, "json.patch", [{ a: [1, 2] }, [operation]], context)).toBe('{"a": [1, 9, 2]}');
});

describe("what is wrong is found in the order of OPA", () => {
  test.each<[Value, Value, string]>([
    [{ a: 1 }, {}, "missing required attribute 'path'"],
    [{ a: 1 }, { path: 1 }, "missing required attribute 'op'"],
    [{ a: 1 }, { op: "replace", path: "/b" }, 'cannot delete child key "b" that does not exist'],
    [{ a: 1 }, { op: "replace", path: "/a" }, "missing required attribute 'value'"],
    [{ a: 1 }, { op: "test", path: "/b" }, 'path "b" does not exist in object term {"a": 1}'],
    [{ a: 1 }, { op: "move", path: "/b" }, "missing required attribute 'from'"],
    [{ a: 1 }, { op: "test", path: "/a/b" }, 'expected composite type for path "b", found value: 1 (type: ast.Number)'],
    [1, { op: "add", path: "/a", value: 1 }, "expected composite type, found value: 1 (type: ast.Number)"],
  ])("%j patched with %j", (target, operation, message) => {
    expect(callBuiltin(jsonPatchBuiltins, "json.patch", [target, [operation]])).toBe(
      `eval_builtin_error: json.patch: ${message}`,
    );
  });
});
