import { expect, it } from "vitest";
import { describeTestResult } from "./describe-test-result.js";

const describeObject = (object: Parameters<typeof describeTestResult>[0]["object"], message = "m") =>
  describeTestResult({
    message,
    object,
    constraint: { kind: "K", name: "c" },
    constraintDocument: {},
    enforcementAction: "deny",
    autoReject: false,
    findings: [],
  });

it("an object is named with its namespace, if it is in one", () => {
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } };
  expect(describeObject(pod)).toBe('v1/Pod p: ["c"] Message: "m"');
  const inside = { ...pod, metadata: { name: "p", namespace: "n" } };
  expect(describeObject(inside)).toBe('v1/Pod n/p: ["c"] Message: "m"');
  expect(describeObject(null)).toBe('/ : ["c"] Message: "m"');
});

it("messages are quoted as Go quotes them", () => {
  expect(describeObject({}, 'a "b"\n\u2028é')).toBe('/ : ["c"] Message: "a \\"b\\"\\n\\u2028é"');
});
