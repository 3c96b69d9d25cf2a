import { describe, expect, it } from "vitest";
import { isList, listItems } from "./list-items.js";

describe("isList", () => {
  it.each([
    [{ apiVersion: "v1", kind: "List", items: [] }, true],
    [{ apiVersion: "v1", kind: "List" }, true],
    [{ apiVersion: "v1", kind: "List", items: null }, true],
    [{ apiVersion: "v1", kind: "List", items: [null, 1] }, true],
    [{ apiVersion: "v1", kind: "List", items: "a" }, false],
    [{ apiVersion: "v1", kind: "PodList", items: [{}] }, true],
    [{ apiVersion: "v1", kind: "PodList", items: ["a"] }, false],
    [{ apiVersion: "v1", kind: "PodList" }, false],
    [{ apiVersion: "example.org/v1", kind: "List", items: [{}] }, true],
    [{ apiVersion: "v1", kind: "Pod", items: [{}] }, false],
    [Object.create({ apiVersion: "v1", kind: "List", items: [] }), false],
    [[], false],
    [null, false],
    ["List", false],
  ])("%j: %s", (value, answer) => {
    expect(isList(value)).toBe(answer);
  });
});

describe("listItems", () => {
  const list = (items: readonly unknown[]) => ({ apiVersion: "v1", kind: "List", items });

  it("yields the items with their paths, those of a list in the list under its position", () => {
    expect([...listItems(list([{ kind: "A" }, list([{ kind: "B" }, { kind: "C" }]), null]))]).toEqual([
      { index: 0, path: ["items", 0], value: { kind: "A" } },
      { index: 1, path: ["items", 1, "items", 0], value: { kind: "B" } },
      { index: 1, path: ["items", 1, "items", 1], value: { kind: "C" } },
      { index: 2, path: ["items", 2], value: null },
    ]);
  });

  it("gives the items of a typed list the type that they leave out", () => {
    const pods = { apiVersion: "v1", kind: "PodList", items: [{ metadata: {} }, { apiVersion: "v2", kind: "Own" }] };
    expect([...listItems(pods)].map(({ value }) => value)).toEqual([
      { apiVersion: "v1", kind: "Pod", metadata: {} },
      { apiVersion: "v2", kind: "Own" },
    ]);
  });

  it("yields nothing of a list without items", () => {
    expect([...listItems({ apiVersion: "v1", kind: "List" })]).toEqual([]);
  });
});
