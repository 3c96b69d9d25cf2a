import { describe, expect, it } from "vitest";
import { makeAssign, makeMutator, makePod, outcomeOf, PODS, problemOf, specAfter } from "../../test/mutators.js";

describe("an Assign sets", () => {
  it.each([
    ["spec.a", "text"],
    ["spec.a", { b: [1, null] }],
    ["spec.template.metadata.labels.x", "nested metadata"],
    ["spec.metadata", {}],
  ])("%s to %j", (location, value) => {
    const path = location.split(".").slice(1);
    const expected = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
    expect(specAfter({}, [makeAssign(location, value)])).toEqual(expected);
  });

  it("a whole value in place of another one, without merging", () => {
    expect(specAfter({ a: { b: 1, c: 2 } }, [makeAssign("spec.a", { b: 3 })])).toEqual({ a: { b: 3 } });
  });

  it("a field to the name or namespace of the object", () => {
    const from = (field: string) =>
      makeMutator("Assign", `spec.${field}`, { assign: { fromMetadata: { field } } }, { name: field });
    const pod = makePod({}, { name: undefined, generateName: "web-", namespace: "shop" });
    expect(outcomeOf(pod, [from("name"), from("namespace")])).toMatchObject({ spec: { name: "", namespace: "shop" } });
  });

  it("an element whose key is a number, also in clusters, where the two never were equal", () => {
    const document = makeAssign("spec.ports[port: 80]", { port: 80 });
    expect(specAfter({}, [document])).toEqual({ ports: [{ port: 80 }] });
    expect(problemOf(document, { numbers: "cluster" })).toBe(
      "adding object to list with different key port: list key 80, object key 80",
    );
  });
});

describe("an Assign is refused", () => {
  const external = { externalData: { provider: "p" } };
  const metadata = { fromMetadata: { field: "name" } };
  it.each([
    ["spec.", { value: 1 }, "invalid location format `spec.` for Assign one: trailing separators are forbidden"],
    ["metadata", { value: 1 }, "assign one can't change metadata"],
    ["metadata.labels.x", { value: 1 }, "assign one can't change metadata"],
    ["", { value: 1 }, "empty path"],
    ["spec.a[k: v].k", { value: 1 }, "invalid path format: changing the item key is not allowed"],
    ["spec.a[k: *].k", { value: 1 }, "invalid path format: changing the item key is not allowed"],
    ["spec", {}, "assign must set one of `externalData`, `value` or `fromMetadata`: invalid assign field"],
    ["spec.a[k: *]", { value: {} }, "can't append to a globbed list"],
    ["spec.a[k: v]", { value: 5 }, "invalid value: `5`, only objects can be added to keyed lists"],
    ["spec.a[k: v]", { value: {} }, "adding object to list with different key k: list key v, object key <nil>"],
    ["spec.a[k: 1]", { value: { k: "1" } }, "adding object to list with different key k: list key 1, object key 1"],
    ["spec.a[k: v]", metadata, "cannot assign a metadata field to a list"],
    ["spec.a[k: v]", external, "cannot assign external data response to a list"],
    [`${"a.".repeat(200)}b`, { value: 1 }, "`spec.location`: has 201 parts, more than 200"],
  ])("at %s with %j", (location, assign, message) => {
    expect(problemOf(makeMutator("Assign", location, { assign }))).toBe(message);
  });

  it("for its path tests, and then for what it applies to", () => {
    const parameters = { assign: { value: 1 }, pathTests: [{ subPath: "b" }] };
    expect(problemOf(makeMutator("Assign", "a", parameters, { applyTo: [] }))).toContain("is not a prefix of");
    expect(problemOf(makeMutator("Assign", "a", { assign: { value: 1 } }, { applyTo: [] }))).toBe(
      "applyTo required for Assign mutator one",
    );
    expect(problemOf(makeMutator("Assign", "a", { assign: { value: 1 } }, { applyTo: PODS }))).toBeUndefined();
  });
});
