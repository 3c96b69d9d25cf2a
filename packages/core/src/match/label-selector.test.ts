import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { compileLabelSelector } from "./label-selector.js";

const compile = (selector: unknown) => compileLabelSelector(ObjectView.root(new Reading(), selector, []));

const selects = (selector: unknown, labels: Readonly<Record<string, string>>): unknown => {
  const compiled = compile(selector);
  return "fault" in compiled ? compiled.fault : compiled.matches(new Map(Object.entries(labels)));
};
const byExpression = (operator: unknown, values?: readonly string[], key: unknown = "app") => ({
  matchExpressions: [{ key, operator, ...(values && { values }) }],
});

describe("a selector matches", () => {
  it.each<[string, unknown, Readonly<Record<string, string>>, boolean]>([
    ["everything when empty", {}, {}, true],
    ["everything when absent", undefined, { app: "web" }, true],
    ["by a label", { matchLabels: { app: "web" } }, { app: "web" }, true],
    ["not by another value", { matchLabels: { app: "web" } }, { app: "db" }, false],
    ["not without the label", { matchLabels: { app: "web" } }, {}, false],
    ["by an empty value only where there is one", { matchLabels: { app: "" } }, {}, false],
    ["by all labels together", { matchLabels: { app: "web", tier: "a" } }, { app: "web" }, false],
    ["In: the value is listed", byExpression("In", ["web", "db"]), { app: "db" }, true],
    ["In: not without the key", byExpression("In", [""]), {}, false],
    ["NotIn: the value is not listed", byExpression("NotIn", ["web"]), { app: "db" }, true],
    ["NotIn: not when it is listed", byExpression("NotIn", ["web"]), { app: "web" }, false],
    ["NotIn: without the key", byExpression("NotIn", ["web"]), {}, true],
    ["Exists: the key, whatever its value", byExpression("Exists"), { app: "" }, true],
    ["Exists: not without it", byExpression("Exists"), {}, false],
    ["DoesNotExist: without the key", byExpression("DoesNotExist"), {}, true],
    ["DoesNotExist: not with it", byExpression("DoesNotExist"), { app: "" }, false],
    ["labels and expressions together", { ...byExpression("Exists"), matchLabels: { tier: "a" } }, { app: "" }, false],
    ["no label of Object.prototype", byExpression("Exists", undefined, "constructor"), {}, false],
  ])("%s", (_, selector, labels, matches) => {
    expect(selects(selector, labels)).toBe(matches);
  });
});

describe("a selector that is none says why, in Kubernetes' words", () => {
  it.each<[unknown, string]>([
    [byExpression("in", ["web"]), '"in" is not a valid label selector operator'],
    [byExpression(undefined), '"" is not a valid label selector operator'],
    [byExpression("In"), "values: Invalid value: null: for 'in', 'notin' operators, values set can't be empty"],
    [
      byExpression("Exists", ["a"]),
      'values: Invalid value: ["a"]: values set must be empty for exists and does not exist',
    ],
    [byExpression("Exists", undefined, "bad key!"), 'key: Invalid value: "bad key!": name part must consist of'],
    [byExpression("In", ["a b"]), 'values[0][app]: Invalid value: "a b": a valid label must be'],
    [byExpression("In", [], "!"), '[key: Invalid value: "!": name part'],
  ])("%j", (selector, fault) => {
    expect(selects(selector, {})).toEqual(expect.stringContaining(fault));
  });

  it("several faults of one requirement stand in brackets, and the first requirement counts", () => {
    const selector = { matchExpressions: [...byExpression("In", [], "").matchExpressions, { operator: "Is" }] };
    expect(selects(selector, {})).toMatch(/^\[key: Invalid value: "": .*, values: Invalid value: null: .*\]$/);
  });
});
