import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../test/cel.js";

describe("syntax errors", () => {
  it.each([
    [
      "1 +",
      "error: compilation failed: ERROR: <input>:1:4: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | 1 +\n | ...^",
    ],
    [
      "object.spec ==",
      "error: compilation failed: ERROR: <input>:1:15: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | object.spec ==\n | ..............^",
    ],
    [
      "",
      "error: compilation failed: ERROR: <input>:1:0: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}",
    ],
    [
      "[",
      "error: compilation failed: ERROR: <input>:1:2: Syntax error: mismatched input '<EOF>' expecting {'[', ']', '{', '(', '.', ',', '-', '!', '?', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | [\n | .^",
    ],
    [
      "{",
      "error: compilation failed: ERROR: <input>:1:2: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '}', '(', '.', ',', '-', '!', '?', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | {\n | .^",
    ],
    [
      "foo(",
      "error: compilation failed: ERROR: <input>:1:5: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', ')', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | foo(\n | ....^",
    ],
  ])("an operand is missing: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "1 2",
      "error: compilation failed: ERROR: <input>:1:3: Syntax error: extraneous input '2' expecting <EOF>\n | 1 2\n | ..^",
    ],
    [
      "a b c",
      "error: compilation failed: ERROR: <input>:1:3: Syntax error: mismatched input 'b' expecting <EOF>\n | a b c\n | ..^",
    ],
  ])("something is left over: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["(1", "error: compilation failed: ERROR: <input>:1:3: Syntax error: missing ')' at '<EOF>'\n | (1\n | ..^"],
    [
      "foo(1",
      "error: compilation failed: ERROR: <input>:1:6: Syntax error: missing ')' at '<EOF>'\n | foo(1\n | .....^",
    ],
    [
      "[1",
      "error: compilation failed: ERROR: <input>:1:3: Syntax error: mismatched input '<EOF>' expecting {']', ','}\n | [1\n | ..^",
    ],
    [
      '{"a": 1',
      "error: compilation failed: ERROR: <input>:1:8: Syntax error: mismatched input '<EOF>' expecting {'}', ','}\n | {\"a\": 1\n | .......^",
    ],
    [
      "a ? b",
      "error: compilation failed: ERROR: <input>:1:6: Syntax error: mismatched input '<EOF>' expecting ':'\n | a ? b\n | .....^",
    ],
  ])("a bracket is missing: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "object.",
      "error: compilation failed: ERROR: <input>:1:8: Syntax error: no viable alternative at input '.'\n | object.\n | .......^",
    ],
    [
      "a..b",
      "error: compilation failed: ERROR: <input>:1:3: Syntax error: no viable alternative at input '..'\n | a..b\n | ..^",
    ],
  ])("a name is missing: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      "@",
      "error: compilation failed: ERROR: <input>:1:1: Syntax error: token recognition error at: '@'\n | @\n | ^\nERROR: <input>:1:2: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | @\n | .^",
    ],
    [
      '"abc',
      "error: compilation failed: ERROR: <input>:1:1: Syntax error: token recognition error at: '\"abc'\n | \"abc\n | ^\nERROR: <input>:1:5: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | \"abc\n | ....^",
    ],
    [
      "'abc",
      "error: compilation failed: ERROR: <input>:1:1: Syntax error: token recognition error at: ''abc'\n | 'abc\n | ^\nERROR: <input>:1:5: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | 'abc\n | ....^",
    ],
    [
      "#",
      "error: compilation failed: ERROR: <input>:1:1: Syntax error: token recognition error at: '#'\n | #\n | ^\nERROR: <input>:1:2: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | #\n | .^",
    ],
  ])("texts that are no tokens: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ["for", "error: compilation failed: ERROR: <input>:1:1: reserved identifier: for\n | for\n | ^"],
    ["if", "error: compilation failed: ERROR: <input>:1:1: reserved identifier: if\n | if\n | ^"],
    ["package", "error: compilation failed: ERROR: <input>:1:1: reserved identifier: package\n | package\n | ^"],
  ])("words that are reserved: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
