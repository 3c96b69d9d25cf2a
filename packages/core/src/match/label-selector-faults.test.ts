import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { labelSelectorFaults } from "./label-selector-faults.js";

const faultsOf = (selector: unknown) => labelSelectorFaults(ObjectView.root(new Reading(), selector, []));

describe("what a cluster has against a label selector", () => {
  it.each<[unknown]>([
    [undefined],
    [{}],
    [{ matchLabels: { "example.com/a": "" }, matchExpressions: [] }],
    [
      {
        matchExpressions: [
          { key: "a", operator: "In", values: ["b"] },
          { key: "a", operator: "NotIn", values: ["b"] },
          { key: "a", operator: "Exists" },
          { key: "a", operator: "DoesNotExist", values: [] },
        ],
      },
    ],
  ])("nothing: %j", (selector) => {
    expect(faultsOf(selector)).toEqual([]);
  });

  it.each<[string, unknown, readonly (string | number)[], string]>([
    ["a key", { matchLabels: { "a b": "c" } }, ["matchLabels"], 'Invalid value: "a b": name part'],
    ["a value", { matchLabels: { a: "b c" } }, ["matchLabels"], 'Invalid value: "b c": a valid label'],
    [
      "an operator",
      { matchExpressions: [{ key: "a", operator: "Is" }] },
      ["matchExpressions", 0, "operator"],
      'Invalid value: "Is": not a valid selector operator',
    ],
    [
      "no operator",
      { matchExpressions: [{ key: "a" }] },
      ["matchExpressions", 0, "operator"],
      'Invalid value: "": not a valid selector operator',
    ],
    [
      "no values",
      { matchExpressions: [{ key: "a", operator: "NotIn" }] },
      ["matchExpressions", 0, "values"],
      "Required value: must be specified when `operator` is 'In' or 'NotIn'",
    ],
    [
      "values",
      { matchExpressions: [{ key: "a", operator: "Exists", values: ["b"] }] },
      ["matchExpressions", 0, "values"],
      "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
    ],
    [
      "no key",
      { matchExpressions: [{ key: "a", operator: "Exists" }, { operator: "Exists" }] },
      ["matchExpressions", 1, "key"],
      'Invalid value: "": name part must be non-empty',
    ],
    [
      "a value in an expression",
      { matchExpressions: [{ key: "a", operator: "In", values: ["b", "c d"] }] },
      ["matchExpressions", 0, "values", 1],
      'Invalid value: "c d": a valid label',
    ],
  ])("%s", (_, selector, path, message) => {
    expect(faultsOf(selector)[0]).toEqual({ path, message: expect.stringContaining(message) });
  });

  it("it finds all of them, where the evaluation stops at the first", () => {
    const selector = {
      matchLabels: { "!": "!" },
      matchExpressions: [{ operator: "Is" }, { key: "a", operator: "In" }],
    };
    expect(faultsOf(selector).map(({ path }) => path.join("."))).toEqual([
      "matchLabels",
      "matchLabels",
      "matchExpressions.0.operator",
      "matchExpressions.0.key",
      "matchExpressions.0.key",
      "matchExpressions.1.values",
    ]);
  });
});
