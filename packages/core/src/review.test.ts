import { describe, expect, it } from "vitest";
import { labelsFor, makeDeployment, makeNamespace, makePod, makeRequest } from "../test/requests.js";
import { readPolicies } from "./read-policies.js";
import type { Review } from "./request.js";
import { review } from "./review.js";

const policies = readPolicies([]);
const namespaceObject = makeNamespace(labelsFor({ enforce: "baseline" }));
const offender = makePod({ hostPID: true });

describe("a request", () => {
  it("is judged and answered", () => {
    const decision = review(makeRequest(offender, { namespaceObject }), policies);
    expect(decision).toMatchObject({ allowed: false, violations: [{ rule: "hostNamespaces", action: "deny" }] });
    expect(decision.answers).toMatchObject([{ server: "pod-security", allowed: false, code: 403 }]);
  });

  it("about a controller is answered as the server does, with a warning", () => {
    const decision = review(makeRequest(makeDeployment({ hostPID: true }), { namespaceObject }), policies);
    expect(decision).toMatchObject({ allowed: true, violations: [{ action: "warn" }] });
    expect(decision.answers).toMatchObject([
      { allowed: true, warnings: ['would violate PodSecurity "baseline:latest": host namespaces (hostPID=true)'] },
    ]);
  });

  it("that only deletes is allowed", () => {
    const { object: _, ...request } = makeRequest(offender, { namespaceObject, operation: "DELETE" });
    expect(review(request, policies)).toMatchObject({ allowed: true, problems: [], answers: [{ allowed: true }] });
  });

  it("without an operation, an audit, is judged as if the object were created", () => {
    const decision = review({ operation: undefined, object: offender, namespaceObject }, policies);
    expect(decision).toMatchObject({ allowed: false, violations: [{ rule: "hostNamespaces" }] });
  });
});

describe("a request that cannot be understood", () => {
  it.each<[string, unknown, string]>([
    ["operation", "create", "request: `operation`: expected one of CREATE, UPDATE, DELETE, CONNECT, found `create`"],
    ["subresource", ["status"], "request: `subresource`: expected string, found list"],
    ["userInfo", { username: 5 }, "request: `userInfo.username`: expected string, found number"],
    ["kind", { group: "" }, "request: `kind.kind`: expected string, found nothing"],
    ["resource", {}, "request: `resource.group`: expected string, found nothing"],
    ["existingPods", 5, "request: `existingPods`: expected list of objects, found number"],
  ])("is refused, with the path of its %s", (field, value, message) => {
    const request = { ...makeRequest(makePod(), { namespaceObject }), [field]: value };
    const decision = review(request, policies);
    expect(decision).toMatchObject({ allowed: false, violations: [], considered: [], answers: [] });
    expect(decision.problems).toContainEqual({
      code: "invalid-type",
      message,
      path: expect.any(Array),
      effect: "deny",
    });
  });

  it.each([null, undefined, 5, "CREATE", [], true])("is refused: %j", (request) => {
    // Requests come from outside: the types promise nothing.
    const decision = review(request as unknown as Review, policies);
    expect(decision).toMatchObject({ allowed: false, problems: [{ code: "invalid-type", effect: "deny" }] });
  });

  it.each([null, {}, { loaded: [] }])("by policies that are none is refused: %j", (nonsense) => {
    // As above.
    const decision = review(makeRequest(makePod()), nonsense as unknown as typeof policies);
    expect(decision).toMatchObject({ allowed: false, problems: [{ code: "invalid-type" }] });
  });
});

it("inherited fields are no part of a request", () => {
  const request = { ...makeRequest(offender, { namespaceObject }) };
  const inheriting: Review = Object.assign(Object.create({ subresource: "status", dryRun: true }), request);
  expect(review(inheriting, policies).allowed).toBe(false);
});
