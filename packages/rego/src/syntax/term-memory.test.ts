import { expect, test } from "vitest";
import { nowhere } from "./location.js";
import { type ParsedTerm, TermMemory } from "./term-memory.js";

const parsed = (value: number): ParsedTerm => ({
  term: { kind: "scalar", value, location: nowhere("") },
  after: { index: value, kind: "eof", errors: [], hints: [], wildcards: 0 },
});

test("a term is remembered until one that begins there or before it has been parsed", () => {
  const memory = new TermMemory();
  memory.keep(1, parsed(1));
  memory.keep(5, parsed(5));
  memory.keep(7, parsed(7));
  expect([1, 5, 7].map((place) => memory.get(place)?.after.index)).toStrictEqual([1, 5, 7]);
  memory.keep(5, parsed(6));
  expect([1, 5, 7].map((place) => memory.get(place)?.after.index)).toStrictEqual([1, 6, undefined]);
  memory.keep(0, parsed(0));
  expect([0, 1, 5, 7].map((place) => memory.get(place)?.after.index)).toStrictEqual([
    0,
    undefined,
    undefined,
    undefined,
  ]);
});
