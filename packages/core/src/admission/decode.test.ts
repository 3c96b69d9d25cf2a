import { describe, expect, it } from "vitest";
import { makeDeployment, makeNamespace, makePod } from "../../test/requests.js";
import { asPod, decode } from "./decode.js";

describe("decode", () => {
  it.each([
    [makePod(), { group: "", version: "v1", kind: "Pod" }],
    [makeDeployment(), { group: "apps", version: "v1", kind: "Deployment" }],
    [
      { apiVersion: "v1", kind: "Pod" },
      { group: "", version: "v1", kind: "Pod" },
    ],
  ])("tells the kind of an object: %#", (object, kind) => {
    expect(decode(object)?.kind).toEqual(kind);
  });

  it.each([
    undefined,
    null,
    "pod",
    [],
    {},
    { kind: "Pod" },
    { apiVersion: "v1" },
    { apiVersion: "v1", kind: "Unknown" },
    { apiVersion: "v1", kind: 5 },
    makePod({}, { name: 5 }),
    makePod({}, { labels: { a: 1 } }),
    { ...makePod(), metadata: [] },
  ])("cannot decode %j", (object) => {
    expect(decode(object)).toBeUndefined();
  });
});

describe("asPod", () => {
  it.each([
    [makePod(), true],
    [makeDeployment(), false],
    [makeNamespace(), false],
  ])("tells whether it is a pod: %#", (object, expected) => {
    const decoded = decode(object) ?? expect.fail("undecodable");
    expect(asPod(decoded) !== undefined).toBe(expected);
  });
});
