import { expect, it } from "vitest";
import { type MutatorId, printMutatorId } from "./mutator.js";
import { compareMutatorIds } from "./mutator-order.js";

const id = (kind: string, name: string, group = "mutations.gatekeeper.sh", namespace = ""): MutatorId => ({
  group,
  kind,
  namespace,
  name,
});

it("kinds run in their alphabetical order, names inside a kind by their bytes", () => {
  const ids = [
    id("ModifySet", "a"),
    id("AssignMetadata", "a"),
    id("Assign", "b"),
    id("Assign", "B"),
    id("Assign", "😀"),
    id("Assign", "～"),
    id("AssignImage", "a"),
    id("Assign", "a", "mutations.gatekeeper.sh", "x"),
    id("Assign", "a", "a.example"),
  ];
  expect(ids.sort(compareMutatorIds).map(printMutatorId)).toEqual([
    "Assign.a.example /a",
    "Assign.mutations.gatekeeper.sh /B",
    "Assign.mutations.gatekeeper.sh /b",
    "Assign.mutations.gatekeeper.sh /～",
    "Assign.mutations.gatekeeper.sh /😀",
    "Assign.mutations.gatekeeper.sh x/a",
    "AssignImage.mutations.gatekeeper.sh /a",
    "AssignMetadata.mutations.gatekeeper.sh /a",
    "ModifySet.mutations.gatekeeper.sh /a",
  ]);
  expect(compareMutatorIds(id("Assign", "a"), id("Assign", "a"))).toBe(0);
});
