import { expect, it } from "vitest";
import { EXPANSION, makeRefusal, REFUSE_TEMPLATE } from "../../test/gator-policies.js";
import { memoryFiles } from "../../test/suite-files.js";
import { regoEngine } from "../all-engines/rego-engine.js";
import { loadExpander, loadTest } from "./load-test.js";

const files = memoryFiles({
  template: [REFUSE_TEMPLATE],
  invalidTemplate: [{ ...REFUSE_TEMPLATE, spec: {} }],
  constraint: [makeRefusal()],
  invalidConstraint: [makeRefusal({ parameters: { word: 1 } })],
  expansion: [EXPANSION],
});

const load = (template: string, constraint: string) =>
  loadTest({ template, constraint }, { files, engines: [regoEngine()] });

it("a test is loaded", () => {
  const loaded = load("template", "constraint");
  expect(loaded.ok && loaded.value.client.constraints).toMatchObject([{ kind: "Refuse", name: "pods" }]);
});

it.each([
  ["invalidTemplate", "constraint", /^adding template: /],
  ["template", "invalidConstraint", /^schema validation failed: /],
  ["template", "gone", /^reading Constraint from /],
  ["gone", "gone", /^reading ConstraintTemplate from /],
])("%s with %s cannot be loaded", (template, constraint, message) => {
  expect(load(template, constraint)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } });
});

it("expansions are loaded where some are named", () => {
  expect(loadExpander("", { files })).toEqual({ ok: true, value: undefined });
  expect(loadExpander("expansion", { files })).toMatchObject({ ok: true, value: expect.anything() });
  expect(loadExpander("constraint", { files })).toMatchObject({ ok: false });
});
