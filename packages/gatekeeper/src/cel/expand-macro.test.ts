import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("macros by name", () => {
  it.each([
    [
      "[1].all(1, true)",
      "error: compilation failed: ERROR: <input>:1:9: argument must be a simple name\n | [1].all(1, true)\n | ........^",
    ],
    [
      '[1].map("a", 1)',
      'error: compilation failed: ERROR: <input>:1:9: argument is not an identifier\n | [1].map("a", 1)\n | ........^',
    ],
    [
      "[1].transformList(x, x, 1)",
      "error: compilation failed: ERROR: <input>:1:22: duplicate variable name: x\n | [1].transformList(x, x, 1)\n | .....................^",
    ],
    [
      "optional.of(1).optMap(1, 1)",
      "error: compilation failed: ERROR: <input>:1:23: optMap() variable name must be a simple identifier\n | optional.of(1).optMap(1, 1)\n | ......................^",
    ],
  ])("a macro binds simple names: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "has(object)",
      "error: compilation failed: ERROR: <input>:1:5: invalid argument to has() macro\n | has(object)\n | ....^",
    ],
    [
      'has(object["a"])',
      'error: compilation failed: ERROR: <input>:1:11: invalid argument to has() macro\n | has(object["a"])\n | ..........^',
    ],
    ["has(1)", "error: compilation failed: ERROR: <input>:1:5: invalid argument to has() macro\n | has(1)\n | ....^"],
  ])("has wants a field: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "[1].all(x)",
      "error: compilation failed: ERROR: <input>:1:8: undeclared reference to 'all' (in container '')\n | [1].all(x)\n | .......^\nERROR: <input>:1:9: undeclared reference to 'x' (in container '')\n | [1].all(x)\n | ........^",
    ],
    [
      "[1].filter(x, true, true)",
      "error: compilation failed: ERROR: <input>:1:11: undeclared reference to 'filter' (in container '')\n | [1].filter(x, true, true)\n | ..........^\nERROR: <input>:1:12: undeclared reference to 'x' (in container '')\n | [1].filter(x, true, true)\n | ...........^",
    ],
    [
      "has(object.a, 1)",
      "error: compilation failed: ERROR: <input>:1:4: undeclared reference to 'has' (in container '')\n | has(object.a, 1)\n | ...^",
    ],
  ])("with other numbers of arguments a macro is a function like any other: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
