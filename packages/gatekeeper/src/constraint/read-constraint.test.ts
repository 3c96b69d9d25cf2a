import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { finderOf, load, makeConstraint, makeTemplate } from "../../test/templates.js";
import { readConstraint } from "./read-constraint.js";

const parameters = { type: "object", properties: { n: { type: "integer", default: 3 } } };
const findTemplate = finderOf(load(makeTemplate(parameters)));
const read = (spec: Json, release: "3.16" | "3.23" = "3.23") => {
  const template = release === "3.23" ? findTemplate : finderOf(load(makeTemplate(parameters), { release }));
  const constraint = readConstraint(makeConstraint(spec), { findTemplate: template, release });
  if (!constraint.ok) throw new Error(constraint.error.message);
  return constraint.value;
};

it("defaults are applied to the whole constraint (section 2, step 7)", () => {
  expect(read({ parameters: {} })).toMatchObject({
    kind: "K",
    name: "c",
    parameters: { n: 3 },
    enforcementAction: "deny",
    document: { spec: { parameters: { n: 3 }, enforcementAction: "deny" } },
  });
});

it("parameters have no defaults where there are none", () => {
  expect(read({}).parameters).toBeUndefined();
});

it("an empty action is a value", () => {
  const constraint = read({ enforcementAction: "" });
  expect([constraint.enforcementAction, constraint.actionsAt("audit.gatekeeper.sh")]).toEqual(["", [""]]);
});

it("without a default in the schema the action is deny all the same", () => {
  expect(read({}, "3.16")).toMatchObject({ enforcementAction: "deny" });
  expect(read({ enforcementAction: "scoped" }, "3.16").actionsAt("audit.gatekeeper.sh")).toEqual(["scoped"]);
});

it("scoped without its list is refused", () => {
  expect(readConstraint(makeConstraint({ enforcementAction: "scoped" }), { findTemplate })).toMatchObject({
    error: { message: "missing required field: spec.scopedEnforcementActions must be defined" },
  });
});

it("the match block is ready for use", () => {
  const target = { group: "", kind: "Pod", name: "p", generateName: "", namespace: "a", labels: new Map() };
  const { matches } = read({ match: { namespaces: ["a*"] } });
  expect([matches(target, undefined, ""), matches({ ...target, namespace: "b" }, undefined, "")]).toEqual([
    true,
    false,
  ]);
});

it("the document stays as it is", () => {
  const document = makeConstraint(Object.freeze({ parameters: Object.freeze({}) }));
  const constraint = readConstraint(Object.freeze(document), { findTemplate });
  expect([constraint.ok, document.spec]).toEqual([true, { parameters: {} }]);
});
