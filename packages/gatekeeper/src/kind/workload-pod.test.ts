import { expect, test } from "vitest";
import { POD } from "../../test/policies.js";
import { subjectOf } from "../../test/subject.js";
import { workloadPod } from "./workload-pod.js";

const deploymentOf = (template: unknown) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web", namespace: "shop" },
  spec: { template },
});

test("a workload creates what its template holds, under its own name", () => {
  const template = { metadata: { labels: { a: "b" } }, spec: POD.spec };
  expect(workloadPod(subjectOf(deploymentOf(template)))).toEqual({
    object: {
      apiVersion: "v1",
      kind: "Pod",
      metadata: { labels: { a: "b" }, name: "web", namespace: "shop" },
      spec: POD.spec,
    },
    source: ["spec", "template"],
  });
});

test("a broken template makes an empty pod; a Pod and a Service make none", () => {
  expect(workloadPod(subjectOf(deploymentOf(5)))).toMatchObject({ object: { kind: "Pod", metadata: { name: "web" } } });
  expect(workloadPod(subjectOf(POD))).toBeUndefined();
  expect(workloadPod(subjectOf({ apiVersion: "v1", kind: "Service", metadata: { name: "a" } }))).toBeUndefined();
});
