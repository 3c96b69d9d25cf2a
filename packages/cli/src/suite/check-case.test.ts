import { expect, test } from "vitest";
import type { Verdict } from "./case-judge.js";
import { checkCase } from "./check-case.js";
import type { SuiteCase } from "./suite-model.js";

const CASE: SuiteCase = {
  name: "c",
  skip: false,
  object: undefined,
  oldObject: undefined,
  operation: undefined,
  userInfo: undefined,
  namespace: undefined,
  inventory: [],
  parameters: undefined,
  mutators: [],
  providers: undefined,
  assertions: [],
  expectObject: undefined,
  expectPatch: undefined,
  line: 1,
};

const VERDICT: Verdict = {
  violations: [
    { policy: "p", constraint: "d8-p", rule: "r", action: "deny", message: "no <label>" },
    { policy: "q", rule: "s", action: "warn", message: "no owner" },
  ],
  mutation: { before: { a: 1 }, after: { a: 1, b: [2] } },
};

test.each<[Partial<SuiteCase>, unknown]>([
  [{ assertions: [{ violations: 2 }, { violations: "yes", message: "no .*r$" }] }, undefined],
  [
    {
      assertions: [
        { violations: 1, policy: "p" },
        { violations: 1, policy: "d8-p", rule: "r", action: "deny" },
      ],
    },
    undefined,
  ],
  [{ assertions: [{ violations: "no", action: "dryrun" }] }, undefined],
  [{ expectObject: "o.yaml" }, { a: 1, b: [2] }],
  [{ expectPatch: [{ op: "add", path: "/b", value: [2] }] }, undefined],
])("%j is met", (one, expected) => {
  expect(checkCase({ ...CASE, ...one }, VERDICT, expected)).toEqual([]);
});

test.each<[Partial<SuiteCase>, unknown, string]>([
  [
    { assertions: [{ violations: "no", policy: "p" }] },
    undefined,
    "unexpected number of violations: got 1 violations but want none (of policy p)",
  ],
  [
    { expectObject: "o.yaml" },
    { a: 1, b: [3] },
    "the mutated object is another one:\n@@ -1,3 +1,3 @@\n a: 1\n b:\n-  - 3\n+  - 2",
  ],
  [
    { expectPatch: [] },
    undefined,
    "the patch makes another object than the mutators:\n@@ -1,1 +1,3 @@\n a: 1\n+b:\n+  - 2",
  ],
  [
    { expectPatch: [{ op: "remove", path: "/x" }] },
    undefined,
    "`expectPatch` cannot be applied to the object: operation 0: there is nothing at `x`",
  ],
])("%j is not met, and told why", (one, expected, reason) => {
  const found = "found:\n  deny r p: no <label>\n  warn s q: no owner";
  expect(checkCase({ ...CASE, ...one }, VERDICT, expected)).toEqual(one.assertions ? [reason, found] : [reason]);
});

test.each([{ expectObject: "o.yaml" }, { expectPatch: [] }])("%j needs mutators", (one) => {
  expect(checkCase({ ...CASE, ...one }, { violations: [] }, {})).toEqual([
    "the case expects something of mutators, and has none",
  ]);
});
