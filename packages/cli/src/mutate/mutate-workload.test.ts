import { readMutators } from "@ostiary/gatekeeper";
import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { assign, OWNER } from "../../test/mutators.js";
import { mutateWorkload, sourcePath } from "./mutate-workload.js";

const mutate = (object: unknown, ...texts: readonly string[]) => {
  const documents = texts.flatMap((text) =>
    [...readManifests(text)].map((one) => (one.kind === "object" ? one.value : null)),
  );
  return mutateWorkload(object, { mutators: readMutators(documents).mutators, namespaces: new Map() });
};

const template = { metadata: { labels: { app: "web" } }, spec: { containers: [] } };
const deployment = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" }, spec: { template } };

test("the pods of a workload are mutated as pods, and stand in its template", () => {
  expect(mutate(deployment, assign("host", "spec.hostname", "x"))).toEqual({
    ok: true,
    value: { ...deployment, spec: { template: { ...template, spec: { containers: [], hostname: "x" } } } },
  });
});

test("a mutator of everything changes the workload and its pods", () => {
  expect(mutate(deployment, OWNER)).toEqual({
    ok: true,
    value: {
      ...deployment,
      metadata: { name: "web", labels: { owner: "shop" } },
      spec: { template: { ...template, metadata: { labels: { app: "web", owner: "shop" } } } },
    },
  });
});

test("a CronJob creates a Job, and that a pod", () => {
  const job = OWNER.replace("spec:\n", "spec:\n  match: {kinds: [{apiGroups: [batch], kinds: [Job]}]}\n");
  const cronJob = {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata: { name: "c", namespace: "shop" },
    spec: { jobTemplate: { spec: { template } } },
  };
  const inShop = assign("host", "spec.hostname", "x", "{namespaces: [shop]}");
  expect(mutate(cronJob, job, inShop)).toMatchObject({
    value: {
      metadata: { name: "c", namespace: "shop" },
      spec: {
        jobTemplate: {
          metadata: { labels: { owner: "shop" } },
          spec: { template: { metadata: { labels: { app: "web" } }, spec: { hostname: "x" } } },
        },
      },
    },
  });
});

test("it is told of what the mutator has failed", () => {
  expect(mutate(deployment, assign("host", "spec.containers.x", "x"))).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^of the Pod that would be created: mutation .* failed/) },
  });
});

test.each([{}, { template: null }, { template: { spec: 1 } }, { template: { metadata: "x" } }])(
  "a workload with %j neither throws nor is changed",
  (spec) => {
    const object = { ...deployment, spec };
    expect(mutate(object, assign("host", "metadata2.x", "x"))).toBeDefined();
    expect(object.spec).toBe(spec);
  },
);

test.each<[(string | number)[], (string | number)[]]>([
  [
    ["a", 1, "x"],
    ["a", 2, "x"],
  ],
  [
    ["a", 2],
    ["a", 2],
  ],
  [
    ["b", "c"],
    ["b", "c"],
  ],
  [
    ["e", 0, "y"],
    ["e", 0, "y"],
  ],
])("%j of a mutated object was written at %j", (path, expected) => {
  const [one, two, three] = [{ n: 1 }, { n: 2 }, { x: 3 }];
  const before = { a: [one, two, three], e: [{ x: 1 }] };
  const after = { a: [one, three], b: { c: 1 }, e: [{ x: 1, y: 2 }] };
  expect(sourcePath(path, after, before)).toEqual(expected);
});
