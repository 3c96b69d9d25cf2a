import { describe, expect, test } from "vitest";
import { POD } from "../../test/policies.js";
import { subjectOf } from "../../test/subject.js";
import { evaluatedNamespace, subjectRequest } from "./subject-request.js";

const NODE = { apiVersion: "v1", kind: "Node", metadata: { name: "one" } };
const HOMELESS = { ...POD, metadata: { name: "web" } };

describe("an object that is evaluated", () => {
  test("is judged as if it were created", () => {
    expect(subjectRequest(subjectOf(POD))).toMatchObject({
      operation: "CREATE",
      name: "web",
      object: POD,
      userInfo: {},
    });
  });

  test.each([
    [POD, "shop"],
    [HOMELESS, "default"],
    [NODE, ""],
  ])("is in its namespace: %#", (object, namespace) => {
    const subject = subjectOf(object);
    const request = subjectRequest(subject);
    expect(request.namespace).toBe(namespace);
    const labels = { "kubernetes.io/metadata.name": namespace, team: "a" };
    const expected = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels } };
    expect(evaluatedNamespace(subject, request)).toEqual(namespace === "" ? undefined : expected);
  });
});

describe("a request", () => {
  test("is handed on as it was sent", () => {
    const subject = subjectOf(POD, {
      operation: "UPDATE",
      object: POD,
      oldObject: HOMELESS,
      uid: "1",
      dryRun: true,
      subresource: "scale",
      resource: { group: "", version: "v1", resource: "pods" },
      userInfo: { username: "alice", groups: [] },
    });
    expect(subjectRequest(subject)).toMatchObject({
      uid: "1",
      operation: "UPDATE",
      oldObject: HOMELESS,
      dryRun: true,
      subResource: "scale",
      resource: { resource: "pods" },
      userInfo: { username: "alice" },
    });
  });

  test("to delete an object is about the old one", () => {
    const request = subjectRequest(subjectOf(undefined, { operation: "DELETE", oldObject: POD }));
    expect(request).toMatchObject({
      kind: { kind: "Pod" },
      name: "web",
      namespace: "shop",
      object: null,
      oldObject: POD,
    });
  });

  test("without a namespace is in none", () => {
    expect(subjectRequest(subjectOf(HOMELESS, { operation: "CREATE", object: HOMELESS })).namespace).toBe("");
  });
});
