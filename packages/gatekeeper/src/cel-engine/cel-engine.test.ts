import type { Json } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import type { AdmissionRequest } from "../engine/admission-request.js";
import { celEngine } from "./cel-engine.js";

const REQUEST: AdmissionRequest = {
  uid: "",
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "", resource: "" },
  name: "web",
  namespace: "shop",
  operation: "",
  userInfo: {},
  object: { metadata: { name: "web" }, spec: { replicas: 5 } },
  oldObject: null,
  options: null,
};

const engine = celEngine();

const review = (
  source: Json,
  {
    request = {},
    parameters,
    namespaceObject,
  }: {
    request?: Partial<AdmissionRequest>;
    parameters?: Json;
    namespaceObject?: Json;
  } = {},
) => {
  const compiled = engine.compile({ kind: "Test", source });
  if (!compiled.ok) return compiled.error.message;
  const constraint = { kind: "Test", name: "c", parameters };
  const reviewed = compiled.value.review([constraint], {
    request: { ...REQUEST, ...request },
    namespaceObject,
    inventory: {},
    providers: {},
  });
  return reviewed.ok ? reviewed.value.map(({ message }) => message) : reviewed.error.message;
};

const demand = (expression: string, message = "no") => ({ validations: [{ expression, message }] });

describe("celEngine (1.3)", () => {
  it("is Gatekeeper's engine K8sNativeValidation", () => {
    expect(engine.name).toBe("K8sNativeValidation");
  });

  it("true is no violation, false is one, without details", () => {
    expect(review(demand("object.spec.replicas == 5"))).toEqual([]);
    expect(review(demand("object.spec.replicas == 6"))).toEqual(["no"]);
    const compiled = engine.compile({ kind: "Test", source: demand("false") });
    const constraint = { kind: "Test", name: "c", parameters: undefined };
    const surroundings = { namespaceObject: undefined, inventory: {}, providers: {} };
    const reviewed = compiled.ok
      ? compiled.value.review([constraint], { request: REQUEST, ...surroundings })
      : compiled;
    expect(reviewed).toEqual({ ok: true, value: [{ constraint, message: "no", details: undefined, findings: [] }] });
  });

  it("parameters are variables.params, null where there are none, and not params", () => {
    expect(review(demand("variables.params.max == 5"), { parameters: { max: 5 } })).toEqual([]);
    expect(review(demand("variables.params == null"))).toEqual([]);
    expect(review(demand("params.max == 5"), { parameters: { max: 5 } })).toEqual([
      "compilation error: compilation failed: ERROR: <input>:1:1: undeclared reference to 'params' (in container '')\n | params.max == 5\n | ^",
    ]);
  });

  it("on deletion the object is null, and variables.anyObject what is deleted", () => {
    const request = { operation: "DELETE" as const, object: null, oldObject: { metadata: { name: "old" } } };
    expect(review(demand("object == null && variables.anyObject.metadata.name == 'old'"), { request })).toEqual([]);
    expect(review(demand("variables.anyObject.metadata.name == 'web'"))).toEqual([]);
  });

  it("a request that is none has an empty operation", () => {
    expect(review(demand('has(request.operation) && request.operation == ""'))).toEqual([]);
  });

  it("an unknown Namespace is null, a known one has spec and status", () => {
    expect(review(demand("namespaceObject == null"))).toEqual([]);
    const namespaceObject = { metadata: { name: "shop", labels: { a: "b" } } };
    expect(
      review(demand("namespaceObject.metadata.labels.a == 'b' && has(namespaceObject.spec)"), { namespaceObject }),
    ).toEqual([]);
  });

  it("an error is a violation with failurePolicy Fail, the default, and nothing with Ignore", () => {
    const source = demand("object.spec.zz == 1");
    const error = "expression 'object.spec.zz == 1' resulted in error: no such key: zz";
    expect(review(source)).toEqual([error]);
    expect(review({ ...source, failurePolicy: "Ignore" })).toEqual([]);
    expect(review({ ...demand("false"), failurePolicy: "Ignore" })).toEqual(["no"]);
    expect(review({ ...demand("1"), failurePolicy: "Ignore" })).toEqual([]);
  });

  it("a match condition that does not hold lifts the rule; the key is singular", () => {
    const conditions = [{ name: "pods", expression: "request.kind.kind == 'Deployment'" }];
    expect(review({ ...demand("false"), matchCondition: conditions })).toEqual([]);
    expect(review({ ...demand("false"), matchConditions: conditions })).toEqual(["no"]);
  });

  it("each constraint is judged by its own parameters", () => {
    const compiled = engine.compile({ kind: "Test", source: demand("object.spec.replicas <= variables.params.max") });
    const constraints = [3, 5, 7].map((max) => ({ kind: "Test", name: `max-${max}`, parameters: { max } }));
    const reviewed = compiled.ok
      ? compiled.value.review(constraints, {
          request: REQUEST,
          namespaceObject: undefined,
          inventory: {},
          providers: {},
        })
      : compiled;
    expect(reviewed.ok && reviewed.value).toMatchObject([
      { constraint: { name: "max-3" }, findings: [{ path: ["spec", "replicas"], found: 5, inferred: true }] },
    ]);
  });

  it.each<[Json | undefined, string]>([
    [undefined, "could not recognize the type"],
    ["true", "could not recognize the type"],
    [{ failurePolicy: "Maybe" }, "invalid failure policy: unrecognized failure policy: Maybe"],
  ])("a source that is wrong fails the template: %#", (source, message) => {
    const compiled = engine.compile({ kind: "Test", source });
    expect(compiled.ok ? undefined : compiled.error.message).toBe(message);
  });

  it("a cost bomb ends with an error", () => {
    const bomb = `${"[1,2,3,4,5,6,7,8].all(a, ".repeat(12)}true${")".repeat(12)}`;
    expect(review(demand(bomb))).toEqual([
      "validation failed due to running out of cost budget, no further validation rules will be run",
    ]);
  });
});
