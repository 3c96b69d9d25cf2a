import { describe, expect, it } from "vitest";
import { load, makeAssign, makeMutator, makePod } from "../../test/mutators.js";
import { answerMutation, type MutationWebhookContext } from "./answer-mutation.js";

const namespaces = new Map([["shop", { metadata: { name: "shop", labels: { team: "a" } } }]]);
const context: MutationWebhookContext = { findNamespace: (name) => namespaces.get(name) };
const mutators = load([makeAssign("spec.a", 1)]);
const request = (about: object = {}) => ({
  operation: "CREATE",
  kind: { group: "", version: "v1", kind: "Pod" },
  namespace: "shop",
  userInfo: { username: "alice" },
  object: makePod(),
  ...about,
});
const asNamespace = (object: object, about: object = {}) =>
  request({ kind: { group: "", version: "v1", kind: "Namespace" }, namespace: "other", object, ...about });

describe("passed without a look at mutators are", () => {
  const account = "system:serviceaccount:gatekeeper-system:gatekeeper-admin";
  const OPERATION = "Mutating only on create or update";
  const EXCLUDED = "Namespace is set to be ignored by Gatekeeper config";
  it.each([
    [request({ userInfo: { username: account }, operation: "DELETE" }), "Gatekeeper does not self-manage"],
    [request({ operation: "DELETE" }), OPERATION],
    [request({ operation: "CONNECT" }), OPERATION],
    [{}, OPERATION],
    [null, OPERATION],
    [request({ kind: { group: "mutations.gatekeeper.sh", kind: "Assign" } }), "Not mutating gatekeeper resources"],
    [request({ namespace: "kube-system" }), EXCLUDED],
    [asNamespace({ metadata: { name: "kube-system" } }), EXCLUDED],
  ])("%#", (given, message) => {
    const answer = answerMutation(given, mutators, { ...context, excludedNamespaces: ["kube-*"] });
    expect(answer).toEqual({ allowed: true, code: 200, message });
  });

  it("not the usual account, if Gatekeeper has another one", () => {
    const answer = answerMutation(request({ userInfo: { username: account } }), mutators, {
      ...context,
      serviceAccount: "me",
    });
    expect(answer.patch).toHaveLength(1);
  });

  it("nobody in no namespace, whatever is excluded", () => {
    const everything = { ...context, excludedNamespaces: ["*"] };
    expect(answerMutation(asNamespace({ metadata: {} }), mutators, everything).message).toBe(
      "Resource was not mutated",
    );
    expect(answerMutation(request({ namespace: "" }), mutators, everything).patch).toHaveLength(1);
  });
});

describe("mutated objects", () => {
  const patch = [{ op: "add", path: "/spec/a", value: 1 }];
  it("are answered with a patch, without the namespace that the request has given them", () => {
    const answer = { allowed: true, code: 200, patchType: "JSONPatch", patch };
    expect(answerMutation(request(), mutators, context)).toEqual(answer);
    expect(answerMutation(request({ object: makePod({}, { namespace: "x" }) }), mutators, context)).toEqual(answer);
    expect(
      answerMutation(request({ object: makePod({}, { namespace: "x" }), namespace: "" }), mutators, context),
    ).toEqual(answer);
  });

  it("see the namespace of the request, and its labels", () => {
    const parameters = { assign: { fromMetadata: { field: "namespace" } } };
    const match = { namespaceSelector: { matchLabels: { team: "a" } } };
    const copying = load([makeMutator("Assign", "spec.namespace", parameters, { match })]);
    expect(answerMutation(request(), copying, context).patch).toEqual([
      { op: "add", path: "/spec/namespace", value: "shop" },
    ]);
  });

  it("may lack metadata, or have odd ones", () => {
    const bare = { apiVersion: "v1", kind: "Pod", spec: {} };
    expect(answerMutation(request({ object: bare }), mutators, context).patch).toEqual([
      { op: "add", path: "/metadata", value: {} },
      ...patch,
    ]);
    expect(answerMutation(request({ object: bare, namespace: "" }), mutators, context).patch).toEqual(patch);
    expect(answerMutation(request({ object: { ...bare, metadata: "x" } }), mutators, context).patch).toEqual(patch);
    expect(answerMutation(request({ object: makePod({}, { namespace: 5 }) }), mutators, context).patch).toEqual([
      { op: "remove", path: "/metadata/namespace" },
      ...patch,
    ]);
  });

  it("that are Namespaces are their own namespace, and in none", () => {
    const match = { namespaceSelector: { matchLabels: { team: "b" } } };
    const label = load([makeMutator("AssignMetadata", "metadata.labels.x", { assign: { value: "y" } }, { match })]);
    const object = { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop", labels: { team: "b" } } };
    expect(answerMutation(asNamespace(object), label, context).patch).toEqual([
      { op: "add", path: "/metadata/labels/x", value: "y" },
    ]);
  });

  it("of which only the type of a number has changed are answered without a patch", () => {
    const cluster = load([makeAssign("spec.a", 5)], { numbers: "cluster" });
    expect(answerMutation(request({ object: makePod({ a: 5 }) }), cluster, context)).toEqual({
      allowed: true,
      code: 200,
    });
  });
});

it("what is not mutated is let in", () => {
  const answer = { allowed: true, code: 200, message: "Resource was not mutated" };
  expect(answerMutation(request({ object: makePod({ a: 1 }) }), mutators, context)).toEqual(answer);
});

describe("refused is", () => {
  const failing = load([makeAssign("spec.b.c", 1)]);
  const thrower: MutationWebhookContext = {
    findNamespace: () => {
      throw new Error("no connection");
    },
  };
  it.each([
    ["a namespace that does not exist", request({ namespace: "x" }), mutators, context, 'namespaces "x" not found'],
    ["a request without an object", request({ object: null }), mutators, context, "the request holds no object"],
    ["a request without anything", request({ object: undefined }), mutators, context, "the request holds no object"],
    ["a look-up that throws", request(), mutators, thrower, "could not be mutated: no connection"],
    [
      "what cannot be mutated",
      request({ object: makePod({ b: 1 }) }),
      failing,
      { ...context, id: "id" },
      "mutation id for mutator Assign.mutations.gatekeeper.sh /one failed for  Pod shop web: mismatch between path entry (type: object) and received object (type: int64). Path: c",
    ],
  ])("%s", (_what, given, set, about, message) => {
    expect(answerMutation(given, set, about)).toEqual({ allowed: false, code: 500, message });
  });

  it("also when what is thrown is no error", () => {
    const odd: MutationWebhookContext = {
      findNamespace: () => {
        throw "text";
      },
    };
    expect(answerMutation(request(), mutators, odd).message).toBe("could not be mutated: string");
  });
});
