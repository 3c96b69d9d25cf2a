import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeCollection } from "../test/write-collection.js";
import { readKnownFailures } from "./known-failures.js";

const read = (entries: readonly unknown[]) =>
  readKnownFailures(join(writeCollection({ "known.jsonl": entries }), "known.jsonl"));
const entry = { suite: "pss", file: "random.jsonl", case: "one", reason: "for now" };

describe("readKnownFailures", () => {
  it("gives each file its own cases, with their reasons", () => {
    const known = read([entry, { ...entry, case: "two", reason: "as well" }, { ...entry, suite: "real" }]);
    expect([...known("pss", "random.jsonl")]).toEqual([
      ["one", "for now"],
      ["two", "as well"],
    ]);
    expect([...known("real", "random.jsonl")]).toEqual([["one", "for now"]]);
    expect(known("pss", "edge-cases.jsonl").size).toBe(0);
  });

  it("takes a missing list for an empty one", () => {
    expect(readKnownFailures("/does/not/exist.jsonl")("pss", "random.jsonl").size).toBe(0);
  });

  it.each([
    [{ ...entry, reason: undefined }, "known failure 1 has no `reason`"],
    [{ ...entry, reason: "" }, "known failure 1 has no `reason`"],
    [{ ...entry, case: 5 }, "known failure 1 has no `case`"],
    [{ file: "x", case: "y", reason: "z" }, "known failure 1 has no `suite`"],
  ])("refuses the entry %j", (bad, message) => {
    expect(() => read([bad])).toThrow(message);
  });

  it("refuses a case that is listed twice", () => {
    expect(() => read([entry, entry])).toThrow("known failure 2 is listed twice: `pss/random.jsonl` `one`");
  });
});

it("the list that is checked in can be read", () => {
  expect(() => readKnownFailures(join(import.meta.dirname, "../known-failures.jsonl"))).not.toThrow();
});
