import { describe, expect, it } from "vitest";
import { DEPLOYMENT, judge, makeBinding, makePolicy } from "../../test/admission-policies.js";

/** What an expression that must be true comes to. */
const holds = (expression: string, request: Parameters<typeof judge>[1] = {}) =>
  judge([makePolicy({ validations: [{ expression }] }), makeBinding()], request).violations.length === 0;

describe("what expressions see", () => {
  it.each([
    ["request.operation == 'CREATE' && request.name == 'web' && request.namespace == 'shop'", {}],
    ["request.kind.kind == 'Deployment' && request.resource.resource == 'deployments'", {}],
    ["request.userInfo.username == 'alice'", { userInfo: { username: "alice" } }],
    ["!has(request.userInfo.username) && !request.dryRun", {}],
    ["request.dryRun", { dryRun: true }],
    ["oldObject == null && object.spec.replicas == 5", {}],
    ["namespaceObject.metadata.labels.stage == 'prod'", {}],
    ["namespaceObject == null", { namespaceObject: undefined }],
    ["object == null && oldObject.spec.replicas == 5", { operation: "DELETE" as const, oldObject: DEPLOYMENT }],
    ["object == null && oldObject.spec.replicas == 5", { operation: "DELETE" as const }],
    ["request.operation == 'CREATE'", { operation: undefined }],
  ])("%s", (expression, request) => {
    expect(holds(expression, request)).toBe(true);
  });

  it("a request about a Namespace has its name for a namespace, and no namespaceObject", () => {
    const object = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } };
    expect(holds("request.namespace == 'shop' && namespaceObject == null", { object })).toBe(true);
  });
});
