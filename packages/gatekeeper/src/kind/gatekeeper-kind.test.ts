import { evaluate, readPolicies } from "@ostiary/core";
import { describe, expect, test } from "vitest";
import { ALWAYS, constraintOf, POD, templateOf } from "../../test/policies.js";
import { gatekeeper } from "./gatekeeper-kind.js";
import type { GatekeeperOptions } from "./gatekeeper-options.js";

const documents = [templateOf("Always", ALWAYS), constraintOf("Always", "one")];
const read = (values: readonly unknown[], options?: GatekeeperOptions) =>
  readPolicies(values, { kinds: [gatekeeper(options)] });

test("documents of Gatekeeper are read, and no others", () => {
  expect(read(documents).problems).toEqual([]);
  expect(read([POD]).problems).toMatchObject([{ code: "unknown-policy" }]);
});

test("who has no documents of Gatekeeper has no Gatekeeper", () => {
  const { violations, considered } = evaluate(POD, {}, read([]), { explain: true });
  expect([violations, considered.filter(({ policy }) => policy.kind === "Gatekeeper")]).toEqual([[], []]);
});

test("a template that is broken disables only itself, and refuses", () => {
  const broken = [templateOf("Broken", "x = 1"), constraintOf("Broken", "two")];
  const decision = evaluate(POD, {}, read([...broken, ...documents]));
  expect(decision.allowed).toBe(false);
  expect(decision.violations.map(({ message }) => message)).toEqual(["no"]);
  expect(decision.problems.map(({ document }) => document)).toEqual([0, 1]);
});

test("the same input gives the same bytes", () => {
  const decide = () => JSON.stringify(evaluate(POD, {}, read(documents)));
  expect(decide()).toBe(decide());
});

describe("options that JavaScript may hand in", () => {
  test.each([[5], [null], [{ release: "4.0" }], [{ release: 3 }]])("%j refuses", (options) => {
    // Callers in JavaScript have no types to keep to.
    const { problems } = read(documents, options as never);
    expect(problems).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
  });
});
