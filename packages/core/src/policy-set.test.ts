import { describe, expect, it } from "vitest";
import { isPolicySet } from "./policy-set.js";
import { readPolicies } from "./read-policies.js";

describe("a PolicySet", () => {
  it("is what readPolicies gives", () => {
    expect(isPolicySet(readPolicies([]))).toBe(true);
  });

  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a list of documents", []],
    ["an object without policies", {}],
    ["an empty list of policies, which would allow everything", { loaded: [], problems: [], podCarriers: [] }],
    ["policies that JSON has made", { loaded: [{}], problems: [], podCarriers: [] }],
    ["a list with a hole", { loaded: [null], problems: [], podCarriers: [] }],
    ["policies that are no list", { loaded: 5 }],
  ])("is not %s", (_title, value) => {
    expect(isPolicySet(value)).toBe(false);
  });
});
