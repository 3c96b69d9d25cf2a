import { describe, expect, it } from "vitest";
import type { Problem } from "./decision.js";
import { deckhouse } from "./deckhouse/deckhouse.js";
import { readKinds, readPodCarriers } from "./read-lists.js";

const messagesOf = (read: (value: unknown, problems: Problem[]) => unknown, value: unknown): readonly string[] => {
  const problems: Problem[] = [];
  expect(read(value, problems)).toEqual([]);
  return problems.map(({ message }) => message);
};

describe("kinds of policies", () => {
  it("are read where they are some, among what is none", () => {
    const kind = deckhouse();
    const problems: Problem[] = [];
    expect(readKinds([null, kind], problems)).toEqual([kind]);
    expect(problems).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
    expect(messagesOf(readKinds, undefined)).toEqual([]);
  });

  it.each([
    [5, "option `kinds`: expected a list, found number"],
    [[null], "option `kinds[0]`: expected a kind of policy, found null"],
    [new Array(1), "option `kinds[0]`: expected a kind of policy, found undefined"],
    [["deckhouse"], "option `kinds[0]`: expected a kind of policy, found `deckhouse`"],
    [[{ read: () => [] }], "option `kinds[0]`: expected a kind of policy, found object"],
    [[{ handles: () => true }], "option `kinds[0]`: expected a kind of policy, found object"],
  ])("are none: %j", (kinds, message) => {
    expect(messagesOf(readKinds, kinds)).toEqual([message]);
  });
});

describe("kinds of objects with pods", () => {
  const rollout = { group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] };

  it("are read", () => {
    expect(readPodCarriers([rollout, { ...rollout, podPath: ["pods", 0] }], [])).toHaveLength(2);
  });

  it("are no scalars", () => {
    expect(messagesOf(readPodCarriers, [null, "Rollout"])).toHaveLength(2);
  });

  it.each([
    [{ ...rollout, podPath: undefined }],
    [{ ...rollout, podPath: "spec.template" }],
    [{ ...rollout, podPath: [null] }],
    [{ ...rollout, group: null }],
    [{ ...rollout, kind: 5 }],
  ])("are none: %j", (carrier) => {
    const expected = "a group, a kind and a list of fields as podPath";
    expect(messagesOf(readPodCarriers, [carrier])).toEqual([
      `option \`podCarriers[0]\`: expected ${expected}, found object`,
    ]);
    expect(messagesOf(readPodCarriers, 5)).toEqual(["option `podCarriers`: expected a list, found number"]);
  });
});
