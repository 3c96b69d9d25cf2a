import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { makePod, outcomeOf } from "../../test/mutators.js";
import { type Location, parseLocation } from "./location-path.js";
import { beginsAtMetadata, checkKeyKept, readLocation, readMutatorDocument } from "./mutator-document.js";

const read = (document: object, release: "3.13" | "3.23" = "3.23") =>
  readMutatorDocument(ObjectView.root(new Reading(), document, []), "Assign", release);
const locate = (text: string): Location => {
  const location = parseLocation(text);
  return location.ok ? location.value : [];
};

it("a mutator's id is its kind and name, and it has a generation", () => {
  const group = "mutations.gatekeeper.sh";
  expect(read({ metadata: { name: "a", generation: 2 } })).toMatchObject({
    id: { group, kind: "Assign", namespace: "", name: "a" },
    generation: 2,
  });
  expect(read({ metadata: { namespace: "x" } })).toMatchObject({
    id: { group, kind: "Assign", namespace: "x", name: "" },
    generation: 0,
  });
});

describe("the match block", () => {
  const target = { group: "", kind: "Pod", name: "web", generateName: "", namespace: "", labels: new Map() };
  const match = { source: "X" };
  it("matches everything when there is none", () => {
    expect(read({}).matches(target, undefined, "")).toBe(true);
  });

  it("is Gatekeeper's", () => {
    expect(read({ spec: { match: { name: "web" } } }).matches(target, undefined, "")).toBe(true);
    expect(read({ spec: { match: { name: "db" } } }).matches(target, undefined, "")).toBe(false);
  });

  it("with a fault has no answer; before 3.14 the answer was no", () => {
    expect(read({ spec: { match } }).matches(target, undefined, "")).toEqual({ fault: 'invalid source field "X"' });
    expect(read({ spec: { match } }, "3.13").matches(target, undefined, "")).toBe(false);
  });
});

describe("a location", () => {
  const describeIt = (text: string, message: string) => `${text}: ${message}`;
  const outcome = (location: unknown) => readLocation(read({ spec: { location } }), describeIt);

  it("is parsed, or described as the kind does", () => {
    expect(outcome("a")).toEqual({ ok: true, value: [{ type: "Object", name: "a" }] });
    expect(outcome(undefined)).toEqual({ ok: true, value: [] });
    expect(outcome("a.")).toMatchObject({ error: { message: "a.: trailing separators are forbidden" } });
  });

  it("has not more than 200 parts", () => {
    expect(outcome(Array.from({ length: 200 }, () => "a").join("."))).toMatchObject({ ok: true });
    expect(outcome(`${"a.".repeat(100_000)}a`)).toMatchObject({
      error: { message: "`spec.location`: has 100001 parts, more than 200" },
    });
  });

  it.each([
    ["metadata", true],
    ["metadata.labels", true],
    ["metadata[a: b]", true],
    ["spec.metadata", false],
    ["", false],
  ])("%j begins at the metadata: %j", (text, expected) => {
    expect(beginsAtMetadata(locate(text))).toBe(expected);
  });

  it.each([
    ["a", undefined],
    ["a[k: v]", undefined],
    ["a[k: v].b", undefined],
    ["a[k: v].k.k", undefined],
    ["a[k: v].k", "invalid path format: changing the item key is not allowed"],
    ["", "empty path"],
  ])("%j keeps keys, unless %j", (text, message) => {
    const kept = checkKeyKept(locate(text));
    expect(kept.ok ? undefined : kept.error.message).toBe(message);
  });
});

it("a mutator of no match block and no list of kinds changes whatever comes", () => {
  const document = {
    apiVersion: "mutations.gatekeeper.sh/v1beta1",
    kind: "AssignMetadata",
    metadata: { name: "one" },
    spec: { location: "metadata.labels.a", parameters: { assign: { value: "v" } } },
  };
  expect(outcomeOf(makePod(), [document])).toMatchObject({ metadata: { labels: { a: "v" } } });
});
