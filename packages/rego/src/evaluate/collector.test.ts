import { expect, test } from "vitest";
import { nowhere } from "../syntax/location.js";
import { Collector, collectorAt, placeCollector } from "./collector.js";
import type { Frame } from "./context.js";
import { TreeBuilder } from "./tree-builder.js";

test("a collector waits in its slot and makes each collection once", () => {
  const frame: Frame = [];
  placeCollector(frame, 2, new Collector());
  collectorAt(frame, 2).items.push(1);
  collectorAt(frame, 2).set.add("a");
  collectorAt(frame, 2).object.set("k", null);
  expect(collectorAt(frame, 2).items).toStrictEqual([1]);
  expect(collectorAt(frame, 2).set.size).toBe(1);
  expect(collectorAt(frame, 2).object.get("k")).toBeNull();
});

test("reference heads add to the tree that they are given, and only to that", () => {
  const tree = new TreeBuilder();
  new Collector(tree, ["a"]).tree.set(["a", "b"], 1, nowhere(""));
  expect(tree.valueAt("a")).toBeDefined();
  expect(() => new Collector().tree).toThrow("no tree was given");
});
