import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { assignFrom, assignsStandIns, readAssignField } from "./assign-field.js";
import type { MutatorOptions } from "./mutator-document.js";
import { Double, Placeholder } from "./working-value.js";

const OPTIONS: MutatorOptions = { release: "3.23", numbers: "exact", externalData: "enabled" };
const read = (assign: unknown, options: Partial<MutatorOptions> = {}) =>
  readAssignField(ObjectView.root(new Reading(), { assign }, []), { ...OPTIONS, ...options });
const provider = { provider: "p" };
const target = {
  group: "",
  version: "v1",
  kind: "Pod",
  name: "web",
  generateName: "",
  namespace: "shop",
  labels: new Map(),
};

describe("one of three is given", () => {
  const INVALID = "invalid assign field";
  const none = `assign must set one of \`externalData\`, \`value\` or \`fromMetadata\`: ${INVALID}`;
  const several = `assign must only set one of \`externalData\`, \`value\` or \`fromMetadata\`: ${INVALID}`;
  const external = { ...provider, dataSource: "ValueAtLocation", failurePolicy: "Fail", default: "" };
  let deep: unknown = 1;
  for (let depth = 0; depth < 5000; depth++) deep = [deep];
  it.each([
    [undefined, none],
    [{}, none],
    [{ value: null, fromMetadata: null }, none],
    [{ value: 1, fromMetadata: { field: "name" } }, several],
    [{ value: false, externalData: {} }, several],
    [{ fromMetadata: {}, externalData: {} }, several],
    [{ value: 0 }, { from: "value", value: 0 }],
    [{ value: "" }, { from: "value", value: "" }],
    [{ fromMetadata: { field: "name" } }, { from: "metadata", field: "name" }],
    [{ fromMetadata: { field: "uid" } }, "field uid is not recognized: invalid fromMetadata field"],
    [{ fromMetadata: {} }, "field  is not recognized: invalid fromMetadata field"],
    [{ externalData: provider }, { from: "externalData", source: external }],
    [{ externalData: {} }, { from: "externalData", source: { ...external, provider: "" } }],
    [
      { externalData: { ...provider, failurePolicy: "UseDefault" } },
      "`default` must not be empty when `failurePolicy` is set to `UseDefault`",
    ],
    [{ value: deep }, "`spec.parameters.assign.value`: nests deeper than 500"],
  ])("%#", (assign, expected) => {
    const outcome = read(assign);
    expect(outcome.ok ? outcome.value : outcome.error.message).toEqual(expected);
  });

  it("external data may be switched off", () => {
    expect(read({ externalData: provider }, { externalData: "disabled" })).toMatchObject({
      error: { message: "external data feature flag is not enabled" },
    });
  });
});

it("numbers are doubles as in a cluster, or what they are", () => {
  expect(read({ value: [5] })).toEqual({ ok: true, value: { from: "value", value: [5] } });
  expect(read({ value: [5] }, { numbers: "cluster" })).toEqual({
    ok: true,
    value: { from: "value", value: [new Double(5)] },
  });
});

describe("what is assigned", () => {
  const setterOf = (assign: unknown, username = "alice") => {
    const field = read(assign);
    if (!field.ok) throw new Error(field.error.message);
    return assignFrom(field.value)(target, username);
  };

  it("is a value, and an element only if it is an object", () => {
    expect(setterOf({ value: [1] }).value("before")).toEqual({ ok: true, value: [1] });
    expect(setterOf({ value: [1] }).element).toBeUndefined();
    expect(setterOf({ value: { a: 1 } }).element).toEqual({ a: 1 });
  });

  it("is taken from the metadata of the object", () => {
    expect(setterOf({ fromMetadata: { field: "name" } }).value(undefined)).toEqual({ ok: true, value: "web" });
    expect(setterOf({ fromMetadata: { field: "namespace" } }).value(undefined)).toEqual({ ok: true, value: "shop" });
  });

  const asUser = { externalData: { ...provider, dataSource: "Username" } };
  const earlier = new Placeholder({ provider: "q", dataSource: "", failurePolicy: "", default: "" }, "earlier");
  it.each([
    [asUser, undefined, "alice"],
    [asUser, "text", "text"],
    [{ externalData: provider }, undefined, ""],
    [{ externalData: provider }, "text", "text"],
    [{ externalData: provider }, earlier, "earlier"],
  ])("%j in place of %o asks a provider for %j", (assign, current, key) => {
    const outcome = setterOf(assign).value(current);
    expect(outcome.ok && outcome.value).toMatchObject({ key, source: { provider: "p" } });
  });

  it("may not be asked for in place of what is no text", () => {
    const message = "value assigned to external data placeholder is not a string, got [1] ([]interface {})";
    expect(setterOf(asUser).value([1])).toEqual({ ok: false, error: { code: "mutation-failed", message } });
  });
});

it.each([
  [{ value: { a: ["5"] } }, "exact", false],
  [{ value: { a: [5] } }, "exact", false],
  [{ value: { a: [5] } }, "cluster", true],
  [{ value: { a: ["5", null, 1.5] } }, "cluster", false],
  [{ fromMetadata: { field: "name" } }, "cluster", false],
  [{ externalData: provider }, "exact", true],
] as const)("%j with %s numbers may leave stand-ins: %j", (assign, numbers, expected) => {
  const field = read(assign, { numbers });
  expect(field.ok && assignsStandIns(field.value)).toBe(expected);
});
