import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClientResult } from "./gatekeeper-client.js";
import { sortResults } from "./result-order.js";

const result = (enforcementAction: string, message: string, kind = "A", name = "a"): ClientResult => ({
  enforcementAction,
  message,
  constraint: { kind, name },
  autoReject: false,
  findings: [],
});

test("results are sorted by action, message, kind and name; no action comes first", () => {
  const sorted = [
    result("", "z"),
    result("deny", "B"),
    result("deny", "a", "A", "b"),
    result("deny", "a", "B", "a"),
    result("warn", "a"),
  ];
  expect(sortResults(sorted.toReversed())).toEqual(sorted);
});

test("the order does not depend on that of the input", () => {
  const texts = fc.constantFrom("", "a", "b", "é", "\ud83d\ude00");
  const results = fc.array(fc.tuple(texts, texts, texts, texts).map((parts) => result(...parts)));
  fc.assert(
    fc.property(results, (list) => {
      expect(sortResults(list.toReversed())).toEqual(sortResults(list));
    }),
  );
});
