import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { findSelectorFault } from "./label-selector-errors.js";

it.each<[string, Json]>([
  [
    ".spec.match.labelSelector accessor error: 3 is of the type int64, expected map[string]interface{}",
    { match: { labelSelector: 3 } },
  ],
  [".spec.match.labelSelector accessor error: 5 is of the type int64, expected map[string]interface{}", { match: 5 }],
  [".spec.match accessor error: x is of the type string, expected map[string]interface{}", "x"],
  [
    ".spec.match.namespaceSelector accessor error: <nil> is of the type <nil>, expected map[string]interface{}",
    { match: { namespaceSelector: null } },
  ],
  [
    "Could not convert JSON to LabelSelector: json: cannot unmarshal number into Go struct field LabelSelector.matchLabels of type string",
    { match: { labelSelector: { matchLabels: { a: 1 } } } },
  ],
  [
    "spec.labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'",
    { match: { namespaceSelector: { matchExpressions: [{ key: "a", operator: "In" }] } } },
  ],
])("%s (section 2, step 3)", (fault, spec) => {
  expect(findSelectorFault({ spec })).toBe(fault);
});

it("several faults are in brackets", () => {
  const matchExpressions = [
    { key: "a", operator: "Exists", values: ["x"] },
    { key: "b", operator: "Is" },
  ];
  expect(findSelectorFault({ spec: { match: { labelSelector: { matchExpressions } } } })).toMatch(
    /^\[spec\..*, spec\..*\]$/,
  );
});

it.each<[Json]>([
  [{}],
  [{ spec: null }],
  [{ spec: { match: null } }],
  [{ spec: { match: { labelSelector: {} } } }],
  [1],
])("%j has no bad selector", (constraint) => {
  expect(findSelectorFault(constraint)).toBeUndefined();
});
