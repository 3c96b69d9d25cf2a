import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { gatekeeper } from "../gatekeeper.js";

const judge = async (line: { readonly op: string } & object) =>
  Object.values(await judgeLines(gatekeeper, "assign.jsonl", [{ name: "one", ...line }]))[0]?.kind;

describe("parse: the nodes of a location, or the fault", () => {
  const nodes = [{ object: "a" }, { list: { key: "k", glob: true } }];
  const large = [{ object: "a" }, { list: { key: "k", valueInt64: "9223372036854775807" } }];
  it.each([
    [{ input: "a[k: *]", expect: nodes, roundTrip: true }, "passed"],
    [{ input: "a[k: v]", expect: [{ object: "a" }, { list: { key: "k", value: "v" } }] }, "passed"],
    [{ input: "a[k: 9223372036854775807]", expect: large, roundTrip: true }, "passed"],
    [{ input: "a[k: v]", expect: nodes }, "failed"],
    [
      { input: "a.", expect: null, error: "trailing-separator", message: "trailing separators are forbidden" },
      "passed",
    ],
    [{ input: "a.", expect: null, error: "trailing-separator", message: "else" }, "failed"],
    [{ input: "a", expect: null, error: "trailing-separator" }, "failed"],
  ])("%j: %s", async (line, kind) => {
    expect(await judge({ op: "parse", ...line })).toBe(kind);
  });
});

describe("path-tests: acceptable for a location, or the fault", () => {
  const pathTests = [{ subPath: "a", condition: "MustExist" }];
  const message =
    'all subpaths must be a prefix of the `location` value of the mutation: subpath "a" is not a prefix of location "b"';
  it.each([
    [{ location: "a.b", pathTests, expect: true }, "passed"],
    [{ location: "b", pathTests, expect: false, error: "path-test-not-prefix", message }, "passed"],
    [{ location: "b", pathTests, expect: true }, "failed"],
    [{ location: "b.", pathTests, expect: true }, "failed"],
  ])("%j: %s", async (line, kind) => {
    expect(await judge({ op: "path-tests", ...line })).toBe(kind);
  });
});

it.each([
  [{ op: "parse-image", input: "a.b/c:1", expect: { domain: "a.b", path: "c", tag: ":1" } }, "passed"],
  [{ op: "parse-image", input: "c:1", expect: { domain: "a.b", path: "c", tag: ":1" } }, "failed"],
  [{ op: "validate-image-parts", parameters: { assignTag: ":1" }, expect: true }, "passed"],
  [{ op: "validate-image-parts", parameters: { assignTag: "1" }, expect: true }, "failed"],
  [
    {
      op: "validate-image-parts",
      parameters: {},
      expect: false,
      error: "missing-components",
      message: "at least one of [assignDomain, assignPath, assignTag] must be set",
    },
    "passed",
  ],
])("image references: %j: %s", async (line, kind) => {
  expect(await judge(line)).toBe(kind);
});
