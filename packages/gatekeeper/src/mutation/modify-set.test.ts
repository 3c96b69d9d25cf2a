import { describe, expect, it } from "vitest";
import { makeAssign, makeMutator, makePod, outcomeOf, problemOf, run, specAfter } from "../../test/mutators.js";

const make = (operation: unknown, fromList: unknown, location = "spec.a") =>
  makeMutator("ModifySet", location, { operation, values: { fromList } });

describe("merge", () => {
  it.each([
    [{}, ["x", "x"], { a: ["x", "x"] }],
    [{}, [], { a: [] }],
    [{}, null, { a: null }],
    [{ a: [] }, ["x", "x"], { a: ["x"] }],
    [{ a: ["y", "y"] }, ["x", "y", "z"], { a: ["y", "y", "x", "z"] }],
    [{ a: [{ b: [1] }] }, [{ b: [1n] }, { b: [2] }], { a: [{ b: [1] }, { b: [2] }] }],
    [{ a: [1] }, ["1", 1, 2n ** 62n], { a: [1, "1", 2n ** 62n] }],
    [{ a: null }, ["x"], "<nil> is not a list of values, cannot treat it as a set"],
    [{ a: { b: 1 } }, ["x"], "map[b:1] is not a list of values, cannot treat it as a set"],
  ])("into %o of %o", (spec, values, expected) => {
    expect(specAfter(spec, [make("merge", values)])).toEqual(expected);
  });

  it("is what is meant when nothing is said", () => {
    expect(specAfter({}, [make(undefined, ["x"])])).toEqual({ a: ["x"] });
  });

  it("tells doubles from integers as a cluster does, when it must", () => {
    const documents = [makeAssign("spec.a", [1]), make("merge", [1])];
    expect(specAfter({}, documents)).toEqual({ a: [1] });
    expect(specAfter({}, documents, { numbers: "cluster" })).toEqual({ a: [1, 1] });
  });
});

describe("prune", () => {
  it.each([
    [{}, "spec.a", {}],
    [{}, "spec.b.c.a", { b: { c: {} } }],
    [{ a: ["x", "y", "x"] }, "spec.a", { a: ["y"] }],
    [{ a: ["x"] }, "spec.a", { a: [] }],
    [{ a: ["y"] }, "spec.a", { a: ["y"] }],
    [{ a: 5 }, "spec.a", "5 is not a list of values, cannot treat it as a set"],
  ])("of %j at %s", (spec, location, expected) => {
    expect(specAfter(spec, [make("prune", ["x"], location)])).toEqual(expected);
  });
});

it("an operation that nobody knows fails where it is to act, outside of clusters", () => {
  const outcome = specAfter({}, [make("Merge", [])], { schema: "ignore" });
  expect(outcome).toBe("unrecognized operation for modifyset: Merge");
});

it("the list that is null is an empty one for those that come after, in the same run", () => {
  const documents = [
    { ...make("merge", null), metadata: { name: "a" } },
    { ...make("merge", ["x"]), metadata: { name: "b" } },
  ];
  expect(specAfter({}, documents)).toEqual({ a: ["x"] });
});

describe("a ModifySet is refused", () => {
  it.each([
    ["spec.", "invalid location format `spec.` for ModifySet one: trailing separators are forbidden"],
    ["metadata.finalizers", "modifyset one can't change metadata"],
    ["spec.a[k: v]", "final node in a modifyset location cannot be a keyed list"],
  ])("at %s", (location, message) => {
    expect(problemOf(make("merge", [], location))).toBe(message);
  });

  it.each([
    [{ pathTests: [{ subPath: "b" }] }, "is not a prefix of"],
    [{ values: { fromList: "x" } }, "`spec.parameters.values.fromList`: expected list, found string"],
    [{ values: [] }, "`spec.parameters.values`: expected object, found list"],
  ])("for %j", (parameters, message) => {
    expect(problemOf(makeMutator("ModifySet", "spec.a", parameters))).toContain(message);
  });

  it("for what it applies to, and for values that nest too deep", () => {
    expect(problemOf(makeMutator("ModifySet", "a", {}, { applyTo: [] }))).toBe(
      "applyTo required for ModifySet mutator one",
    );
    let deep: unknown = [];
    for (let depth = 0; depth < 2000; depth++) deep = [deep];
    expect(problemOf(make("merge", deep))).toBe("`spec.parameters.values.fromList`: nests deeper than 500");
  });
});

it("an empty location is valid, and cannot be walked", () => {
  expect(outcomeOf(makePod(), [make("merge", [], "")])).toBe("attempting to mutate an empty target location");
});

it.each([
  ["spec.b.c.a", ["spec", "b", "c"], {}],
  ["spec.b[k: v].a", ["spec", "b", 0], { k: "v" }],
])("what pruning %s makes on the way is traced", (location, path, after) => {
  const outcome = run(makePod(), [make("prune", ["x"], location)]);
  const mutator = { kind: "ModifySet", name: "one" };
  expect(outcome.ok && outcome.value.trace).toEqual([{ what: "changed", iteration: 1, mutator, path, after }]);
});

it("pruning what is missing acts, and changes nothing", () => {
  const outcome = run(makePod(), [make("prune", ["x"])]);
  expect(outcome.ok && [outcome.value.mutated, outcome.value.iterations]).toEqual([false, 0]);
});
