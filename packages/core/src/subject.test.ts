import { describe, expect, it } from "vitest";
import { makeDeployment, makeNamespace, makePod } from "../test/requests.js";
import type { Review } from "./request.js";
import { readSubject } from "./subject.js";

const read = (review: Partial<Review>) => readSubject({ operation: "CREATE", ...review }, "request", []);
const faultsOf = (review: Partial<Review>) =>
  read(review).reading.faults.map(({ path, expected, found }) => `${path.join(".")}: ${expected}, ${found}`);

describe("the object of a review", () => {
  it.each([
    [undefined, ": object, nothing"],
    [null, ": object, nothing"],
    ["pod", ": object, string"],
    [[], ": object, list"],
  ])("is refused when it is %j", (object, fault) => {
    expect(faultsOf({ object })).toEqual([fault]);
  });

  it.each(["DELETE", "CONNECT"] as const)("need not be there to %s", (operation) => {
    expect(faultsOf({ operation })).toEqual([]);
  });

  it.each([
    [{}, ["apiVersion: string, nothing", "kind: string, nothing"]],
    [{ apiVersion: "", kind: null }, ["apiVersion: string, nothing", "kind: string, nothing"]],
    [{ apiVersion: 1, kind: ["Pod"] }, ["kind: string, list", "apiVersion: string, number"]],
  ])("must say what it is: %j", (object, faults) => {
    expect(faultsOf({ object })).toEqual(faults);
  });

  it("need not say what it is when the request does", () => {
    const kind = { group: "", version: "v1", kind: "Pod" };
    const subject = read({ object: { spec: {} }, kind });
    expect(subject.reading.faults).toEqual([]);
    expect(subject.kind).toEqual(kind);
    expect(subject.pod?.spec.present).toBe(true);
  });

  it("is what it says, whatever the request says", () => {
    const subject = read({ object: makePod(), kind: { group: "", version: "v1", kind: "ConfigMap" } });
    expect(subject.kind.kind).toBe("ConfigMap");
    expect(subject.pod).toBeDefined();
  });

  it.each([
    ["v1", { group: "", version: "v1" }],
    ["apps/v1", { group: "apps", version: "v1" }],
    ["a/b/c", { group: "a", version: "b/c" }],
    ["/v1", { group: "", version: "/v1" }],
  ])("of apiVersion %s has group and version", (apiVersion, expected) => {
    expect(read({ object: { apiVersion, kind: "Thing" } }).kind).toEqual({ ...expected, kind: "Thing" });
  });

  it.each([
    [{ metadata: 5 }, "metadata: object, number"],
    [{ metadata: { name: 5 } }, "metadata.name: string, number"],
    [{ metadata: { generateName: [] } }, "metadata.generateName: string, list"],
    [{ metadata: { namespace: true } }, "metadata.namespace: string, boolean"],
    [{ metadata: { labels: [] } }, "metadata.labels: map of strings, list"],
    [{ metadata: { labels: { a: 1 } } }, "metadata.labels.a: string, number"],
    [{ metadata: { annotations: { a: {} } } }, "metadata.annotations.a: string, object"],
  ])("with a wrong type in its metadata is refused: %j", (wrong, fault) => {
    expect(faultsOf({ object: { apiVersion: "v1", kind: "ConfigMap", ...wrong } })).toEqual([fault]);
  });
});

describe("name and namespace", () => {
  const object = makePod({}, { name: "own", namespace: "own-namespace" });
  it.each([
    [{ object }, "own", "own-namespace"],
    [{ object, name: "other", namespace: "other-namespace" }, "other", "other-namespace"],
    [{ object, name: "", namespace: "" }, "", ""],
    [{ object: makePod({}, { name: null }) }, "", ""],
  ])("are those of the request, else of the object: %#", (review, name, namespace) => {
    expect(read(review)).toMatchObject({ name, namespace });
  });
});

describe("the pod", () => {
  it.each([
    [makePod(), ["spec"]],
    [makeDeployment(), ["spec", "template", "spec"]],
    [{ apiVersion: "v1", kind: "PodTemplate", template: {} }, ["template", "spec"]],
    [{ apiVersion: "batch/v1", kind: "CronJob" }, ["spec", "jobTemplate", "spec", "template", "spec"]],
  ])("lies where its kind keeps it: %#", (object, path) => {
    expect(read({ object }).pod?.spec.path()).toEqual(path);
  });

  it.each([
    { apiVersion: "v1", kind: "ConfigMap" },
    { apiVersion: "v1", kind: "pod" },
    { apiVersion: "apps/v1", kind: "Pod" },
  ])("is none for %j", (object) => {
    expect(read({ object }).pod).toBeUndefined();
  });

  it("lies where the caller says that a kind keeps it", () => {
    const carrier = { group: "argoproj.io", kind: "Rollout", podPath: ["spec", "template"] };
    const object = { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout" };
    expect(readSubject({ operation: "CREATE", object }, "pod", [carrier]).pod?.root.path()).toEqual([
      "spec",
      "template",
    ]);
  });
});

describe("the labels of the namespace", () => {
  it("are those of the Namespace, null values empty", () => {
    const { namespaceLabels } = read({ object: makePod(), namespaceObject: makeNamespace({ a: "b", c: null }) });
    expect(namespaceLabels).toEqual(
      new Map([
        ["a", "b"],
        ["c", ""],
      ]),
    );
  });

  it.each([
    [undefined, 'namespaces "sh\\"op" not found'],
    [null, 'namespaces "sh\\"op" not found'],
    [{ lookupError: "timeout" }, "timeout"],
  ])("could not be had when the Namespace is %j", (namespaceObject, lookupError) => {
    const subject = read({ object: makePod(), namespace: 'sh"op', namespaceObject });
    expect(subject.namespaceLabels).toEqual({ lookupError });
  });

  it.each([
    ["shop", ": object, string"],
    [{ metadata: [] }, "metadata: object, list"],
    [{ metadata: { labels: { a: 1 } } }, "metadata.labels.a: string, number"],
  ])("are refused when the Namespace is %j", (namespaceObject, fault) => {
    const { namespaceReading } = read({ object: makePod(), namespaceObject });
    const faults = namespaceReading.faults.map(
      ({ path, expected, found }) => `${path.join(".")}: ${expected}, ${found}`,
    );
    expect(faults).toEqual([fault]);
  });
});
