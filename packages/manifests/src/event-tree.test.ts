import { EVENT_ID, parseEvents } from "js-yaml";
import { describe, expect, it } from "vitest";
import { EventTree } from "./event-tree.js";

const treeOf = (text: string) => new EventTree(text, parseEvents(text, {}));

/** The text of the scalar that an event stands for. */
const scalarText = (tree: EventTree, index: number | undefined): string | undefined => {
  const event = tree.events[tree.dereference(index ?? -1)];
  return event?.type === EVENT_ID.SCALAR ? tree.text.slice(event.valueStart, event.valueEnd) : undefined;
};

describe("EventTree", () => {
  it("finds entries and items, past whatever lies between them", () => {
    const tree = treeOf("a: {x: [1, {y: 2}]}\nb: [p, [q, r], s]\n");
    const list = tree.entry(tree.root, "b")?.value ?? -1;
    expect(scalarText(tree, tree.entry(tree.root, "b")?.key)).toBe("b");
    expect([0, 2, 3].map((position) => scalarText(tree, tree.item(list, position)))).toEqual(["p", "s", undefined]);
    expect(scalarText(tree, tree.item(tree.item(list, 1) ?? -1, 1))).toBe("r");
  });

  it("finds the last of duplicate keys, and keys by their JSON text", () => {
    const tree = treeOf("a: 1\n'a': 2\n0x10: 3\n__proto__: 4");
    expect(
      ["a", "16", "__proto__", "constructor"].map((key) => scalarText(tree, tree.entry(tree.root, key)?.value)),
    ).toEqual(["2", "3", "4", undefined]);
  });

  it("follows aliases to the definition before them", () => {
    const tree = treeOf("- &x one\n- *x\n- &x two\n- *x\n- *unknown");
    expect([1, 3, 4].map((position) => scalarText(tree, tree.item(tree.root, position)))).toEqual([
      "one",
      "two",
      undefined,
    ]);
  });

  it("finds merged keys where they are written, the earlier ones of a list winning", () => {
    const tree = treeOf("base: &x {a: one}\nmerged:\n  <<: [*x, {a: two, b: three}]\n");
    const merged = tree.entry(tree.root, "merged")?.value ?? -1;
    expect(["a", "b"].map((key) => scalarText(tree, tree.entry(merged, key)?.value))).toEqual(["one", "three"]);
  });

  it("survives what cannot be read", () => {
    const tree = treeOf("- &x [*x]\n- {[a]: b, <<: 1, ~: 2}");
    expect(tree.entry(tree.item(tree.root, 1) ?? -1, "a")).toBeUndefined();
    expect(new EventTree("", []).root).toBe(-1);
    expect(new EventTree("", []).entry(-1, "a")).toBeUndefined();
  });
});
