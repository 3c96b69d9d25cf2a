import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import type { GatekeeperRelease } from "../gatekeeper-release.js";
import { appliesTo, operationFaults, readApplyTo, schemaBindings } from "./apply-to.js";

const entry = (operations: readonly string[] = [], groups = ["", "apps"]) => ({
  groups,
  versions: ["v1"],
  kinds: ["Pod", "Deployment"],
  operations,
});
const read = (applyTo: unknown, release: GatekeeperRelease = "3.23") => {
  const outcome = readApplyTo(ObjectView.root(new Reading(), { applyTo }, []), "Assign mutator one", release);
  return outcome.ok ? outcome.value : outcome.error.message;
};

describe("an entry", () => {
  it.each([
    ["", "v1", "Pod", true],
    ["apps", "v1", "Deployment", true],
    ["apps", "v1", "deployment", false],
    ["apps", "v2", "Deployment", false],
    ["batch", "v1", "Deployment", false],
  ])("names group %j, version %j and kind %j: %j", (group, version, kind, expected) => {
    expect(appliesTo([entry()], { group, version, kind }, "CREATE")).toBe(expected);
  });

  it("has no wildcards", () => {
    const stars = { groups: ["*"], versions: ["*"], kinds: ["*"], operations: [] };
    expect(appliesTo([stars], { group: "", version: "v1", kind: "Pod" }, "CREATE")).toBe(false);
  });
});

it.each([
  [[], "CREATE", true],
  [[], "DELETE", false],
  [[], "", true],
  [["*"], "UPDATE", true],
  [["*"], "CONNECT", false],
  [["*"], "", true],
  [["CREATE"], "CREATE", true],
  [["CREATE"], "UPDATE", false],
  [["CREATE"], "", false],
  [["CREATE", "UPDATE"], "", true],
])("operations %j at %j: %j", (operations, operation, expected) => {
  expect(appliesTo([entry(operations)], { group: "", version: "v1", kind: "Pod" }, operation)).toBe(expected);
});

it("kind and operation must be named by the same entry", () => {
  const applyTo = [entry(["CREATE"], [""]), entry(["UPDATE"], ["apps"])];
  expect(appliesTo(applyTo, { group: "apps", version: "v1", kind: "Pod" }, "CREATE")).toBe(false);
});

describe("reading", () => {
  const invalid = "invalid applyTo for Assign mutator one";
  const many = Array.from({ length: 1001 }, (_, index) => `Kind${index}`);
  it.each([
    [undefined, "applyTo required for Assign mutator one"],
    [[], "applyTo required for Assign mutator one"],
    [[entry(), {}], `${invalid}, all of group, version and kind must be specified`],
    [[{ ...entry(), versions: [] }], `${invalid}, all of group, version and kind must be specified`],
    [
      [entry(["DELETE"])],
      `${invalid}: invalid operation "DELETE" in applyTo[0].operations: must be one of CREATE, UPDATE, *`,
    ],
    [[{ ...entry(), kinds: many }], `${invalid}: more than 1000 kinds of objects`],
    [[entry(["*"])], [entry(["*"])]],
  ])("%#", (applyTo, expected) => {
    expect(read(applyTo)).toEqual(expected);
  });

  it("before 3.23 operations did not exist", () => {
    expect(read([entry(["DELETE"])], "3.22")).toEqual([entry()]);
  });
});

it("all faults of operations are told", () => {
  const entries = [{ operations: ["UPDATE"] }, { operations: ["CREATE", "*", "x", "CREATE"] }];
  expect(operationFaults(entries)).toEqual([
    'invalid operation "x" in applyTo[1].operations: must be one of CREATE, UPDATE, *',
    'duplicate operation "CREATE" in applyTo[1].operations',
    'wildcard "*" in applyTo[1].operations must not be combined with other operations',
  ]);
});

it("every kind has a schema for every operation, once", () => {
  const applyTo = [entry(["UPDATE"], [""]), entry(["*"], [""])];
  expect([...schemaBindings(applyTo)].sort()).toEqual([
    '["","v1","Deployment","CREATE"]',
    '["","v1","Deployment","UPDATE"]',
    '["","v1","Pod","CREATE"]',
    '["","v1","Pod","UPDATE"]',
  ]);
});
