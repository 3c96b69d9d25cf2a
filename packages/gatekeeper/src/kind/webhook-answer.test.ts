import { expect, test } from "vitest";
import type { ClientResult } from "../client/gatekeeper-client.js";
import { answerResults } from "./webhook-answer.js";

const result = (name: string, enforcementAction: string, scopedActions?: readonly string[]): ClientResult => ({
  constraint: { kind: "A", name },
  message: `no ${name}`,
  enforcementAction,
  ...(scopedActions !== undefined && { scopedActions }),
  autoReject: false,
  findings: [],
});

test("denials are joined, and warnings are told beside them", () => {
  expect(answerResults([result("a", "deny"), result("b", "deny"), result("c", "warn")])).toEqual({
    allowed: false,
    code: 403,
    reason: "Forbidden",
    message: "[a] no a\n[b] no b",
    warnings: ["[c] no c"],
  });
});

test.each([
  [[], { allowed: true, code: 200 }],
  [[result("a", "warn")], { allowed: true, code: 299, warnings: ["[a] no a"] }],
  [[result("a", "dryrun"), result("b", ""), result("c", "Deny")], { allowed: true, code: 200 }],
  [[result("a", "deny", ["warn"])], { allowed: false, code: 403, reason: "Forbidden", message: "[a] no a" }],
  [[result("a", "scoped", ["dryrun", "else"])], { allowed: true, code: 200 }],
  [
    [result("a", "scoped", ["deny", "warn"])],
    { allowed: false, code: 403, reason: "Forbidden", message: "[a] no a", warnings: ["[a] no a"] },
  ],
])("%# is answered with %j", (results, answer) => {
  expect(answerResults(results)).toEqual(answer);
});
