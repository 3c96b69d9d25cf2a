import { ObjectView, Reading } from "@ostiary/rules";
import { describe, expect, it } from "vitest";
import { compileConstraintMatch, compileCriteria, type MatchResult } from "./constraint-match.js";
import { readMatchNamespace, readMatchTarget } from "./match-target.js";

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "web-1", namespace: "shop", labels: { app: "web" } } };
const node = { apiVersion: "v1", kind: "Node", metadata: { name: "worker", labels: { app: "web" } } };
const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "a" } } };
const deployment = { ...pod, apiVersion: "apps/v1", kind: "Deployment" };

const matches = (
  match: object,
  object: object,
  inside: object | undefined = namespace,
  source = "Original",
): MatchResult =>
  compileConstraintMatch(ObjectView.root(new Reading(), match, []))(
    readMatchTarget(object),
    inside && readMatchNamespace(inside),
    source,
  );

const kinds = (apiGroups?: readonly string[], names?: readonly string[]) => ({
  kinds: [{ ...(apiGroups && { apiGroups }), ...(names && { kinds: names }) }],
});

describe("kinds", () => {
  it.each([
    [{ kinds: [] }, pod, true],
    [kinds([""], ["Pod"]), pod, true],
    [kinds([""], ["pod"]), pod, false],
    [kinds(["*"], ["Pod"]), pod, true],
    [kinds([""], ["*"]), pod, true],
    [kinds(undefined, ["Pod"]), pod, true],
    [kinds(["apps"]), deployment, true],
    [kinds(["apps"], ["Pod"]), deployment, false],
    [kinds(["extensions"], ["Deployment"]), deployment, false],
    [{ kinds: [...kinds([""], ["Pod"]).kinds, ...kinds(["apps"], ["Deployment"]).kinds] }, deployment, true],
    [{ kinds: [...kinds([""], ["Deployment"]).kinds, ...kinds(["apps"], ["Pod"]).kinds] }, deployment, false],
  ])("%j", (match, object, result) => {
    expect(matches(match, object)).toBe(result);
  });
});

describe("scope", () => {
  it.each([
    ["Namespaced", pod, namespace, true],
    ["Namespaced", node, undefined, false],
    ["Namespaced", node, namespace, true],
    ["Namespaced", namespace, namespace, false],
    ["Cluster", pod, undefined, false],
    ["Cluster", node, undefined, true],
    ["Cluster", namespace, namespace, true],
    ["Namespace", node, undefined, true],
    ["", pod, undefined, true],
  ])("%j, %o", (scope, object, inside, result) => {
    expect(
      compileConstraintMatch(ObjectView.root(new Reading(), { scope }, []))(
        readMatchTarget(object),
        inside && readMatchNamespace(inside),
        "",
      ),
    ).toBe(result);
  });
});

describe("namespaces and excludedNamespaces", () => {
  it.each<[string, object, object, object | undefined, boolean]>([
    ["a pod in one that is listed", { namespaces: ["sh*"] }, pod, namespace, true],
    ["a pod in another", { namespaces: ["prod"] }, pod, namespace, false],
    [
      "the Namespace's name comes before the pod's own",
      { namespaces: ["shop"] },
      { ...pod, metadata: { namespace: "else" } },
      namespace,
      true,
    ],
    ["the pod's own where the Namespace is not known", { namespaces: ["shop"] }, pod, undefined, true],
    ["a Namespace by its own name", { namespaces: ["shop"] }, namespace, undefined, true],
    ["an object in none, whatever is listed", { namespaces: ["prod"] }, node, undefined, true],
    ["no patterns", { namespaces: [], excludedNamespaces: [] }, pod, namespace, true],
    ["excluded", { excludedNamespaces: ["*op"] }, pod, namespace, false],
    ["excluding wins", { namespaces: ["shop"], excludedNamespaces: ["shop"] }, pod, namespace, false],
    ["not excluded", { excludedNamespaces: ["prod"] }, pod, namespace, true],
    ["an object in none is never excluded", { excludedNamespaces: ["*"] }, node, undefined, true],
  ])("%s", (_, match, object, inside, result) => {
    const compiled = compileConstraintMatch(ObjectView.root(new Reading(), match, []));
    expect(compiled(readMatchTarget(object), inside && readMatchNamespace(inside), "")).toBe(result);
  });
});

describe("labelSelector and namespaceSelector", () => {
  const team = { matchLabels: { team: "a" } };
  const missing = { fault: "namespace selector for namespace-scoped object but missing Namespace" };
  const bad = { matchExpressions: [{ key: "a", operator: "Is" }] };
  const fault = { fault: '"Is" is not a valid label selector operator' };
  it.each<[string, object, object, object | undefined, MatchResult]>([
    ["the object's own labels", { labelSelector: { matchLabels: { app: "web" } } }, pod, namespace, true],
    [
      "never those of a template",
      { labelSelector: { matchLabels: { app: "x" } } },
      { ...deployment, spec: { template: { metadata: { labels: { app: "x" } } } } },
      namespace,
      false,
    ],
    ["the namespace's labels", { namespaceSelector: team }, pod, namespace, true],
    ["others", { namespaceSelector: { matchLabels: { team: "b" } } }, pod, namespace, false],
    ["a Namespace's own", { namespaceSelector: team }, namespace, undefined, true],
    [
      "an object in none: yes, whatever is selected",
      { namespaceSelector: { matchLabels: { team: "b" } } },
      node,
      undefined,
      true,
    ],
    ["a namespace that is not known: no answer", { namespaceSelector: {} }, pod, undefined, missing],
    ["a bad selector", { labelSelector: bad }, pod, namespace, fault],
    ["a bad selector comes before a missing Namespace", { namespaceSelector: bad }, pod, undefined, fault],
    ["and after a part that does not hold", { ...kinds(["apps"]), labelSelector: bad }, pod, namespace, false],
    ["an object in none has no bad selector either", { namespaceSelector: bad }, node, undefined, true],
  ])("%s", (_, match, object, inside, result) => {
    const compiled = compileConstraintMatch(ObjectView.root(new Reading(), match, []));
    expect(compiled(readMatchTarget(object), inside && readMatchNamespace(inside), "")).toEqual(result);
  });
});

describe("name and source", () => {
  it.each<[object, string, MatchResult]>([
    [{ name: "web-*" }, "", true],
    [{ name: "db-*" }, "", false],
    [{ name: "" }, "", true],
    [{ source: "All" }, "", true],
    [{ source: "" }, "", true],
    [{ source: "Original" }, "Original", true],
    [{ source: "Generated" }, "Original", false],
    [{ source: "Original" }, "All", false],
    [{ source: "Original" }, "", { fault: "source field not specified for resource web-1" }],
    [{ source: "Original" }, "Else", { fault: 'invalid source field "Else"' }],
    [{ source: "original" }, "Original", { fault: 'invalid source field "original"' }],
  ])("%j of an object from %j", (match, source, result) => {
    expect(matches(match, pod, namespace, source)).toEqual(result);
  });

  it("a name that is to be generated fits an open pattern", () => {
    expect(matches({ name: "web-*" }, { ...pod, metadata: { generateName: "web-" } })).toBe(true);
  });
});

it("the parts are named as in the match block, in the order in which they are tried", () => {
  const match = {
    source: "Original",
    name: "a",
    namespaceSelector: {},
    labelSelector: {},
    excludedNamespaces: ["a"],
    namespaces: ["a"],
    scope: "Cluster",
    kinds: [{}],
  };
  const names = compileCriteria(ObjectView.root(new Reading(), match, [])).map(({ name }) => name);
  expect(names).toEqual(Object.keys(match).reverse());
  expect(compileCriteria(ObjectView.root(new Reading(), {}, []))).toEqual([]);
});
