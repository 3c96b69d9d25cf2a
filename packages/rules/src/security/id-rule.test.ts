import { describe, expect, it } from "vitest";
import { MISSING_BOUND_CLOSES, MISSING_BOUND_OPENS } from "../language/number-range.js";
import { describeIdRule, groupRuleField, isInRule, printIdRule, userRuleField, writeIdRule } from "./id-rule.js";

describe("the fields", () => {
  it.each([
    [{ rule: "RunAsAny" }, true, true],
    [{ rule: "MustRunAs", ranges: [{ min: 1 }] }, true, true],
    [{ rule: "MustRunAsNonRoot" }, true, false],
    [{ rule: "MayRunAs" }, false, true],
    [{ ranges: [] }, false, false],
    [{ rule: "MustRunAs", range: [] }, false, false],
  ])("take %j for a user: %s, for a group: %s", (value, isUser, isGroup) => {
    expect(userRuleField.safeParse(value).success).toBe(isUser);
    expect(groupRuleField.safeParse(value).success).toBe(isGroup);
  });
});

describe("writeIdRule", () => {
  it.each([
    [undefined, undefined],
    [{ rule: "RunAsAny", ranges: [{ min: 1, max: 2 }] }, undefined],
    [{ rule: "MustRunAs", ranges: [] }, { rule: "MustRunAs" }],
    [
      { rule: "MustRunAs", ranges: [{ min: 1 }] },
      { rule: "MustRunAs", ranges: [{ min: 1, max: 0 }] },
    ],
    [{ rule: "MustRunAsNonRoot" }, { rule: "MustRunAsNonRoot" }],
  ])("makes of %j the parameter %j", (value, parameter) => {
    expect(writeIdRule(value)).toEqual(parameter);
  });
});

describe("a parameter", () => {
  it("is shown as written, numbers in full", () => {
    const parameter = { rule: "MustRunAs", ranges: [{ min: 1_000_000, max: undefined }] };
    expect(describeIdRule(parameter)).toEqual({ rule: "MustRunAs", ranges: [{ min: 1_000_000 }] });
    expect(printIdRule(parameter)).toBe('{"ranges": [{"min": 1000000}], "rule": "MustRunAs"}');
    expect(printIdRule({ rule: "MustRunAsNonRoot" })).toBe('{"rule": "MustRunAsNonRoot"}');
  });

  it("admits what lies in its ranges", () => {
    expect(isInRule({ rule: "MustRunAs", ranges: [{ min: 1 }] }, 5, MISSING_BOUND_OPENS)).toBe(true);
    expect(isInRule({ rule: "MustRunAs", ranges: [{ min: 1 }] }, 5, MISSING_BOUND_CLOSES)).toBe(false);
    expect(isInRule({ rule: "MustRunAs" }, 5, MISSING_BOUND_OPENS)).toBe(false);
  });
});
