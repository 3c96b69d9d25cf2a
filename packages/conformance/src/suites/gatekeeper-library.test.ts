import { describe, expect, it } from "vitest";
import { judgeLines } from "../../test/judge-lines.js";
import { gatekeeperLibrary } from "./gatekeeper-library.js";

const RULE = `package names
violation[{"msg": msg}] { msg := input.review.name }
violation[{"msg": "known"}] { data.inventory.cluster.v1.Node }`;

const template = {
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k8snames" },
  spec: {
    crd: { spec: { names: { kind: "K8sNames" } } },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: RULE }],
  },
};
const constraint = {
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "K8sNames",
  metadata: { name: "all" },
  spec: {},
};
const node = { apiVersion: "v1", kind: "Node", metadata: { name: "one" } };
const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "web" } };
const lines = (...entries: readonly object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
const beside = {
  "templates.jsonl": lines({ name: "k8snames", template }, { name: "broken", template: {} }),
  "constraints.jsonl": lines({ id: "all", constraint }),
  "inventories.jsonl": lines({ id: "nodes", objects: [node] }),
};
const sample = { name: "sample", template: "k8snames", constraint: "all", engine: "Rego", object: pod };
const named = (message: string) => ({ message, details: {}, enforcementAction: "deny" });

const judge = async (...cases: readonly object[]) =>
  Object.values(await judgeLines(gatekeeperLibrary, "cases.jsonl", cases, beside)).map(({ kind }) => kind);

describe("the suite gatekeeper-library", () => {
  it("compares what a constraint of the library says, in any order", async () => {
    expect(await judge({ ...sample, expect: [named("web")] }, { ...sample, name: "two", expect: [] })).toEqual([
      "passed",
      "failed",
    ]);
    expect(await judge({ ...sample, inventory: ["nodes"], expect: [named("web"), named("known")] })).toEqual([
      "passed",
    ]);
  });

  it("leaves the levels of the inventory that a case before has made", async () => {
    const first = { ...sample, name: "first", inventory: ["nodes"], expect: [named("web"), named("known")] };
    expect(await judge(first, { ...sample, expect: [named("known"), named("web")] })).toEqual(["passed", "passed"]);
  });

  it("reviews the request of an AdmissionReview, and expects an error for one that is none", async () => {
    const review = {
      apiVersion: "admission.k8s.io/v1",
      kind: "AdmissionReview",
      request: { name: "asked", object: pod },
    };
    expect(await judge({ ...sample, object: review, expect: [named("asked")] })).toEqual(["passed"]);
    const broken = { ...review, request: 1 };
    expect(await judge({ ...sample, object: broken, expect: [], error: "none" })).toEqual(["passed"]);
    expect(await judge({ ...sample, object: broken, expect: [] })).toEqual(["failed"]);
  });

  it("does not hide a template that cannot be loaded", async () => {
    await expect(judge({ ...sample, template: "broken", expect: [] })).rejects.toThrow("broken: ");
  });

  it("has no cases in what the cases name", async () => {
    expect(await judgeLines(gatekeeperLibrary, "templates.jsonl", [{ name: "k8snames" }])).toEqual({});
  });
});
