import { describe, expect, it } from "vitest";
import { printSyncRequirement, readSyncRequirements } from "./sync-requirements.js";

const read = (annotation: unknown) => {
  const annotations = { "metadata.gatekeeper.sh/requires-sync-data": annotation };
  const outcome = readSyncRequirements({ metadata: { annotations } });
  return outcome.ok ? outcome.value.map(printSyncRequirement) : outcome.error.message;
};

const clause = { groups: ["", "apps"], versions: ["v1"], kinds: ["A", "B"] };

describe("what a template requires (gator 5)", () => {
  it.each([
    [JSON.stringify([[clause]]), ["- /v1:A OR /v1:B OR apps/v1:A OR apps/v1:B"]],
    [
      `"${JSON.stringify([[clause], [{ ...clause, groups: ["g"], kinds: ["C"] }]])}"\n`,
      [expect.any(String), "- g/v1:C"],
    ],
    ["[]", []],
    ["null", []],
    ["[[]]", ["- "]],
    ["[[{}, null]]", ["- "]],
  ])("%s", (annotation, expected) => {
    expect(read(annotation)).toEqual(expected);
  });

  it("is nothing without the annotation", () => {
    expect(readSyncRequirements({ metadata: { annotations: null } })).toEqual({ ok: true, value: [] });
    expect(readSyncRequirements(null)).toEqual({ ok: true, value: [] });
  });
});

it.each([
  ['"{\n {', "invalid character '{' looking for beginning of object key string"],
  ["", "EOF"],
  ["{}", "json: cannot unmarshal object into Go value of type parser.CompactSyncRequirements"],
  ["[true]", "json: cannot unmarshal bool into Go value of type []parser.GVKClause"],
  ["[[1]]", "json: cannot unmarshal number into Go value of type parser.GVKClause"],
  ['[[{"groups": "x"}]]', "json: cannot unmarshal string into Go value of type []string"],
  ['[[{"groups": [[]]}]]', "json: cannot unmarshal array into Go value of type string"],
  ['[[{"group": []}]]', 'json: unknown field "group"'],
])("%j is refused in Go's words", (annotation, message) => {
  expect(read(annotation)).toBe(message);
});

it("more kinds than anybody means are refused", () => {
  const many = Array(1000).fill("x");
  expect(read(JSON.stringify([[{ groups: many, versions: many, kinds: many }]]))).toBe("names more than 10000 kinds");
});
