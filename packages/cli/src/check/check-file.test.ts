import { expect, test } from "vitest";
import { BAD_POD, GOOD_POD, namespace } from "../../test/manifests.js";
import { checkFile } from "./check-file.js";
import { findNamespaces } from "./look-through.js";
import type { NamespaceLabels } from "./namespaces.js";
import { preparePolicies } from "./policies.js";

const check = (text: string, namespaces: NamespaceLabels = new Map()) => {
  const file = { name: "a.yaml", path: "-", bytes: Buffer.from(text) };
  return [...checkFile(file, { policies: preparePolicies({}), namespaces })];
};

/** What came of a text, in short. */
const summarize = (text: string): readonly string[] =>
  check(text).map(({ object, problem }) =>
    object === undefined
      ? `${problem.line}:${problem.column} ${problem.severity} ${problem.code}`
      : `${object.line} ${object.kind} ${object.decision.allowed}`,
  );

test.each<[what: string, text: string, outcome: string[]]>([
  ["several documents", `${GOOD_POD}---\n${BAD_POD}`, ["1 Pod true", "18 Pod false"]],
  ["documents without content", "---\n# nothing\n---\n\n", []],
  [
    "a List",
    "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Service}\n- {apiVersion: v1, kind: Secret}\n",
    ["4 Service true", "5 Secret true"],
  ],
  ["broken YAML, and what comes after", `a: [\n---\n${GOOD_POD}`, ["1:5 error syntax", "3 Pod true"]],
  ["a tab", `a:\n\tb: 1\n---\n${GOOD_POD}`, ["2:1 error tab-indentation", "4 Pod true"]],
  ["a placeholder", "metadata:\n  name: {{ .Release.Name }}\n", ["2:9 error template-placeholder"]],
  ["an unknown tag", "apiVersion: v1\nkind: Secret\ndata: !vault x\n", ["3:7 error unknown-tag", "1 Secret true"]],
  ["a key that repeats", "apiVersion: v1\nkind: Pod\nkind: Secret\n", ["3:1 warning duplicate-key", "1 Secret true"]],
  ["a document that is a list", "# list\n- a\n", ["2:1 error not-an-object"]],
  ["a document that is a word", "hello", ["1:1 error not-an-object"]],
  ["values of a chart", "# values\nreplicas: 2\n", ["2:1 error not-a-manifest"]],
])("%s", (_what, text, outcome) => {
  expect(summarize(text)).toEqual(outcome);
});

test("problems come with the line that they are about", () => {
  const [tag] = check("apiVersion: v1\nkind: Secret\ndata: !vault x\n");
  expect(tag?.problem?.excerpt?.()).toEqual([{ line: 3, text: "data: !vault x" }]);
  const [values] = check("# values\nreplicas: 2\n");
  expect(values?.problem).toMatchObject({ message: "not a Kubernetes object: it has no apiVersion and no kind" });
  expect(values?.problem?.excerpt?.()).toEqual([{ line: 2, text: "replicas: 2" }]);
});

test("a Namespace with other labels than those that count is remarked on", () => {
  const text = `${namespace("shop", "baseline")}---\n${namespace("shop", "restricted")}`;
  const namespaces = findNamespaces([{ name: "a", path: "-", bytes: Buffer.from(text) }]);
  const problems = check(text, namespaces).flatMap(({ problem }) => problem ?? []);
  expect(problems).toMatchObject([{ line: 1, severity: "warning", code: "repeated-namespace" }]);
  expect(problems[0]?.excerpt?.()).toEqual([{ line: 1, text: "apiVersion: v1" }]);
});

test("the same Namespace twice is no matter", () => {
  const text = `${namespace("shop", "baseline")}---\n${namespace("shop", "baseline")}`;
  const namespaces = findNamespaces([{ name: "a", path: "-", bytes: Buffer.from(text) }]);
  expect(check(text, namespaces).flatMap(({ problem }) => problem ?? [])).toEqual([]);
});
