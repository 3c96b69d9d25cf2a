import { readMutators } from "@ostiary/gatekeeper";
import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { assign, OWNER } from "../../test/mutators.js";
import { describeNamespace, isExempt, type MutationRuling, mutateObject, namespaceFor } from "./mutate-object.js";

const rulingOf = (text: string, more: Partial<MutationRuling> = {}): MutationRuling => {
  const documents = [...readManifests(text)].map((document) => (document.kind === "object" ? document.value : null));
  return { mutators: readMutators(documents).mutators, namespaces: new Map(), ...more };
};

const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: {} };

test("an object says of its namespace what it said before, and yet is mutated as being in it", () => {
  const inShop = `{namespaces: [shop]}`;
  const ruling = rulingOf(assign("host", "spec.hostname", "x", inShop), { namespace: "shop" });
  expect(mutateObject(POD, ruling)).toMatchObject({
    ok: true,
    value: {
      mutated: true,
      object: { ...POD, spec: { hostname: "x" } },
      patch: [{ op: "add", path: "/spec/hostname", value: "x" }],
    },
  });
  expect(mutateObject(POD, { ...ruling, namespace: "other" })).toMatchObject({ ok: true, value: { mutated: false } });
});

test.each<[string, object, string]>([
  ["own", { ...POD, metadata: { namespace: "own" } }, "own"],
  ["given", POD, "given"],
  ["none", { apiVersion: "v1", kind: "Namespace" }, ""],
  ["none", { apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRole" }, ""],
])("an object is in its %s namespace", (_what, object, expected) => {
  expect(namespaceFor(object, { namespace: "given" })).toBe(expected);
});

test("labels of Namespaces select, those from the command line win, and each has its name", () => {
  const namespaces = new Map([["shop", { team: "a", tier: "1" }]]);
  expect(describeNamespace("shop", { namespaces, namespaceLabels: { team: "b" } })).toMatchObject({
    metadata: { name: "shop", labels: { team: "b", tier: "1", "kubernetes.io/metadata.name": "shop" } },
  });
  const selector = `{namespaceSelector: {matchLabels: {tier: "1"}}}`;
  const ruling = rulingOf(assign("host", "spec.hostname", "x", selector), { namespaces, namespace: "shop" });
  expect(mutateObject(POD, ruling)).toMatchObject({ value: { mutated: true } });
});

test("a Namespace is selected by its own labels", () => {
  const owner = OWNER.replace("spec:\n", "spec:\n  match: {namespaceSelector: {matchLabels: {a: b}}}\n");
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "n", labels: { a: "b" } } };
  expect(mutateObject(namespace, rulingOf(owner))).toMatchObject({ value: { mutated: true } });
});

test("Gatekeeper's own objects are left alone", () => {
  const constraint = { apiVersion: "constraints.gatekeeper.sh/v1beta1", kind: "K8sX", metadata: { name: "a" } };
  expect([isExempt(constraint), isExempt(POD)]).toEqual([true, false]);
  expect(mutateObject(constraint, rulingOf(OWNER))).toMatchObject({ ok: true, value: { mutated: false } });
});

test.each([null, 1, "x", [], {}, { metadata: null }, JSON.parse('{"__proto__": {"a": 1}}')])(
  "%j neither throws nor is changed",
  (object) => {
    const before = JSON.stringify(object);
    expect(() => mutateObject(object, rulingOf(OWNER))).not.toThrow();
    expect(JSON.stringify(object)).toBe(before);
  },
);
