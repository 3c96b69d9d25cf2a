import { expect, it } from "vitest";
import { findContainerLists } from "./container-names.js";

it.each([
  "const list = spec.initContainers;",
  'const list = spec["ephemeralContainers"];',
  "const { initContainers } = spec;",
  'const path = "spec.initContainers[0]";',
  "const path = `spec.ephemeralContainers`;",
  'const LISTS = { initContainers: "init" };',
])("finds the list in `%s`", (text) => {
  expect(findContainerLists(text)).not.toEqual([]);
});

it.each(["// spec.initContainers", 'type List = "initContainers" | "containers";', "const list = spec.containers;"])(
  "leaves alone `%s`",
  (text) => {
    expect(findContainerLists(text)).toEqual([]);
  },
);
