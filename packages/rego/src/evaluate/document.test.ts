import { expect, test } from "vitest";
import { createContext } from "./create-context.js";
import { baseGet, DocumentNode, isReplaced } from "./document.js";

const outer = createContext({}, { release: "1.17" });

test("base data is found by keys, indexes, and numbers that spell a key", () => {
  expect(baseGet({ "2": "two" }, 2)).toBe("two");
  expect(baseGet(["a"], 0)).toBe("a");
  expect(baseGet({ a: 1 }, "b")).toBeUndefined();
  expect(baseGet(undefined, "b")).toBeUndefined();
});

test("a node lists its children and base data in order", () => {
  const root = new DocumentNode(0, []);
  root.add("b", new DocumentNode(1, ["b"]));
  root.add("system", new DocumentNode(2, ["system"]));
  expect(root.keys({ c: 1, a: 2, b: 3 })).toStrictEqual(["a", "b", "c"]);
  expect(root.keys("scalar")).toStrictEqual(["b"]);
});

test("a replaced path hides itself and what is below, not what is above", () => {
  if (!outer.ok) throw new Error("no context");
  const context = { ...outer.value, replaced: [["a", "b"]] };
  expect([isReplaced(["a", "b"], context), isReplaced(["a", "b", "c"], context)]).toStrictEqual([true, true]);
  expect([isReplaced(["a"], context), isReplaced(["a", "c"], context)]).toStrictEqual([false, false]);
});
