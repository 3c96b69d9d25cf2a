import { expect, it } from "vitest";
import { stronglyConnected } from "./strongly-connected.js";

const componentsOf = (edges: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  const groups = new Map<number, string>();
  for (const [node, number] of stronglyConnected(new Map(Object.entries(edges)))) {
    groups.set(number, (groups.get(number) ?? "") + node);
  }
  return [...groups.values()].map((group) => [...group].sort().join("")).sort();
};

it.each<[Readonly<Record<string, readonly string[]>>, readonly string[]]>([
  [{}, []],
  [{ a: ["b"] }, ["a", "b"]],
  [{ a: ["a"] }, ["a"]],
  [{ a: ["b"], b: ["a"] }, ["ab"]],
  [{ a: ["b"], b: ["c"], c: ["b", "d"] }, ["a", "bc", "d"]],
  [{ a: ["b", "c"], b: ["d"], c: ["d"], d: ["e"], e: ["b"] }, ["a", "bde", "c"]],
])("in %j the components are %j", (edges, expected) => {
  expect(componentsOf(edges)).toEqual(expected);
});

it("a ring of 50,000 nodes is one component", () => {
  const count = 50_000;
  const edges = new Map(Array.from({ length: count }, (_, index) => [`${index}`, [`${(index + 1) % count}`]]));
  expect(new Set(stronglyConnected(edges).values()).size).toBe(1);
});
