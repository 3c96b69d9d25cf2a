import { expect, test } from "vitest";
import { asksForOthers, readInventory } from "./inventory.js";

const templateOf = (rego: string) => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  spec: { targets: [{ rego }] },
});
const admissionPolicy = (spec: unknown) => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicy",
  spec,
});
const asking = templateOf("violation[_] { data.inventory.cluster }");

test.each<[policy: unknown, asks: boolean]>([
  [asking, true],
  [templateOf("violation[_] { true }"), false],
  [{ ...asking, apiVersion: "v1" }, false],
  [{ ...asking, spec: null }, false],
  [null, false],
  [admissionPolicy({ paramKind: { apiVersion: "v1", kind: "ConfigMap" } }), true],
  [admissionPolicy({ paramKind: null }), false],
  [admissionPolicy({ validations: [{ expression: "'data.inventory' != ''" }] }), false],
])("%j asks for other objects: %s", (policy, asks) => {
  expect(asksForOthers(policy)).toBe(asks);
});

test("files are read for policies that ask for other objects only", () => {
  const bytes = new TextEncoder().encode("kind: A\n---\nkind: B\n---\n{{\n");
  const file = { name: "a.yaml", path: "a.yaml", bytes };
  expect(readInventory([asking], [file])).toEqual([{ kind: "A" }, { kind: "B" }]);
  expect(readInventory([templateOf("")], [file])).toBeUndefined();
});
