import { describe, expect, it } from "vitest";
import { makePod, makeRequest } from "../test/requests.js";
import { findRequestFaults, isLookupError, leavesObjectAlone, type Review } from "./request.js";

describe("isLookupError", () => {
  it.each([
    [{ lookupError: "not found" }, true],
    [{ lookupError: undefined }, true],
    [{}, false],
    [Object.create({ lookupError: "inherited" }), false],
    [null, false],
    [undefined, false],
    ["lookupError", false],
    [[], false],
  ])("of %j is %j", (value, expected) => {
    expect(isLookupError(value)).toBe(expected);
  });
});

it.each([
  ["CREATE", false],
  ["UPDATE", false],
  ["DELETE", true],
  ["CONNECT", true],
  [undefined, false],
] as const)("whether %s leaves the object alone is %j", (operation, expected) => {
  expect(leavesObjectAlone({ operation })).toBe(expected);
});

describe("findRequestFaults", () => {
  const request = makeRequest(makePod());
  // Requests come from outside: the types promise nothing.
  const faultsOf = (changed: unknown) => findRequestFaults({ ...request, ...(changed as Review) });

  it.each([
    ["a whole request", {}],
    ["nothing but an object", { kind: undefined, resource: undefined, name: undefined, userInfo: undefined }],
    ["nulls", { operation: null, kind: null, resource: null, subresource: null, userInfo: null, existingPods: null }],
    [
      "what an AdmissionReview says besides",
      { requestKind: {}, requestResource: {}, requestSubResource: "", options: {} },
    ],
    ["pods that could not be listed", { existingPods: { lookupError: "no" } }],
    ["pods", { existingPods: [makePod(), null] }],
    ["an object of any kind, for it is read elsewhere", { object: 5, oldObject: [], namespaceObject: "x" }],
  ])("finds nothing wrong with %s", (_, changed) => {
    expect(faultsOf(changed)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ["operation", ["CREATE"], "string", "list"],
    ["operation", "create", "one of CREATE, UPDATE, DELETE, CONNECT", "`create`"],
    ["operation", "", "one of CREATE, UPDATE, DELETE, CONNECT", "``"],
    ["subresource", 5, "string", "number"],
    ["name", {}, "string", "object"],
    ["namespace", ["kube-system"], "string", "list"],
    ["userInfo", "jane", "object", "string"],
    ["kind", "Pod", "object", "string"],
    ["resource", "pods", "object", "string"],
    ["existingPods", "x", "list of objects", "string"],
    ["existingPods", {}, "list of objects", "object"],
    ["subResource", "ephemeralcontainers", "no such field", "string"],
    ["namepsace", undefined, "no such field", "undefined"],
    ["toString", null, "no such field", "null"],
  ])("finds a wrong %s: %j", (field, value, expected, found) => {
    expect(faultsOf({ [field]: value })).toEqual([{ path: [field], expected, found }]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ["userInfo", { username: 5 }, ["username"]],
    ["kind", { group: "", version: "v1" }, ["kind"]],
    ["kind", {}, ["group", "kind", "version"]],
    ["kind", { group: "", version: 1, kind: null }, ["kind", "version"]],
    ["resource", { group: 5 }, ["group", "resource"]],
  ])("finds what is wrong in %s %j", (field, value, names) => {
    expect(faultsOf({ [field]: value }).map(({ path }) => path)).toEqual(names.map((name) => [field, name]));
  });

  it.each([null, undefined, 5, "x", []])("refuses %j for a request", (value) => {
    // As above.
    expect(findRequestFaults(value as unknown as Review)).toEqual([
      { path: [], expected: "object", found: expect.any(String) },
    ]);
  });
});
