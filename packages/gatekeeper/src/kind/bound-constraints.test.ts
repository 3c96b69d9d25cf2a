import { expect, test } from "vitest";
import type { ClientResult, ConcernedConstraint } from "../client/gatekeeper-client.js";
import { bindConstraints } from "./bound-constraints.js";

const concerned = (
  name: string,
  enforcementAction: string,
  scopedActions?: readonly string[],
): ConcernedConstraint => ({
  constraint: { kind: "A", name },
  enforcementAction,
  ...(scopedActions !== undefined && { scopedActions }),
});
const result = (one: ConcernedConstraint, changes: Partial<ClientResult> = {}): ClientResult => ({
  ...one,
  message: "no",
  autoReject: false,
  findings: [],
  ...changes,
});

const bind = (constraints: readonly ConcernedConstraint[], results: readonly ClientResult[] = []) =>
  bindConstraints({ concerned: constraints, results });

test("constraints come from the strictest action to the mildest, then by name; what nobody knows is recorded only", () => {
  const bound = bind([
    concerned("d", "dryrun"),
    concerned("c", "warn"),
    concerned("b", "deny"),
    concerned("a", "deny"),
    concerned("e", ""),
    concerned("f", "scoped", ["warn", "deny", "else"]),
  ]);
  expect(bound.map(({ policy, actions }) => [policy.name, ...actions])).toEqual([
    ["a", "deny"],
    ["b", "deny"],
    ["f", "deny", "warn"],
    ["c", "warn"],
    ["d", "dryrun"],
    ["e", "dryrun"],
  ]);
  expect(bound.map(({ rules }) => rules[0]?.about.enforcementAction)).toEqual([
    undefined,
    undefined,
    "scoped",
    undefined,
    undefined,
    "",
  ]);
});

test("what a constraint found is known already; empty details are left out, and auto-rejects have a rule of their own", () => {
  const one = concerned("a", "deny");
  const results = [
    result(one, { details: { a: 1 } }),
    result(one, { message: "b", details: {} }),
    result(one, { message: "c", details: null }),
    result(one, { message: "d", autoReject: true }),
  ];
  const [bound] = bind([one], results);
  // The subject is not looked at.
  expect(bound?.rules[0]?.run({} as never)).toEqual([
    { message: "no", findings: [], details: { a: 1 } },
    { message: "b", findings: [] },
    { message: "c", findings: [] },
    { rule: "match", message: "d", findings: [] },
  ]);
});

test("an expansion may give some violations of a constraint another action", () => {
  const one = concerned("a", "deny");
  const bound = bind([one], [result(one), result(concerned("a", "warn"))]);
  expect(bound.map(({ policy, actions }) => [policy.name, actions[0]])).toEqual([
    ["a", "deny"],
    ["a", "warn"],
  ]);
});
