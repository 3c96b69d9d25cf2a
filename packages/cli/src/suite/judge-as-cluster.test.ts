import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { ownSuite, POLICY_FILES } from "../../test/suites.js";
import { findFiles } from "../check/find-files.js";
import { judgeAsCluster } from "./judge-as-cluster.js";
import { readSuites } from "./read-suites.js";
import { SourceDocuments } from "./source-documents.js";

const judge = (cases: string, more = "", files: Record<string, string> = {}) => {
  const workingDirectory = makeFolder({ ...POLICY_FILES, ...files, "suite.yaml": ownSuite(cases, more) });
  const { suites, problems } = readSuites(findFiles(["suite.yaml"], { workingDirectory }).files);
  expect(problems).toEqual([]);
  const [suite] = suites;
  const [suiteTest] = suite?.tests ?? [];
  if (suite === undefined || suiteTest === undefined) throw new Error("no test");
  const prepared = judgeAsCluster(suiteTest, suite, { documents: new SourceDocuments(workingDirectory) });
  const [one] = suiteTest.cases;
  return prepared.ok && one !== undefined ? prepared.value.judge(one) : prepared;
};

const SELECTIVE = POLICY_FILES["constraint.yaml"].replace(
  "match: {",
  "match: {namespaceSelector: {matchLabels: {a: b}}, ",
);

test.each<[string, number]>([
  ["{labels: {a: b}}", 1],
  ["{labels: {a: c}}", 0],
  ["shop", 0],
])("the labels of the namespace %s select", (namespace, count) => {
  const files = { "constraint.yaml": SELECTIVE };
  const outcome = judge(`- {name: a, object: pod.yaml, namespace: ${namespace}, assertions: [{}]}`, "", files);
  expect(outcome.ok && "violations" in outcome.value ? outcome.value.violations : []).toHaveLength(count);
});

test("levels, policies and constraints speak together", () => {
  const outcome = judge(
    "- {name: a, object: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostPID: true, containers: []}}, assertions: [{}]}",
    "    level: baseline\n    policies: [{apiVersion: deckhouse.io/v1alpha1, kind: SecurityPolicy, metadata: {name: s}, spec: {policies: {allowHostPID: false}, match: {namespaceSelector: {matchNames: [default]}}}}]\n",
  );
  const violations = outcome.ok && "violations" in outcome.value ? outcome.value.violations : [];
  expect(new Set(violations.map(({ policy }) => policy))).toEqual(new Set(["baseline", "s", "owned"]));
});

test("what mutators make of the object is told, and judged", () => {
  const owner =
    "{apiVersion: mutations.gatekeeper.sh/v1, kind: AssignMetadata, metadata: {name: o}, spec: {location: metadata.labels.owner, parameters: {assign: {value: a}}}}";
  expect(judge(`- {name: a, object: pod.yaml, mutators: [${owner}], assertions: [{}]}`)).toMatchObject({
    ok: true,
    value: { violations: [], mutation: { after: { metadata: { labels: { owner: "a" } } } } },
  });
});

test("the pods of a workload are mutated before they are judged, and its own object is told", () => {
  const pods =
    "{apiVersion: mutations.gatekeeper.sh/v1, kind: AssignMetadata, metadata: {name: o}, spec: {match: {kinds: [{apiGroups: [''], kinds: [Pod]}]}, location: metadata.labels.owner, parameters: {assign: {value: a}}}}";
  const deployment =
    "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {template: {metadata: {labels: {b: c}}, spec: {containers: []}}}}";
  const outcome = judge(`- {name: a, object: ${deployment}, mutators: [${pods}], assertions: [{}]}`);
  expect(outcome).toMatchObject({
    ok: true,
    value: { violations: [], mutation: { after: { metadata: { name: "d" } } } },
  });
});

test.each<[string, string, string]>([
  [
    "a broken mutator",
    "mutators: [{apiVersion: mutations.gatekeeper.sh/v1, kind: Assign, metadata: {name: m}}]",
    "Assign `m`: ",
  ],
  ["a broken object", "object: {apiVersion: v1, kind: Pod, metadata: {name: a, labels: 1}, spec: {}}", "labels"],
])("%s is an error, and no verdict", (_what, part, message) => {
  const whole = part.startsWith("object") ? part : `object: pod.yaml, ${part}`;
  expect(judge(`- {name: a, ${whole}, assertions: [{}]}`)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(message) },
  });
});

test("policies that are refused keep every case from being run", () => {
  expect(judge("- {name: a, object: pod.yaml, assertions: [{}]}", "", { "template.yaml": "a: 1" })).toMatchObject({
    ok: false,
  });
});
