import { expect, it } from "vitest";
import { printMutatorId } from "./mutator.js";

it.each([
  [{ group: "mutations.gatekeeper.sh", kind: "Assign", namespace: "", name: "a" }, "Assign.mutations.gatekeeper.sh /a"],
  [{ group: "g", kind: "Assign", namespace: "x", name: "a" }, "Assign.g x/a"],
  [{ group: "", kind: "", namespace: "", name: "a" }, " /a"],
])("%j is printed %j", (id, text) => {
  expect(printMutatorId(id)).toBe(text);
});
