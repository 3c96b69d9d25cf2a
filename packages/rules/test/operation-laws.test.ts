import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERATION_CONSTRAINTS } from "../src/operation/constraints.js";
import { RELEASES } from "../src/release.js";
import type { Json } from "../src/rule.js";
import { judgeConstraint } from "./judge-constraint.js";

/** Parameters for every kind, by which an ordinary pod passes some and fails others. */
const PARAMETERS: Readonly<Record<string, Json>> = {
  D8AllowedRepos: { repos: ["a/"] },
  D8RequiredResources: { limits: ["memory"], requests: ["cpu"] },
  D8DisallowedTags: { tags: ["latest"] },
  D8DisallowedTolerations: { tolerations: [{ key: "a" }, { effect: "NoExecute" }] },
  D8RequiredLabels: { labels: [{ key: "a" }, { key: "b", allowedRegex: "^b+$" }] },
  D8RequiredAnnotations: { annotations: [{ key: "a", allowedRegex: "(a|b)*c" }] },
  D8RequiredProbes: { probes: ["livenessProbe", "readinessProbe"] },
  D8RevisionHistoryLimit: { limit: 3 },
  D8PriorityClass: { priorityClassNames: ["a"] },
  D8IngressClass: { ingressClassNames: ["a"] },
  D8StorageClass: { storageClassNames: ["a"] },
  D8ImagePullPolicy: { policy: "Always" },
  D8DNSPolicy: null,
  D8ContainerDuplicates: null,
  D8ReplicaLimits: { ranges: [{ minReplicas: 1, maxReplicas: 3 }] },
};

const columns = RELEASES.flatMap((release) =>
  OPERATION_CONSTRAINTS.filter((kind) => kind.prepare(release, null) !== undefined).map((kind) => ({ release, kind })),
);

type Column = (typeof columns)[number];

const judge = ({ release, kind }: Column, object: unknown) =>
  judgeConstraint(kind, release, PARAMETERS[kind.name] ?? null, object);

const name = fc.constantFrom("a", "b", "c");
const entries = fc.dictionary(name, fc.constantFrom("a", "bb", "abac", ""));
const container = fc.record(
  {
    name,
    image: fc.constantFrom("a/x:1", "b/x:latest", "x"),
    imagePullPolicy: fc.constantFrom("Always", "Never"),
    livenessProbe: fc.constantFrom({}, null, false),
    readinessProbe: fc.constant({}),
    resources: fc.record({ limits: fc.constantFrom({ memory: 1 }, {}), requests: fc.constantFrom({ cpu: 1 }, {}) }),
    env: fc.array(fc.record({ name })),
  },
  { requiredKeys: ["name"] },
);
const containers = fc.array(container, { maxLength: 4 });
const spec = fc.record({
  containers,
  initContainers: containers,
  ephemeralContainers: containers,
  hostNetwork: fc.boolean(),
  dnsPolicy: fc.constantFrom("ClusterFirst", "ClusterFirstWithHostNet"),
  priorityClassName: name,
  ingressClassName: name,
  storageClassName: name,
  replicas: fc.integer({ min: 0, max: 5 }),
  revisionHistoryLimit: fc.integer({ min: 0, max: 5 }),
  tolerations: fc.array(fc.record({ key: name, effect: fc.constantFrom("NoExecute", "NoSchedule") })),
});
const pod = fc.record({
  apiVersion: fc.constant("v1"),
  kind: fc.constant("Pod"),
  metadata: fc.record({ name, labels: entries, annotations: entries }),
  spec,
});

describe("constraints of an OperationPolicy", () => {
  it.each(columns)("judge the same object the same way twice: $kind.name in $release", (column) => {
    fc.assert(
      fc.property(pod, (object) => {
        expect(judge(column, object)).toEqual(judge(column, object));
      }),
      { numRuns: 30 },
    );
  });

  it.each(columns)("do not mind the order of containers: $kind.name in $release", (column) => {
    const messagesOf = (object: unknown) => [...new Set(judge(column, object).messages)].sort();
    fc.assert(
      fc.property(pod, (object) => {
        const reversed = {
          ...object.spec,
          containers: object.spec.containers.toReversed(),
          initContainers: object.spec.initContainers.toReversed(),
          ephemeralContainers: object.spec.ephemeralContainers.toReversed(),
        };
        expect(messagesOf({ ...object, spec: reversed })).toEqual(messagesOf(object));
      }),
      { numRuns: 30 },
    );
  });

  it.each(columns)("name at least one place for each result, inside the object: $kind.name in $release", (column) => {
    fc.assert(
      fc.property(pod, (object) => {
        for (const { findings, message } of judge(column, object).results) {
          expect(message).not.toContain("undefined");
          expect(findings.length).toBeGreaterThan(0);
          for (const { path } of findings) expect(["metadata", "spec"]).toContain(path[0]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each(columns)("survive values of any type in any place: $kind.name in $release", (column) => {
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.bigInt(), fc.constant(undefined));
    const oddFields = (...names: readonly string[]) =>
      fc.record(Object.fromEntries(names.map((field) => [field, odd])), { requiredKeys: [] });
    const oddContainer = fc.oneof(
      odd,
      oddFields("name", "image", "imagePullPolicy", "livenessProbe", "resources", "env"),
    );
    const oddSpec = fc.record({
      containers: fc.oneof(odd, fc.array(oddContainer)),
      initContainers: fc.oneof(odd, fc.array(oddContainer)),
      hostNetwork: odd,
      dnsPolicy: odd,
      priorityClassName: odd,
      ingressClassName: odd,
      storageClassName: odd,
      replicas: odd,
      revisionHistoryLimit: odd,
      tolerations: fc.oneof(odd, fc.array(fc.oneof(odd, oddFields("key", "effect")))),
    });
    const oddObject = fc.record({
      kind: fc.constantFrom("Pod", "Deployment"),
      metadata: fc.oneof(odd, oddFields("name", "labels", "annotations")),
      spec: fc.oneof(odd, oddSpec),
    });
    fc.assert(
      fc.property(oddObject, (object) => {
        expect(() => judge(column, object)).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });
});
