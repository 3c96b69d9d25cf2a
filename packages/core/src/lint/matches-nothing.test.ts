import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { findingsOf } from "../../test/lint.js";

const find = (match: object) =>
  findingsOf("matches-nothing", [makeOperationPolicy({}, { match })], "1.76").map(({ path }) =>
    path.slice(2).join("."),
  );

const expression = (key: string, operator: string, ...values: readonly string[]) => ({ key, operator, values });

describe("no namespace is left", () => {
  it.each<[readonly string[], readonly string[], boolean]>([
    [["prod"], ["prod"], true],
    [["prod"], ["prod-*"], false],
    [["prod-*"], ["prod-*"], true],
    [["prod-eu-*"], ["prod-*"], true],
    [["prod-*"], ["prod-eu-*"], false],
    [["*-system"], ["*system"], true],
    [["*-system"], ["d8-*"], false],
    [["*prod*"], ["*prod*"], true],
    [["my-prod-*"], ["*prod*"], true],
    [["*prod*"], ["prod*"], false],
    [["*prod*"], ["*prod"], false],
    [["prod*"], ["*prod"], false],
    [["prod", "dev"], ["prod"], false],
    [["prod", "dev"], ["*"], true],
    [["*"], ["*"], true],
    [["*"], ["a*"], false],
    [[], ["*"], true],
    [[], ["a"], false],
    [["prod-*"], ["prod-"], false],
  ])("%j without %j: %s", (matchNames, excludeNames, isEmpty) => {
    const match = { namespaceSelector: { ...(matchNames.length > 0 && { matchNames }), excludeNames } };
    expect(find(match)).toEqual(isEmpty ? ["namespaceSelector.excludeNames"] : []);
  });
});

describe("the conditions on a label contradict each other", () => {
  it.each<[object, boolean]>([
    [{ matchLabels: { a: "1" }, matchExpressions: [expression("a", "In", "2", "3")] }, true],
    [{ matchLabels: { a: "1" }, matchExpressions: [expression("a", "In", "1", "3")] }, false],
    [{ matchExpressions: [expression("a", "In", "1"), expression("a", "NotIn", "1", "2")] }, true],
    [{ matchExpressions: [expression("a", "In", "1", "3"), expression("a", "NotIn", "1", "2")] }, false],
    [
      {
        matchExpressions: [
          { key: "a", operator: "Exists" },
          { key: "a", operator: "DoesNotExist" },
        ],
      },
      true,
    ],
    [
      {
        matchExpressions: [
          { key: "a", operator: "Exists" },
          { key: "b", operator: "DoesNotExist" },
        ],
      },
      false,
    ],
    [{ matchLabels: { a: "1" }, matchExpressions: [{ key: "a", operator: "DoesNotExist" }] }, true],
    [{ matchExpressions: [expression("a", "NotIn", "1"), { key: "a", operator: "DoesNotExist" }] }, false],
    [{ matchLabels: {} }, false],
  ])("%j: %s", (labelSelector, isEmpty) => {
    expect(find({ labelSelector })).toEqual(isEmpty ? ["labelSelector"] : []);
    expect(find({ namespaceSelector: { labelSelector } })).toEqual(isEmpty ? ["namespaceSelector.labelSelector"] : []);
  });
});
