import { describe, expect, it } from "vitest";
import { makeAssign, makeMutator, PODS } from "../../test/mutators.js";
import { isMutator, readMutators } from "./read-mutators.js";

const names = (documents: readonly unknown[], options?: Parameters<typeof readMutators>[1]) =>
  readMutators(documents, options).mutators.mutators.map(({ id }) => `${id.kind} ${id.name}`);
const label = makeMutator("AssignMetadata", "metadata.labels.a", { assign: { value: "v" } });
const image = makeMutator("AssignImage", "spec.image", { assignTag: ":1" });
const set = makeMutator("ModifySet", "spec.set", { values: { fromList: [] } });

it.each([
  ["mutations.gatekeeper.sh", "Assign", true],
  ["mutations.gatekeeper.sh", "AssignMetadata", true],
  ["mutations.gatekeeper.sh", "AssignImage", true],
  ["mutations.gatekeeper.sh", "ModifySet", true],
  ["mutations.gatekeeper.sh", "assign", false],
  ["mutations.gatekeeper.sh", "toString", false],
  ["constraints.gatekeeper.sh", "Assign", false],
])("%s %s is a mutator: %j", (group, kind, expected) => {
  expect(isMutator({ group, kind })).toBe(expected);
});

describe("mutators are read", () => {
  it("into the order in which they run", () => {
    const documents = [set, label, image, makeAssign("spec.b", 1, "b"), makeAssign("spec.a", 1, "a")];
    expect(names(documents)).toEqual([
      "Assign a",
      "Assign b",
      "AssignImage one",
      "AssignMetadata one",
      "ModifySet one",
    ]);
  });

  it("a later one in place of an earlier one of its kind and name", () => {
    const { mutators, problems } = readMutators([makeAssign("spec.a", 1), label, makeAssign("spec.b", 1)]);
    expect(mutators.mutators.map(({ location }) => location.at(-1))).toEqual([
      { type: "Object", name: "b" },
      { type: "Object", name: "a" },
    ]);
    expect(problems).toEqual([]);
  });

  it("an earlier one stays when the later one is refused", () => {
    expect(names([makeAssign("spec.a", 1), makeAssign("spec.", 1)])).toEqual(["Assign one"]);
  });
});

describe("a problem names the document and the mutator", () => {
  it("for a mutator that Gatekeeper refuses", () => {
    const { problems, mutators } = readMutators([label, makeAssign("", 1, "bad")]);
    expect(problems).toEqual([
      {
        code: "invalid-mutator",
        message: "empty path",
        policy: { kind: "Assign", name: "bad" },
        document: 1,
        effect: "deny",
      },
    ]);
    expect(mutators.mutators).toHaveLength(1);
  });

  it("for wrong types, all of them", () => {
    const { problems } = readMutators([makeMutator("Assign", 5, { assign: "x", pathTests: [3] }, { applyTo: {} })]);
    expect(problems.map(({ code, message }) => `${code} ${message}`).sort()).toEqual([
      "invalid-type `spec.applyTo`: expected list of objects, found object",
      "invalid-type `spec.location`: expected string, found number",
      "invalid-type `spec.parameters.assign`: expected object, found string",
      "invalid-type `spec.parameters.pathTests[0]`: expected object, found number",
    ]);
  });

  it("for what the schema refuses, unless nobody asks", () => {
    const odd = makeMutator("ModifySet", "spec.a", { operation: "Merge" });
    expect(readMutators([odd]).problems).toMatchObject([
      { code: "invalid-schema", path: ["spec", "parameters", "operation"], document: 0, effect: "deny" },
    ]);
    expect(readMutators([odd], { schema: "ignore" }).problems).toEqual([]);
  });

  it.each([
    [null, "no mutator is of kind `` of ``"],
    ["text", "no mutator is of kind `` of ``"],
    [{ apiVersion: "v1", kind: "Assign" }, "no mutator is of kind `Assign` of `v1`"],
    [
      { apiVersion: "mutations.gatekeeper.sh/v1", kind: "Other" },
      "no mutator is of kind `Other` of `mutations.gatekeeper.sh/v1`",
    ],
  ])("for %j, which is none", (document, message) => {
    expect(readMutators([document]).problems).toEqual([{ code: "unknown-kind", message, document: 0, effect: "deny" }]);
  });

  it("for what throws", () => {
    const thrower = (thrown: unknown) => ({
      get apiVersion() {
        throw thrown;
      },
    });
    const { problems } = readMutators([thrower(new Error("no")), thrower("text")]);
    expect(problems.map(({ message }) => message)).toEqual(["could not be read: no", "could not be read: string"]);
  });

  it("for what is no list of documents", () => {
    // Callers in JavaScript hand in what they like.
    expect(readMutators(label as never).mutators.mutators).toHaveLength(1);
  });
});

describe("names", () => {
  const long = makeAssign("spec.a", 1, "n".repeat(64));
  it("have 63 characters at most, since 3.15", () => {
    expect(readMutators([long]).problems[0]?.message).toBe("maximum name length is 63 characters");
    expect(readMutators([makeAssign("spec.a", 1, "n".repeat(63))]).problems).toEqual([]);
    expect(readMutators([long], { release: "3.14" }).problems).toEqual([]);
  });
});

describe("mutators that contradict each other", () => {
  const list = makeAssign("spec.a[k: v].b", 1, "list");
  const object = makeAssign("spec.a.b", 1, "object");
  const text =
    "the following mutators have conflicting schemas: [Assign.mutations.gatekeeper.sh /list,Assign.mutations.gatekeeper.sh /object]";
  const conflicting = (documents: readonly unknown[]) =>
    [...readMutators(documents).mutators.conflicting].map(({ id }) => id.name).sort();

  it("are told of when the second comes, and none of them runs", () => {
    const { problems } = readMutators([list, object]);
    expect(problems).toEqual([
      {
        code: "schema-conflict",
        message: text,
        policy: { kind: "Assign", name: "object" },
        document: 1,
        effect: "deny",
      },
    ]);
    expect(conflicting([list, object])).toEqual(["list", "object"]);
    expect(conflicting([object, list])).toEqual(["list", "object"]);
  });

  it("are reconciled by a later version of one", () => {
    expect(conflicting([list, object, makeAssign("spec.c", 1, "object")])).toEqual([]);
  });

  it("must be about the same kinds", () => {
    const other = { ...object, spec: { ...object.spec, applyTo: [{ ...PODS[0], kinds: ["Node"] }] } };
    expect(conflicting([list, other])).toEqual([]);
  });
});
