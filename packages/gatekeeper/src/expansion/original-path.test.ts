import { expect, it } from "vitest";
import { originalPath } from "./original-path.js";

it.each([
  [
    ["spec", "containers", 0, "image"],
    ["spec", "template", "spec", "containers", 0, "image"],
  ],
  [
    ["metadata", "labels", "app"],
    ["spec", "template", "metadata", "labels", "app"],
  ],
  [[], ["spec", "template"]],
  [["metadata"], ["spec", "template", "metadata"]],
  [
    ["metadata", "name"],
    ["metadata", "name"],
  ],
  [
    ["metadata", "namespace"],
    ["metadata", "namespace"],
  ],
  [["kind"], ["kind"]],
  [["metadata", "ownerReferences", 0, "kind"], []],
])("%j of a pod lies at %j of its Deployment", (path, expected) => {
  expect(originalPath(["spec", "template"], path)).toEqual(expected);
});
