import { evaluate, readPolicies } from "@ostiary/core";
import { describe, expect, test } from "vitest";
import { ALWAYS, constraintOf, POD, templateOf } from "../../test/policies.js";
import { type GatekeeperOptions, gatekeeper } from "../all-engines/gatekeeper.js";

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
  test.each<[unknown]>([
    [5],
    [null],
    [{ release: "4.0" }],
    [{ release: 3 }],
    [{ relase: "3.13" }],
    [{ toString: 1 }],
    [{ podsOfWorkloads: "ignore" }],
    [{ engines: {} }],
    [{ engines: ["Rego"] }],
    [{ providers: 5 }],
    [{ serviceAccount: null }],
    [{ exemptNamespaces: "kube-system" }],
    [{ disabledBuiltins: "http.send" }],
    [{ now: 5 }],
    [{ random: 0 }],
    [{ uuid: "" }],
    [{ limits: 5 }],
  ])("%j refuses, with documents and without", (options) => {
    for (const given of [documents, []]) {
      // Callers in JavaScript have no types to keep to.
      const { problems } = read(given, options as never);
      expect(problems).toMatchObject([{ code: "invalid-option", effect: "deny" }]);
    }
  });

  test("is as good as nothing where it is undefined", () => {
    expect(read(documents, { release: undefined, engines: undefined } as never).problems).toEqual([]);
  });
});
