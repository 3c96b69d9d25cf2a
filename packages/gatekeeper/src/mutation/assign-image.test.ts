import { describe, expect, it } from "vitest";
import { makeMutator, problemOf, specAfter } from "../../test/mutators.js";

const make = (parameters: object, location = "spec.a") => makeMutator("AssignImage", location, parameters);

describe("an AssignImage", () => {
  it.each([
    [{ a: "nginx:1" }, { assignDomain: "mirror.example" }, { a: "mirror.example/nginx:1" }],
    [{ a: "a.b/nginx:1" }, { assignTag: ":2" }, { a: "a.b/nginx:2" }],
    [{}, { assignPath: "nginx" }, { a: "nginx" }],
    [{ a: 5 }, { assignTag: ":2" }, "expected value at AssignImage location to be a string, got  of type string"],
    [{ a: null }, { assignTag: ":2" }, "expected value at AssignImage location to be a string, got  of type string"],
  ])("makes of %j with %j", (spec, parameters, expected) => {
    expect(specAfter(spec, [make(parameters)])).toEqual(expected);
  });
});

describe("an AssignImage is refused", () => {
  const parts = { assignTag: ":1" };
  it.each([
    [
      "a..b",
      parts,
      'invalid location format `a..b` for assignImage one: unexpected token: expected field name or eof, got: SEPARATOR: "."',
    ],
    ["metadata.x", parts, "assignImage one can't change metadata"],
    ["spec.a[k: v]", parts, "assignImage one cannot mutate list-type fields"],
    ["", parts, "empty path"],
    ["spec.a[k: v].k", parts, "invalid path format: changing the item key is not allowed"],
    [
      "a",
      {},
      "assignImage one has invalid parameters: at least one of [assignDomain, assignPath, assignTag] must be set",
    ],
    [
      "a",
      { ...parts, pathTests: [{ subPath: "b" }] },
      'all subpaths must be a prefix of the `location` value of the mutation: subpath "b" is not a prefix of location "a"',
    ],
  ])("at %j with %j", (location, parameters, message) => {
    expect(problemOf(make(parameters, location))).toBe(message);
  });

  it("for what it applies to", () => {
    const document = makeMutator("AssignImage", "a", parts, { applyTo: [{}] });
    expect(problemOf(document)).toBe(
      "invalid applyTo for AssignImage mutator one, all of group, version and kind must be specified",
    );
  });
});
