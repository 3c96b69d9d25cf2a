import { describe, expect, test } from "vitest";
import { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { callBuiltin } from "./call-builtin.js";
import { graphBuiltins } from "./graph.js";

describe("nodes that are reached", () => {
  test.each<[string, readonly Value[], string]>([
    ["graph.reachable", [{ a: ["b"], b: ["c"], c: [] }, ["a"]], '{"a", "b", "c"}'],
    ["graph.reachable", [{ a: ["b", "x"], b: new RegoSet(["a"]) }, new RegoSet(["a", "y"])], '{"a", "b"}'],
    ["graph.reachable", [{ a: "b", b: [] }, ["a"]], '{"a"}'],
    ["graph.reachable", [{}, []], "set()"],
    ["graph.reachable", [{ a: ["a"] }, ["a"]], '{"a"}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(graphBuiltins, name, operands)).toBe(expected);
  });
});

describe("longest simple paths", () => {
  test.each<[string, readonly Value[], string]>([
    [
      "graph.reachable_paths",
      [{ a: ["b", "c"], b: ["d"], c: ["d"], d: ["e", "a"], e: ["b"] }, ["a"]],
      '{["a", "b", "d"], ["a", "b", "d", "e"], ["a", "c", "d"], ["a", "c", "d", "e", "b"]}',
    ],
    ["graph.reachable_paths", [{ a: ["a"] }, ["a"]], '{["a", "a"]}'],
    ["graph.reachable_paths", [{ a: ["b"], b: null }, ["a"]], '{["a", "b"]}'],
    ["graph.reachable_paths", [{ a: ["b", "zz"], b: [] }, ["a", "q"]], '{["a"], ["a", "b"]}'],
    ["graph.reachable_paths", [{ a: [] }, new RegoSet(["a"])], '{["a"]}'],
    ["graph.reachable_paths", [{ a: ["b"], b: ["b"] }, ["a"]], '{["a", "b"]}'],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(graphBuiltins, name, operands)).toBe(expected);
  });
});

describe("other operands are faults", () => {
  test.each<[string, readonly Value[], string]>([
    ["graph.reachable", [1, []], "eval_type_error: graph.reachable: operand 1 must be object but got number"],
    ["graph.reachable", [{}, "a"], "eval_type_error: graph.reachable: operand 2 must be {array, set} but got string"],
    [
      "graph.reachable_paths",
      [[], []],
      "eval_type_error: graph.reachable_paths: operand 1 must be object but got array",
    ],
    [
      "graph.reachable_paths",
      [{}, 1],
      "eval_type_error: graph.reachable_paths: operand 2 must be {array, set} but got number",
    ],
  ])("%s, row %#", (name, operands, expected) => {
    expect(callBuiltin(graphBuiltins, name, operands)).toBe(expected);
  });
});

test("a chain of 10,000 nodes is walked", () => {
  const chain = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [String(index), [String(index + 1)]]));
  expect(callBuiltin(graphBuiltins, "graph.reachable", [chain, ["0"]]).length).toBeGreaterThan(50_000);
  const short = Object.fromEntries(Object.entries(chain).slice(0, 1_000));
  expect(callBuiltin(graphBuiltins, "graph.reachable_paths", [short, ["0"]]).length).toBeGreaterThan(5_000);
});
