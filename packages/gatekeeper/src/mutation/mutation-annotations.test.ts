import { expect, it } from "vitest";
import { makeAssign, makeMutator, makePod, run } from "../../test/mutators.js";

const label = makeMutator("AssignMetadata", "metadata.labels.a", { assign: { value: "1" } }, { name: "b" });
const assign = { ...makeAssign("spec.a", 1, "a"), metadata: { name: "a", generation: 3 } };
const idle = makeAssign("spec.b", 1, "idle");
const annotationsOf = (pod: object) => {
  const outcome = run(pod, [label, assign, { ...idle, spec: { ...idle.spec, match: { name: "other" } } }], {
    annotations: "add",
    id: "id",
  });
  return outcome.ok ? Object(outcome.value.object).metadata?.annotations : outcome.error.message;
};
const NOTE = { "gatekeeper.sh/mutations": "Assign//a:3, AssignMetadata//b:0", "gatekeeper.sh/mutation-id": "id" };

it("an object that was mutated tells by whom", () => {
  expect(annotationsOf(makePod())).toEqual(NOTE);
  expect(annotationsOf(makePod({}, { annotations: { x: "y", "gatekeeper.sh/mutation-id": "old" } }))).toEqual({
    x: "y",
    ...NOTE,
  });
  expect(annotationsOf(makePod({}, { annotations: null }))).toEqual(NOTE);
});

it("a run without a name has the one of zeros", () => {
  const outcome = run(makePod(), [label], { annotations: "add" });
  expect(outcome.ok && outcome.value.object).toMatchObject({
    metadata: { annotations: { "gatekeeper.sh/mutation-id": "00000000-0000-0000-0000-000000000000" } },
  });
});

it("one that was not does not", () => {
  expect(annotationsOf(makePod({ a: 1 }, { labels: { a: "1" } }))).toBeUndefined();
});
