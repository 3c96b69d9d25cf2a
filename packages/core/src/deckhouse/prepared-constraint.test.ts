import { always, type ConstraintKind, type ConstraintSubject, PODS, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Problem } from "../decision.js";
import type { Constraint } from "./constraint.js";
import { prepareConstraints } from "./prepared-constraint.js";

const messages = (...texts: readonly string[]) =>
  texts.map((message, index) => ({ message, findings: [{ path: ["spec", index], found: index }] }));

const kindOf = (prepare: ConstraintKind["prepare"]): ConstraintKind => ({
  name: "D8Test",
  fields: [{ name: "test", schema: always(z.any()) }],
  behaviours: always(1),
  generations: always(1),
  objects: () => PODS,
  generate: () => ({}),
  prepare,
});
const constraintOf = (kind: ConstraintKind, selection: object = {}): Constraint => ({
  kind,
  name: "own",
  action: "deny",
  kinds: PODS,
  selection,
  parameters: {},
  policy: { kind: "OperationPolicy", name: "own" },
  rule: "test",
});
// No check here looks at it.
const subject = {} as ConstraintSubject;

const prepare = (release: Release, ...constraints: readonly Constraint[]) => {
  const problems: Problem[] = [];
  return { prepared: prepareConstraints(constraints, { release }, problems), problems };
};

const run = (results: ReturnType<typeof messages>) =>
  prepare("1.76", constraintOf(kindOf(() => ({ check: () => results })))).prepared[0]?.check(subject);

describe("the results of a constraint are a set", () => {
  it("those with one message are one, with the places of all, in the order found", () => {
    expect(run(messages("a", "b", "a"))).toEqual([
      {
        message: "a",
        findings: [
          { path: ["spec", 0], found: 0 },
          { path: ["spec", 2], found: 2 },
        ],
      },
      { message: "b", findings: [{ path: ["spec", 1], found: 1 }] },
    ]);
  });

  it.each([[[]], [["a"]], [["a", "b"]]])("%j stay as they are", (texts) => {
    expect(run(messages(...texts))).toEqual(messages(...texts));
  });

  it("what the kind found is not changed by that", () => {
    const results = messages("a", "a");
    run(results);
    expect(results).toEqual(messages("a", "a"));
  });
});

const good = kindOf(() => ({ check: () => [] }));

it("the match is compiled with it, once for constraints that share it", () => {
  const selection = { scope: "Cluster" };
  const { prepared } = prepare(
    "next",
    constraintOf(good, selection),
    constraintOf(good, selection),
    constraintOf(good),
  );
  const target = { group: "", kind: "Pod", name: "a", generateName: "", namespace: "shop", labels: new Map() };
  expect(prepared.map(({ matches }) => matches(target, undefined, ""))).toEqual([false, false, true]);
  expect(prepared[0]?.matches).toBe(prepared[1]?.matches);
});

describe("a constraint that cannot be made refuses everything, and the others are made", () => {
  const policy = { kind: "OperationPolicy", name: "own" };
  it("for its parameters", () => {
    const faults = [{ path: ["repos", 0], message: "expected string, found 5" }];
    const { prepared, problems } = prepare("1.76", constraintOf(good), constraintOf(kindOf(() => ({ faults }))));
    expect(prepared).toHaveLength(1);
    const message = "D8Test `own`: `spec.parameters.repos[0]`: expected string, found 5";
    expect(problems).toEqual([{ code: "invalid-parameters", message, policy, effect: "deny" }]);
  });

  it("for its kind, which the release does not have", () => {
    const { prepared, problems } = prepare("1.66", constraintOf(kindOf(() => undefined)), constraintOf(good));
    expect(prepared).toHaveLength(1);
    const message = "release 1.66 has no kind `D8Test`";
    expect(problems).toEqual([{ code: "unknown-constraint-kind", message, policy, effect: "deny" }]);
  });
});
