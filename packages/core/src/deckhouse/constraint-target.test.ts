import { describe, expect, it } from "vitest";
import { makeException, makeSubject, toDocuments } from "../../test/deckhouse.js";
import { makeDeployment, makeNamespace, makePod } from "../../test/requests.js";
import type { Problem } from "../decision.js";
import type { Review } from "../request.js";
import type { Subject } from "../subject.js";
import { targetsOf } from "./constraint-target.js";
import { readExceptions } from "./read-exceptions.js";

const problems: Problem[] = [];
const exceptions = readExceptions(toDocuments([makeException({ volumes: {} })]), "1.76", problems);
const LABEL = { "security.deckhouse.io/security-policy-exception": "spe" };

const targets = (changed: Partial<Review> = {}, judgedAs?: Subject["judgedAs"]) =>
  targetsOf(makeSubject(changed, judgedAs), exceptions, "1.76");

describe("the objects that constraints are held against", () => {
  it("of a request: the object as it is", () => {
    const [own, ...others] = targets({ object: makePod({}, { namespace: "shop", labels: { app: "web" } }) });
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      match: { group: "", kind: "Pod", name: "web", namespace: "shop", labels: new Map([["app", "web"]]) },
      oldMatch: undefined,
      subject: { kind: { group: "", kind: "Pod" }, name: "web", operation: "CREATE" },
    });
    expect(targets({ object: makeDeployment() })).toHaveLength(1);
  });

  it("of a workload that is judged by its pod: itself, and the pod, with its name and namespace", () => {
    const object = { ...makeDeployment({}, { labels: { app: "web" } }), metadata: { name: "shop", namespace: "shop" } };
    const [own, pod] = targets({ operation: undefined, object }, "pod");
    expect(own?.match).toMatchObject({ group: "apps", kind: "Deployment", name: "shop" });
    const labels = new Map([["app", "web"]]);
    expect(pod?.match).toEqual({ group: "", kind: "Pod", name: "shop", generateName: "", namespace: "shop", labels });
    expect(pod?.subject).toMatchObject({ kind: { group: "", kind: "Pod" }, name: "shop" });
    expect(pod?.subject.pod.containers.map(({ ref }) => ref.name)).toEqual(["app"]);
  });

  it("the object before an update counts for the match, at the same place", () => {
    const oldObject = makePod({}, { name: "old", labels: { app: "old" } });
    expect(targets({ operation: "UPDATE", oldObject })[0]?.oldMatch).toMatchObject({
      name: "web",
      namespace: "shop",
      labels: new Map([["app", "old"]]),
    });
    const [deleted] = targets({ operation: "DELETE", object: undefined, oldObject });
    expect(deleted?.match.labels).toEqual(new Map([["app", "old"]]));
  });
});

describe("where an object is that names no namespace", () => {
  const node = { apiVersion: "v1", kind: "Node", metadata: { name: "worker" } };
  const service = { apiVersion: "v1", kind: "Service", metadata: { name: "web" } };
  it.each<[string, object, Subject["judgedAs"], string | undefined, string]>([
    ["a pod out of a file", makePod(), "pod", undefined, "default"],
    ["another object out of a file", service, "pod", undefined, "default"],
    ["a pod of a request that does not say", makePod(), "request", undefined, "default"],
    ["an object of a request, which may be in none", service, "request", undefined, ""],
    ["a request that says", service, "request", "shop", "shop"],
    ["a kind that is in none, whatever is said", node, "request", "shop", ""],
    ["a Namespace", makeNamespace(), "pod", "shop", ""],
  ])("%s", (_, object, judgedAs, namespace, expected) => {
    const changed = namespace === undefined ? { object } : { object, namespace };
    expect(targets(changed, judgedAs)[0]?.match.namespace).toBe(expected);
  });
});

it("a name that is to be generated is shown as far as it is known, outside of requests", () => {
  const object = makePod({}, { name: undefined, generateName: "web-" });
  expect(targets({ object }, "pod")[0]?.subject.name).toBe("web-");
  expect(targets({ object })[0]?.subject.name).toBe("");
  expect(targets({ object: makePod({}, { name: undefined }) }, "pod")[0]?.subject.name).toBe("");
  const workload = { ...makeDeployment(), metadata: { generateName: "job-" } };
  expect(targets({ object: workload }, "pod")[1]?.match.name).toBe("job-");
});

it("exceptions are those that the labels of the pod name, of a workload those of its template", () => {
  expect(problems).toEqual([]);
  const labelled = makePod({}, { namespace: "shop", labels: LABEL });
  expect(targets({ object: labelled })[0]?.subject.exception().present).toBe(true);
  const [own, pod] = targets({ object: makeDeployment({}, { labels: LABEL }), namespace: "shop" }, "pod");
  expect([own?.subject.exception().present, pod?.subject.exception().present]).toEqual([false, true]);
});
