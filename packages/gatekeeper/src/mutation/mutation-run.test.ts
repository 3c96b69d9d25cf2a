import { describe, expect, it } from "vitest";
import { load, makeAssign, makeMutator, makePod, run } from "../../test/mutators.js";
import { mutate } from "./mutate.js";
import { readMutators } from "./read-mutators.js";

const label = (name: string, needs?: string) =>
  makeMutator(
    "AssignMetadata",
    `metadata.labels.${name}`,
    { assign: { value: "1" } },
    {
      name,
      ...(needs === undefined ? {} : { match: { labelSelector: { matchLabels: { [needs]: "1" } } } }),
    },
  );
const facts = (outcome: ReturnType<typeof run>) =>
  outcome.ok ? [outcome.value.mutated, outcome.value.iterations] : outcome.error.message;

describe("mutators run until nothing changes", () => {
  it("which takes one iteration more than changes do", () => {
    expect(facts(run(makePod(), [label("a")]))).toEqual([true, 2]);
    expect(facts(run(makePod({}, { labels: { a: "1" } }), [label("a")]))).toEqual([false, 0]);
  });

  it("and are selected anew, by what the object has become", () => {
    const chain = [label("a", "b"), label("b", "c"), label("c")];
    const outcome = run(makePod(), chain);
    expect(facts(outcome)).toEqual([true, 4]);
    expect(outcome.ok && outcome.value.object).toMatchObject({ metadata: { labels: { a: "1", b: "1", c: "1" } } });
  });

  it("cancelling each other out is no mutation, and the object is the one handed in", () => {
    const pod = makePod({ a: "x" });
    const outcome = run(pod, [makeAssign("spec.a", "y", "a"), makeAssign("spec.a", "x", "b")]);
    expect(facts(outcome)).toEqual([false, 0]);
    expect(outcome.ok && outcome.value.object).toBe(pod);
  });

  it("in a cluster also when only the type of a number changes", () => {
    const pod = makePod({ a: 5 });
    expect(facts(run(pod, [makeAssign("spec.a", 5)]))).toEqual([false, 0]);
    const outcome = run(pod, [makeAssign("spec.a", 5)], {}, { numbers: "cluster" });
    expect(facts(outcome)).toEqual([true, 2]);
    expect(outcome.ok && outcome.value.patch).toEqual([]);
  });
});

describe("mutators that never converge", () => {
  const rotate = (name: string, from: string, to: string) =>
    makeMutator(
      "Assign",
      "kind",
      { assign: { value: to } },
      {
        name,
        applyTo: [{ groups: [""], versions: ["v1"], kinds: [from] }],
      },
    );
  // Each runs before the one that makes it apply: odd iterations end with A, even ones with B.
  const circle = [rotate("c", "Pod", "A"), rotate("b", "A", "B"), rotate("a", "B", "Pod")];

  it("are refused after one iteration more than there are mutators", () => {
    const outcome = run(makePod(), circle, { id: "id" });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        code: "not-converging",
        message: "mutation not converging: mutation id not converging for  B  web",
        iteration: 4,
      },
    });
  });

  it.each([
    [2, 999, "A"],
    [2, 1000, "B"],
    [40, 3000, "B"],
  ])(
    "are refused soon also when there are many, with the object as it would be in the end (%#)",
    (pace, count, kind) => {
      const rest = Array.from({ length: count }, (_, index) => makeAssign(`spec.x${index % pace}`, 1, `z${index}`));
      const outcome = run(makePod(), [...circle, ...rest]);
      expect(outcome).toMatchObject({ error: { code: "not-converging", iteration: count + 4 } });
      expect(outcome.ok ? "" : outcome.error.message).toContain(` not converging for  ${kind}  web`);
      expect(outcome.ok ? 0 : outcome.error.trace.length).toBeLessThan(100);
    },
  );

  it("their changes are traced until then", () => {
    const outcome = run(makePod(), circle);
    const change = (iteration: number, name: string, before: string, after: string) => ({
      what: "changed",
      iteration,
      mutator: { kind: "Assign", name },
      path: ["kind"],
      before,
      after,
    });
    expect(outcome.ok ? [] : outcome.error.trace).toEqual([
      change(1, "c", "Pod", "A"),
      change(2, "b", "A", "B"),
      change(3, "a", "B", "Pod"),
      change(3, "c", "Pod", "A"),
      change(4, "b", "A", "B"),
    ]);
  });
});

describe("a failure ends everything, and names", () => {
  it("the mutator and the object", () => {
    const pod = {
      ...makePod({ a: 1 }, { name: undefined, generateName: "web-", namespace: "shop" }),
      apiVersion: "g/v1",
    };
    const applyTo = [{ groups: ["g"], versions: ["v1"], kinds: ["Pod"] }];
    const mutator = makeMutator("Assign", "spec.a.b", { assign: { value: 1 } }, { applyTo });
    const outcome = run(pod, [mutator], { id: "id" });
    const message =
      "mutation id for mutator Assign.mutations.gatekeeper.sh /one failed for g Pod shop web-: mismatch between path entry (type: object) and received object (type: int64). Path: b";
    expect(outcome).toEqual({
      ok: false,
      error: { code: "mutation-failed", message, mutator: { kind: "Assign", name: "one" }, iteration: 1, trace: [] },
    });
  });

  it("a match that cannot be decided", () => {
    const match = { namespaceSelector: { matchLabels: { a: "b" } } };
    const mutator = makeMutator("Assign", "spec.a", { assign: { value: 1 } }, { match });
    const outcome = run(makePod({}, { namespace: "shop" }), [mutator]);
    const message =
      "matching for mutator Assign.mutations.gatekeeper.sh /one failed for  Pod shop web: failed to run Match criteria: namespace selector for namespace-scoped object but missing Namespace";
    expect(outcome).toMatchObject({ error: { code: "match-error", message, iteration: 1 } });
    expect(facts(run(makePod({}, { namespace: "shop" }), [mutator], {}, { release: "3.13" }))).toEqual([false, 0]);
  });
});

describe("which mutators apply", () => {
  const mutator = makeAssign("spec.a", 1);
  it.each([
    [{ ...makePod(), apiVersion: "v2" }, false],
    [{ ...makePod(), apiVersion: "apps/v1" }, false],
    [{ ...makePod(), apiVersion: "a/b/v1" }, false],
    [{ ...makePod(), apiVersion: 1 }, false],
    [{ ...makePod(), kind: "Node" }, false],
    [makePod(), true],
  ])("to %j: %j", (object, expected) => {
    expect(facts(run(object, [mutator]))).toEqual(expected ? [true, 2] : [false, 0]);
  });

  it("depends on the operation, and with none it must be for all", () => {
    const applyTo = [{ groups: [""], versions: ["v1"], kinds: ["Pod"], operations: ["UPDATE"] }];
    const updating = makeMutator("Assign", "spec.a", { assign: { value: 1 } }, { applyTo });
    expect(facts(run(makePod(), [updating]))).toEqual([false, 0]);
    expect(facts(run(makePod(), [updating], { operation: "UPDATE" }))).toEqual([true, 2]);
    expect(facts(mutate(makePod(), load([updating])))).toEqual([false, 0]);
    expect(facts(mutate(makePod(), load([mutator])))).toEqual([true, 2]);
  });

  it("depends on where the object comes from", () => {
    const generated = makeMutator("Assign", "spec.a", { assign: { value: 1 } }, { match: { source: "Generated" } });
    expect(facts(run(makePod(), [generated]))).toEqual([false, 0]);
    expect(facts(run(makePod(), [generated], { source: "Generated" }))).toEqual([true, 2]);
  });

  it("and those in conflict do not, yet they count", () => {
    const documents = [makeAssign("spec.a.b", 1, "a"), makeAssign("spec.a[k: v]", { k: "v" }, "b"), label("c")];
    const outcome = mutate(makePod(), readMutators(documents).mutators, { operation: "CREATE" });
    expect(outcome.ok && outcome.value.object).toEqual(makePod({}, { labels: { c: "1" } }));
  });
});
