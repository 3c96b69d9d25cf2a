import { describe, expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { WEB_SHOP } from "../test/samples.js";
import type { PositionedViolation } from "./checked-object.js";
import { distinctViolations } from "./distinct-violations.js";

const violation = (change: Partial<PositionedViolation>): PositionedViolation => ({
  policy: { kind: "OperationPolicy", name: change.action ?? "deny" },
  rule: "rule",
  action: "deny",
  message: "message",
  findings: [{ path: ["spec", "a"], found: 1, allowed: 0 }],
  ...change,
});

const kept = (violations: readonly PositionedViolation[]) =>
  distinctViolations(violations).map(({ violation: { action, rule }, repeated }) => [action, rule, repeated.length]);

describe("violations that only repeat a stricter one", () => {
  it("are those of restricted at the places where baseline refuses the same", () => {
    const [entry] = checkSample(WEB_SHOP);
    expect(kept(entry?.decision.violations ?? [])).toEqual([
      ["deny", "capabilities_baseline", 0],
      ["deny", "hostPorts", 1],
      ["warn", "capabilities_restricted", 0],
      ["warn", "seccompProfile_restricted", 0],
    ]);
  });

  it.each([
    ["the same place and the same accepted values", { rule: "other" }],
    ["the same rule where nothing tells what is accepted", { findings: [{ path: ["spec", "b"], found: 1 }] }],
    ["the same message where there are no places", { findings: [] }],
    ["a big number", { findings: [{ path: ["spec", "c"], found: 2n ** 60n, allowed: [] }] }],
  ])("have %s", (_, change) => {
    const strict = violation({ ...change, rule: "rule" });
    expect(kept([strict, violation({ ...change, action: "warn" })])).toEqual([["deny", "rule", 1]]);
  });

  it.each([
    ["another accepted value", { findings: [{ path: ["spec", "a"], found: 1, allowed: 5 }] }],
    ["another place", { findings: [{ path: ["spec", "x"], found: 1, allowed: 0 }] }],
    [
      "one more place",
      {
        findings: [
          { path: ["spec", "a"], found: 1, allowed: 0 },
          { path: ["spec", "x"], found: 1 },
        ],
      },
    ],
    ["an absent field instead of null", { findings: [{ path: ["spec", "a"], found: undefined, allowed: 0 }] }],
    ["no place", { findings: [] }],
  ])("are not those with %s", (_, change) => {
    expect(kept([violation({}), violation({ ...change, action: "warn" })])).toHaveLength(2);
  });

  it("are not those of the same action: each policy that refuses is told", () => {
    expect(kept([violation({}), violation({ policy: { kind: "OperationPolicy", name: "other" } })])).toHaveLength(2);
  });

  it("are found whatever the order, and the strictest come first", () => {
    const violations = [violation({ action: "dryrun" }), violation({ action: "warn" }), violation({ action: "deny" })];
    expect(kept(violations)).toEqual([["deny", "rule", 2]]);
  });
});

it("keeps a violation that stands alone", () => {
  expect(kept([violation({ action: "dryrun" })])).toEqual([["dryrun", "rule", 0]]);
});
