import { expect, it } from "vitest";
import { means } from "../../test/schemas.js";
import { makeConstraint } from "../../test/templates.js";
import { compileSchema } from "../schema/compile-schema.js";
import { constraintSchema } from "./constraint-schema.js";

const compile = (
  release: Parameters<typeof constraintSchema>[1],
  parameters?: Parameters<typeof constraintSchema>[0],
) => compileSchema(constraintSchema(parameters, release), means);

it("the action is deny by default since 3.17", () => {
  expect(compile("3.17").applyDefaults(makeConstraint({}))).toMatchObject({ spec: { enforcementAction: "deny" } });
  const before = makeConstraint({});
  expect(compile("3.16").applyDefaults(before)).toBe(before);
});

it("scoped actions are known since 3.17", () => {
  const scoped = makeConstraint({ scopedEnforcementActions: [{ action: "warn", enforcementPoints: [{ name: "*" }] }] });
  expect(compile("3.17").unknownFields(scoped)).toEqual([]);
  expect(compile("3.16").unknownFields(scoped)).toEqual(["spec.scopedEnforcementActions"]);
});

it("globs are relaxed since 3.16", () => {
  const odd = makeConstraint({ match: { namespaces: ["-a"] } });
  expect(compile("3.16").validate(odd)).toEqual([]);
  expect(compile("3.15").validate(odd)).toEqual([
    "[].spec.match.namespaces[0]: Invalid value: \"-a\": spec.match.namespaces[0] in body should match '^(\\*|\\*-)?[a-z0-9]([-:a-z0-9]*[a-z0-9])?(\\*|-\\*)?$'",
  ]);
});

it("without a schema for them, parameters are an unknown field", () => {
  const withParameters = makeConstraint({ parameters: { a: 1 } });
  expect(compile("3.23").unknownFields(withParameters)).toEqual(["spec.parameters"]);
  expect(compile("3.23", { type: "object" }).unknownFields(withParameters)).toEqual(["spec.parameters.a"]);
});

it("selectors need keys and operators, a scope may be anything, and the status too", () => {
  const match = { scope: "any", labelSelector: { matchExpressions: [{ key: "a" }] } };
  expect(compile("3.23").validate(makeConstraint({ match }, { status: { any: 1 } }))).toEqual([
    "[].spec.match.labelSelector.matchExpressions[0].operator: Required value",
  ]);
});
