import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { pss } from "../pss.js";
import { requests } from "./requests.js";

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web" },
  spec: { hostPID: true, containers: [{ name: "app" }] },
};
const request = {
  operation: "CREATE",
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "v1", resource: "pods" },
  subresource: "",
  name: "web",
  namespace: "shop",
  userName: "jane",
  object: pod,
};
const line = {
  name: "denied",
  config: null,
  namespace: { name: "shop", labels: { "pod-security.kubernetes.io/enforce": "baseline" } },
  request,
  expect: {
    allowed: false,
    message: 'pods "web" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostPID=true)',
    code: 403,
    reason: "Forbidden",
    details: { name: "web", kind: "pods" },
    warnings: [],
    auditAnnotations: { "enforce-policy": "baseline:latest" },
  },
};
const judge = async (changed: object) =>
  Object.values(await judgeLines(pss, "admission-random.jsonl", [{ ...line, ...changed }]));

const exempting = {
  apiVersion: "pod-security.admission.config.k8s.io/v1",
  kind: "PodSecurityConfiguration",
  exemptions: { usernames: ["jane"] },
};
const exempt = { allowed: true, message: null, warnings: [], auditAnnotations: { exempt: "user" } };
const lookupFailed = {
  allowed: false,
  message: 'Internal error occurred: failed to lookup namespace "shop"',
  code: 500,
  reason: "InternalError",
  details: { causes: [{ message: 'failed to lookup namespace "shop"' }] },
  warnings: [],
  auditAnnotations: {
    error: 'Internal error occurred: failed to lookup namespace "shop": namespaces "shop" not found',
  },
};
const undecodable = {
  allowed: false,
  message: "failed to decode object",
  code: 400,
  reason: "BadRequest",
  warnings: [],
  auditAnnotations: { error: "failed to decode object: json: whatever Go's decoder says\nin two lines" },
};
const namespaceRequest = {
  ...request,
  operation: "UPDATE",
  kind: { group: "", version: "v1", kind: "Namespace" },
  resource: { group: "", version: "v1", resource: "namespaces" },
  name: "shop",
  object: { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: line.namespace.labels } },
  oldObject: { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
};
const warnings = (...texts: readonly string[]) => ({ ...exempt, warnings: texts, auditAnnotations: {} });

describe("an admission request", () => {
  it.each([
    ["is denied", {}],
    ["of an exempt user is allowed", { config: exempting, expect: exempt }],
    ["in a namespace that is not found is denied", { namespace: null, expect: lookupFailed }],
    [
      "that cannot be decoded is denied, in the decoder's own words",
      { request: { ...request, object: { ...pod, metadata: { name: 5 } } }, expect: undecodable },
    ],
    [
      "about a namespace warns of its pods",
      {
        request: namespaceRequest,
        pods: [pod],
        expect: warnings(
          'existing pods in namespace "shop" violate the new PodSecurity enforce level "baseline:latest"',
          "web: host namespaces",
        ),
      },
    ],
    [
      "about a namespace warns that its pods cannot be listed",
      {
        request: namespaceRequest,
        podsError: "no",
        expect: warnings("failed to list pods while checking new PodSecurity enforce level"),
      },
    ],
    ["about a namespace without pods does not warn", { request: namespaceRequest, pods: null, expect: warnings() }],
  ])("%s", async (_, changed) => {
    expect(await judge(changed)).toEqual([{ kind: "passed" }]);
  });

  it.each([
    ["allowed", { ...line.expect, allowed: true }],
    ["message", { ...line.expect, message: "another" }],
    ["code", { ...line.expect, code: 400 }],
    ["details", { ...line.expect, details: { kind: "pods" } }],
    ["warnings", { ...line.expect, warnings: ["another"] }],
    ["auditAnnotations", { ...line.expect, auditAnnotations: {} }],
  ])("fails when %s differs", async (field, expected) => {
    const [outcome] = await judge({ expect: expected });
    expect(outcome).toEqual({ kind: "failed", difference: expect.stringContaining(`${field}: expected`) });
  });

  it("fails when nothing can be answered", async () => {
    const [outcome] = await judge({ request: { ...request, resource: 5, kind: 5 } });
    expect(outcome?.kind).toBe("failed");
  });
});

it("are in one file", () => {
  expect(requests.names.test("admission-random.jsonl")).toBe(true);
  expect(requests.names.test("random.jsonl")).toBe(false);
});
