import type { Json } from "@ostiary/core";
import { expect, it } from "vitest";
import { finderOf, load, makeConstraint, makeTemplate } from "../../test/templates.js";
import { findConstraintFault } from "./constraint-resource.js";

const findTemplate = finderOf(load(makeTemplate()));
const find = (document: Json) => findConstraintFault(document, { findTemplate });

it("faults of the constraint come before those of its actions (section 2, step 8)", () => {
  expect(find(makeConstraint({ enforcementAction: "Deny", extra: 1 }))).toEqual({
    code: "invalid-constraint",
    message: "invalid Constraint: unknown fields: [spec.extra]",
  });
  expect(find(makeConstraint({ enforcementAction: "Deny" }))).toMatchObject({ code: "invalid-action" });
  expect(find(makeConstraint({ enforcementAction: "" }))).toBeUndefined();
});

it("what is no object of a kind does not decode", () => {
  expect(find(null)?.code).toBe("undecodable");
  expect(find({ a: 1 })).toEqual({ code: "undecodable", message: `Object 'Kind' is missing in '{"a":1}'` });
});
