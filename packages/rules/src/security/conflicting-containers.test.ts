import { expect, it } from "vitest";
import { viewPod } from "../subject/pod-view.js";
import { findConflictingContainers } from "./conflicting-containers.js";

const conflicts = (spec: object) =>
  findConflictingContainers(viewPod({ spec })).map(({ ref: { list, index } }) => `${list}[${index}]`);

it.each([
  ["no containers", {}, []],
  ["containers of different names", { containers: [{ name: "a" }, { name: "b" }] }, []],
  ["the same container twice", { containers: [{ name: "a" }, { name: "a" }] }, []],
  ["two of one name that differ", { containers: [{ name: "a" }, { name: "a", image: "i" }] }, ["containers[1]"]],
  [
    "an init container and a container of one name that differ",
    { initContainers: [{ name: "a", image: "i" }], containers: [{ name: "a", image: "j" }] },
    ["containers[0]"],
  ],
  [
    "all that differ from the first",
    { containers: [{ name: "a" }, { name: "a", image: "i" }, { name: "a" }, { name: "a", image: "j" }] },
    ["containers[1]", "containers[3]"],
  ],
])("of %s", (_title, spec, expected) => {
  expect(conflicts(spec)).toEqual(expected);
});
