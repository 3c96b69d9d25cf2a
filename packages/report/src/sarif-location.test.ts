import { describe, expect, it } from "vitest";
import { locateInFile } from "./sarif-location.js";

const artifactOf = (file: string) => locateInFile({ file }).physicalLocation.artifactLocation;

describe("a file in SARIF", () => {
  it.each([
    ["a/b.yaml", "a/b.yaml"],
    ["with blank/ü.yaml", "with%20blank/%C3%BC.yaml"],
    ["c:d.yaml", "c%3Ad.yaml"],
    ["50%#?.yaml", "50%25%23%3F.yaml"],
    ["half \uD800", "half%20%EF%BF%BD"],
    ["-", "-"],
  ])("%j is the relative address `%s`", (file, uri) => {
    expect(artifactOf(file)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });

  it("is an absolute address when its path is absolute", () => {
    expect(artifactOf("/tmp/a b.yaml")).toEqual({ uri: "file:///tmp/a%20b.yaml" });
  });
});

describe("the region of a problem with a file", () => {
  it.each([
    [{}, undefined],
    [{ line: 3 }, { startLine: 3 }],
    [
      { line: 3, column: 4 },
      { startLine: 3, startColumn: 4 },
    ],
  ])("of %j is %j", (place, region) => {
    expect(locateInFile({ file: "a", ...place }).physicalLocation.region).toEqual(region);
  });
});
