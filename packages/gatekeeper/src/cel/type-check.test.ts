import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("type check", () => {
  it.each([
    [
      "params.max",
      "error: compilation failed: ERROR: <input>:1:1: undeclared reference to 'params' (in container '')\n | params.max\n | ^",
    ],
    ["x", "error: compilation failed: ERROR: <input>:1:1: undeclared reference to 'x' (in container '')\n | x\n | ^"],
    [
      "[1].all(x, y)",
      "error: compilation failed: ERROR: <input>:1:12: undeclared reference to 'y' (in container '')\n | [1].all(x, y)\n | ...........^",
    ],
    [
      "size(q)",
      "error: compilation failed: ERROR: <input>:1:6: undeclared reference to 'q' (in container '')\n | size(q)\n | .....^",
    ],
  ])("names must be declared: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '1 + "a"',
      "error: compilation failed: ERROR: <input>:1:3: found no matching overload for '_+_' applied to '(int, string)'\n | 1 + \"a\"\n | ..^",
    ],
    [
      "1 + 2.0",
      "error: compilation failed: ERROR: <input>:1:3: found no matching overload for '_+_' applied to '(int, double)'\n | 1 + 2.0\n | ..^",
    ],
    [
      '"a" < 1',
      "error: compilation failed: ERROR: <input>:1:5: found no matching overload for '_<_' applied to '(string, int)'\n | \"a\" < 1\n | ....^",
    ],
    [
      "!1",
      "error: compilation failed: ERROR: <input>:1:1: found no matching overload for '!_' applied to '(int)'\n | !1\n | ^",
    ],
    [
      '-"a"',
      "error: compilation failed: ERROR: <input>:1:1: found no matching overload for '-_' applied to '(string)'\n | -\"a\"\n | ^",
    ],
    [
      'true ? 1 : "a"',
      "error: compilation failed: ERROR: <input>:1:6: found no matching overload for '_?_:_' applied to '(bool, int, string)'\n | true ? 1 : \"a\"\n | .....^",
    ],
    [
      "1 && true",
      "error: compilation failed: ERROR: <input>:1:1: expected type 'bool' but found 'int'\n | 1 && true\n | ^",
    ],
    [
      'true || "a"',
      "error: compilation failed: ERROR: <input>:1:9: expected type 'bool' but found 'string'\n | true || \"a\"\n | ........^",
    ],
    [
      "1 in 2",
      "error: compilation failed: ERROR: <input>:1:3: found no matching overload for '@in' applied to '(int, int)'\n | 1 in 2\n | ..^",
    ],
    [
      '[1] + ["a"]',
      "error: compilation failed: ERROR: <input>:1:5: found no matching overload for '_+_' applied to '(list(int), list(string))'\n | [1] + [\"a\"]\n | ....^",
    ],
  ])("operands must go together: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '"abc".startsWith(1)',
      "error: compilation failed: ERROR: <input>:1:17: found no matching overload for 'startsWith' applied to 'string.(int)'\n | \"abc\".startsWith(1)\n | ................^",
    ],
    [
      "size(1)",
      "error: compilation failed: ERROR: <input>:1:5: found no matching overload for 'size' applied to '(int)'\n | size(1)\n | ....^",
    ],
    [
      "string([])",
      "error: compilation failed: ERROR: <input>:1:7: found no matching overload for 'string' applied to '(list(dyn))'\n | string([])\n | ......^",
    ],
    [
      '[1, 2].join(",")',
      "error: compilation failed: ERROR: <input>:1:12: found no matching overload for 'join' applied to 'list(int).(string)'\n | [1, 2].join(\",\")\n | ...........^",
    ],
    [
      '"a".lowerAscii(1)',
      "error: compilation failed: ERROR: <input>:1:15: found no matching overload for 'lowerAscii' applied to 'string.(int)'\n | \"a\".lowerAscii(1)\n | ..............^",
    ],
  ])("arguments must go with a signature: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "request.foo",
      "error: compilation failed: ERROR: <input>:1:8: undefined field 'foo'\n | request.foo\n | .......^",
    ],
    [
      "request.kind.zz",
      "error: compilation failed: ERROR: <input>:1:13: undefined field 'zz'\n | request.kind.zz\n | ............^",
    ],
    [
      "namespaceObject.metadata.zz",
      "error: compilation failed: ERROR: <input>:1:25: undefined field 'zz'\n | namespaceObject.metadata.zz\n | ........................^",
    ],
    ["request.operation", "CREATE"],
    [
      '"a".b',
      "error: compilation failed: ERROR: <input>:1:4: type 'string' does not support field selection\n | \"a\".b\n | ...^",
    ],
    ['{"a": 1}.zz', "error: no such key: zz"],
  ])("fields of known types must exist: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      '[1, "a"]',
      "error: compilation failed: ERROR: <input>:1:5: expected type 'int' but found 'string'\n | [1, \"a\"]\n | ....^",
    ],
    [
      "[1, object.spec.n]",
      "error: compilation failed: ERROR: <input>:1:16: expected type 'int' but found 'dyn'\n | [1, object.spec.n]\n | ...............^",
    ],
    [
      "[object.spec.n, 1]",
      "error: compilation failed: ERROR: <input>:1:17: expected type 'dyn' but found 'int'\n | [object.spec.n, 1]\n | ................^",
    ],
    [
      '{"a": 1, "b": "x"}',
      'error: compilation failed: ERROR: <input>:1:15: expected type \'int\' but found \'string\'\n | {"a": 1, "b": "x"}\n | ..............^',
    ],
    [
      '{"a": object.spec.n, "b": 1}',
      "error: compilation failed: ERROR: <input>:1:27: expected type 'dyn' but found 'int'\n | {\"a\": object.spec.n, \"b\": 1}\n | ..........................^",
    ],
    [
      '[[1], ["a"]]',
      "error: compilation failed: ERROR: <input>:1:7: expected type 'list(int)' but found 'list(string)'\n | [[1], [\"a\"]]\n | ......^",
    ],
    ["[object.spec.n, object.spec.s]", '[5, "Str"]'],
    ["[[], [1]]", "[[], [1]]"],
    ['"%s %s".format([1, "a"])', "1 a"],
    [
      "[1, 2.0]",
      "error: compilation failed: ERROR: <input>:1:5: expected type 'int' but found 'double'\n | [1, 2.0]\n | ....^",
    ],
  ])("elements of a literal must be of one type: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "a + b",
      "error: compilation failed: ERROR: <input>:1:1: undeclared reference to 'a' (in container '')\n | a + b\n | ^\nERROR: <input>:1:5: undeclared reference to 'b' (in container '')\n | a + b\n | ....^",
    ],
    [
      "foo(x, y)",
      "error: compilation failed: ERROR: <input>:1:4: undeclared reference to 'foo' (in container '')\n | foo(x, y)\n | ...^\nERROR: <input>:1:5: undeclared reference to 'x' (in container '')\n | foo(x, y)\n | ....^\nERROR: <input>:1:8: undeclared reference to 'y' (in container '')\n | foo(x, y)\n | .......^",
    ],
  ])("several faults are told in the order of their places: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});

it.each([
  ["quantity('1').a", "unexpected failed resolution of 'kubernetes.Quantity'"],
  ["ip('1.1.1.1').a", "type 'net.IP' does not support field selection"],
  ["duration('1s').a", "type 'duration' does not support field selection"],
])("fields of values that have none: %s", (expression, message) => {
  expect(evaluateCel(expression)).toContain(message);
});
