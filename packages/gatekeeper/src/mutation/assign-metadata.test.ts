import { describe, expect, it } from "vitest";
import { makeMutator, makePod, outcomeOf, problemOf } from "../../test/mutators.js";

const make = (location: unknown, assign: unknown = { value: "v" }) =>
  makeMutator("AssignMetadata", location, { assign });

describe("an AssignMetadata", () => {
  const mismatch = "mismatch between path entry (type: object) and received object (type:";
  it.each([
    ["metadata.labels.a", {}, { labels: { a: "v" } }],
    ["metadata.labels.a", { labels: { b: "w" } }, { labels: { b: "w", a: "v" } }],
    ['metadata.annotations."x.y/z"', {}, { annotations: { "x.y/z": "v" } }],
    ["metadata.labels.a", { labels: { a: "w" } }, { labels: { a: "w" } }],
    ["metadata.labels.a", { labels: { a: "" } }, { labels: { a: "" } }],
    ["metadata.labels.a", { labels: { a: null } }, { labels: { a: null } }],
    ["metadata.labels.__proto__", {}, { labels: JSON.parse('{"__proto__":"v"}') }],
    ["metadata.labels.a", { labels: null }, `${mismatch} <nil>). Path: a`],
  ])("at %s of %j", (location, metadata, expected) => {
    const after = outcomeOf(makePod({}, metadata), [make(location)]);
    const name = { name: "web" };
    expect(typeof after === "string" ? after : Object(after).metadata).toEqual(
      typeof expected === "string" ? expected : { ...name, ...expected },
    );
  });

  it("applies to objects of every kind and at every operation that its match block admits", () => {
    const object = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } };
    const labelled = { ...object, metadata: { name: "web", labels: { a: "v" } } };
    expect(outcomeOf(object, [make("metadata.labels.a")], { operation: "DELETE" })).toEqual(labelled);
  });

  it("takes the object's name", () => {
    const mutator = make("metadata.labels.a", { fromMetadata: { field: "name" } });
    expect(outcomeOf(makePod(), [mutator])).toMatchObject({ metadata: { labels: { a: "web" } } });
  });
});

describe("an AssignMetadata is refused", () => {
  it.each([
    [
      "metadata.labels.",
      { value: "v" },
      "invalid location format for AssignMetadata one: metadata.labels.: trailing separators are forbidden",
    ],
    ["metadata.labels", { value: "v" }, "invalid location for assignmetadata one: metadata.labels"],
    ["metadata.labels.a.b", { value: "v" }, "invalid location for assignmetadata one: metadata.labels.a.b"],
    ["metadata.labels[a: b]", { value: "v" }, "invalid location for assignmetadata one: metadata.labels[a: b]"],
    ["metadata[labels: b].a", { value: "v" }, "invalid location for assignmetadata one: metadata[labels: b].a"],
    ["metadata.finalizers.a", { value: "v" }, "invalid location for assignmetadata one: metadata.finalizers.a"],
    ["spec.labels.a", { value: "v" }, "invalid location for assignmetadata one: spec.labels.a"],
    ["", { value: "v" }, "invalid location for assignmetadata one: "],
    [undefined, { value: "v" }, "invalid location for assignmetadata one: "],
    ["metadata.labels.a", {}, "assign must set one of `externalData`, `value` or `fromMetadata`: invalid assign field"],
    ["metadata.labels.a", { value: 5 }, 'spec.parameters.assign.value field must be a string for AssignMetadata "one"'],
    [
      "metadata.labels.a",
      { externalData: { provider: "p" } },
      "only username data source is supported for assignmetadata one",
    ],
  ])("at %j with %j", (location, assign, message) => {
    expect(problemOf(make(location, assign))).toBe(message);
  });
});
