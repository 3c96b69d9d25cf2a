import { describe, expect, it } from "vitest";
import type { Violation } from "../decision.js";
import { answerForGatekeeper } from "./gatekeeper-answer.js";

const violation = (name: string, action: Violation["action"], message: string, others: Partial<Violation> = {}) => ({
  policy: { kind: "OperationPolicy", name: "policy" },
  rule: "rule",
  constraint: { kind: "D8Test", name },
  action,
  message,
  findings: [],
  ...others,
});
const answer = (...violations: readonly Violation[]) =>
  answerForGatekeeper(
    violations.map((one) => ({
      bound: { policy: one.policy, actions: [one.action], rules: [] },
      violations: [one],
    })),
    {},
  );
const BARE = { server: "gatekeeper", auditAnnotations: {}, warnings: [] };

describe("what the validating webhook replies", () => {
  it("to an object without violations: 200", () => {
    expect(answer()).toEqual({ ...BARE, allowed: true, code: 200 });
  });

  it("to what only warns: 299, and each warning with the constraint's name", () => {
    expect(answer(violation("b", "warn", "two"), violation("a", "warn", "one"))).toEqual({
      ...BARE,
      allowed: true,
      code: 299,
      warnings: ["[a] one", "[b] two"],
    });
  });

  it("nothing about a dry run", () => {
    expect(answer(violation("a", "dryrun", "one"))).toEqual({ ...BARE, allowed: true, code: 200 });
  });

  it("to a violation that denies: 403, every denial on a line, ordered by message, and the warnings", () => {
    const violations = [violation("z", "deny", "B"), violation("a", "deny", "a"), violation("w", "warn", "mind")];
    expect(answer(...violations)).toEqual({
      ...BARE,
      allowed: false,
      code: 403,
      reason: "Forbidden",
      message: "[z] B\n[a] a",
      warnings: ["[w] mind"],
    });
  });

  it("equal messages by the kind and name of the constraint, so that the order is always the same", () => {
    const same = [
      violation("b", "deny", "m"),
      violation("a", "deny", "m"),
      violation("c", "deny", "m", { constraint: { kind: "A", name: "c" } }),
    ];
    const message = "[c] m\n[a] m\n[b] m";
    expect(answer(...same)).toMatchObject({ message });
    expect(answer(...same.toReversed())).toMatchObject({ message });
  });

  it("by every action of a scoped constraint, in the order of the action as written", () => {
    const scoped = violation("s", "deny", "a", { enforcementAction: "scoped", scopedActions: ["deny", "warn"] });
    expect(answer(scoped, violation("d", "deny", "z"))).toMatchObject({
      message: "[d] z\n[s] a",
      warnings: ["[s] a"],
    });
  });

  it("only what constraints find: another webhook is heard where they admit", () => {
    const { constraint: _, ...without } = violation("a", "deny", "m");
    expect(answer(without)).toMatchObject({ allowed: true });
    expect(answerForGatekeeper([], { refusal: "no" })).toMatchObject({ allowed: false, code: 403, message: "no" });
  });

  it("what is settled before, whatever the rules found", () => {
    const verdict = { allowed: false, code: 500, message: 'namespaces "shop" not found' };
    expect(answerForGatekeeper([], { verdict })).toEqual({ ...BARE, ...verdict });
  });
});
