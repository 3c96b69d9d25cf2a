import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("check of macros", () => {
  it.each([
    [
      "1.all(x, true)",
      "error: compilation failed: ERROR: <input>:1:1: expression of type 'int' cannot be range of a comprehension (must be list, map, or dynamic)\n | 1.all(x, true)\n | ^",
    ],
    [
      '"a".map(x, x)',
      "error: compilation failed: ERROR: <input>:1:1: expression of type 'string' cannot be range of a comprehension (must be list, map, or dynamic)\n | \"a\".map(x, x)\n | ^",
    ],
    [
      "request.operation.exists(x, true)",
      "error: compilation failed: ERROR: <input>:1:8: expression of type 'string' cannot be range of a comprehension (must be list, map, or dynamic)\n | request.operation.exists(x, true)\n | .......^",
    ],
  ])("only lists, maps and what is not known can be gone over: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '[1, 2].all(x, "a")',
      "error: compilation failed: ERROR: <input>:1:15: expected type 'bool' but found 'string'\n | [1, 2].all(x, \"a\")\n | ..............^",
    ],
    [
      "[1].exists(x, 1)",
      "error: compilation failed: ERROR: <input>:1:15: expected type 'bool' but found 'int'\n | [1].exists(x, 1)\n | ..............^",
    ],
    [
      '[1, 2].filter(x, "a")',
      "error: compilation failed: ERROR: <input>:1:14: found no matching overload for '_?_:_' applied to '(string, list(int), list(int))'\n | [1, 2].filter(x, \"a\")\n | .............^",
    ],
    [
      '[1, 2].exists_one(x, "a")',
      "error: compilation failed: ERROR: <input>:1:18: found no matching overload for '_?_:_' applied to '(string, int, int)'\n | [1, 2].exists_one(x, \"a\")\n | .................^",
    ],
    [
      "[1].map(x, 1, x)",
      "error: compilation failed: ERROR: <input>:1:8: found no matching overload for '_?_:_' applied to '(int, list(int), list(int))'\n | [1].map(x, 1, x)\n | .......^",
    ],
  ])("predicates must be booleans: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '["a"].map(x, x + 1)',
      "error: compilation failed: ERROR: <input>:1:16: found no matching overload for '_+_' applied to '(string, int)'\n | [\"a\"].map(x, x + 1)\n | ...............^",
    ],
    [
      '{"a": 1}.map(k, k + 1)',
      "error: compilation failed: ERROR: <input>:1:19: found no matching overload for '_+_' applied to '(string, int)'\n | {\"a\": 1}.map(k, k + 1)\n | ..................^",
    ],
    [
      '["a"].all(i, v, i == v)',
      "error: compilation failed: ERROR: <input>:1:19: found no matching overload for '_==_' applied to '(int, string)'\n | [\"a\"].all(i, v, i == v)\n | ..................^",
    ],
    [
      '{"a": 1}.transformMap(k, v, v + "x")',
      "error: compilation failed: ERROR: <input>:1:31: found no matching overload for '_+_' applied to '(int, string)'\n | {\"a\": 1}.transformMap(k, v, v + \"x\")\n | ..............................^",
    ],
    [
      '[1].map(x, x + 1)[0] + "a"',
      "error: compilation failed: ERROR: <input>:1:22: found no matching overload for '_+_' applied to '(int, string)'\n | [1].map(x, x + 1)[0] + \"a\"\n | .....................^",
    ],
  ])("names have the types of elements: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '"a".optMap(x, x)',
      "error: compilation failed: ERROR: <input>:1:11: found no matching overload for 'hasValue' applied to 'string.()'\n | \"a\".optMap(x, x)\n | ..........^\nERROR: <input>:1:11: found no matching overload for 'value' applied to 'string.()'\n | \"a\".optMap(x, x)\n | ..........^",
    ],
    [
      'optional.of(1).optMap(x, x + "a")',
      "error: compilation failed: ERROR: <input>:1:28: found no matching overload for '_+_' applied to '(int, string)'\n | optional.of(1).optMap(x, x + \"a\")\n | ...........................^",
    ],
  ])("optMap wants an optional: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
