import { always, type ConstraintKind, type ConstraintSubject, PODS } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Problem } from "../decision.js";
import type { Constraint } from "./constraint.js";
import { prepareConstraint, prepareConstraints } from "./prepared-constraint.js";

const messages = (...texts: readonly string[]) =>
  texts.map((message, index) => ({ message, findings: [{ path: ["spec", index], found: index }] }));

const kindOf = (prepare: ConstraintKind["prepare"]): ConstraintKind => ({
  name: "D8Test",
  fields: [{ name: "test", schema: always(z.any()) }],
  objects: () => PODS,
  generate: () => ({}),
  prepare,
});
const constraintOf = (kind: ConstraintKind, match: object = {}): Constraint => ({
  kind,
  name: "own",
  action: "deny",
  match,
  parameters: {},
  policy: { kind: "OperationPolicy", name: "own" },
  rule: "test",
});
// No check here looks at it.
const subject = {} as ConstraintSubject;

const run = (results: ReturnType<typeof messages>) => {
  const prepared = prepareConstraint(constraintOf(kindOf(() => ({ check: () => results }))), "1.76");
  return "check" in prepared ? prepared.check(subject) : prepared.problems;
};

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

it("the match is compiled with it", () => {
  const match = { kinds: PODS };
  const prepared = prepareConstraint(
    constraintOf(
      kindOf(() => ({ check: () => [] })),
      match,
    ),
    "next",
  );
  const target = { name: "a", generateName: "", namespace: "", labels: new Map() };
  const matches = (kind: string) =>
    "matches" in prepared && prepared.matches({ group: "", kind, ...target }, undefined, "");
  expect([matches("Pod"), matches("Service")]).toEqual([true, false]);
});

describe("a constraint that cannot be made refuses everything", () => {
  const policy = { kind: "OperationPolicy", name: "own" };
  it("for its parameters", () => {
    const faults = [{ path: ["repos", 0], message: "expected string, found 5" }];
    expect(prepareConstraint(constraintOf(kindOf(() => ({ faults }))), "1.76")).toEqual({
      problems: [
        {
          code: "invalid-parameters",
          message: "D8Test `own`: `spec.parameters.repos[0]`: expected string, found 5",
          policy,
          effect: "deny",
        },
      ],
    });
  });

  it("for its kind, which the release does not have", () => {
    const message = "release 1.66 has no kind `D8Test`";
    expect(prepareConstraint(constraintOf(kindOf(() => undefined)), "1.66")).toEqual({
      problems: [{ code: "unknown-constraint-kind", message, policy, effect: "deny" }],
    });
  });
});

it("of several constraints those that can be are made, and the others told", () => {
  const problems: Problem[] = [];
  const [good, bad] = [kindOf(() => ({ check: () => [] })), kindOf(() => undefined)].map((kind) => constraintOf(kind));
  const prepared = prepareConstraints(
    [good, bad, good].flatMap((one) => one ?? []),
    "1.76",
    problems,
  );
  expect([prepared.length, problems.length]).toEqual([2, 1]);
});
