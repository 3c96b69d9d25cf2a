import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { BAD_POD, GOOD_POD, inNamespace, namespace, ORDINARY_POD } from "../../test/manifests.js";
import { judge, type Ruling } from "./judge.js";
import { preparePolicies } from "./policies.js";

const ENFORCE = "pod-security.kubernetes.io/enforce";

const judgeText = (text: string, ruling: Partial<Ruling> = {}) => {
  for (const document of readManifests(text)) {
    if (document.kind !== "object") continue;
    return judge(document, "a.yaml", { policies: preparePolicies({}), namespaces: new Map(), ...ruling });
  }
  throw new Error("no object");
};

test("an object is told by its place and its names", () => {
  const { decision: _, excerpt: __, locate: ___, ...place } = judgeText(`# a comment\n${inNamespace(BAD_POD, "shop")}`);
  expect(place).toEqual({
    file: "a.yaml",
    document: 0,
    line: 2,
    apiVersion: "v1",
    kind: "Pod",
    namespace: "shop",
    name: "bad",
  });
});

test("an object of a chart is told by its template", () => {
  expect(judgeText(`# Source: shop/templates/web.yaml\n${BAD_POD}`)).toHaveProperty(
    "source",
    "shop/templates/web.yaml",
  );
});

test("findings have the place where they are written, or would be", () => {
  const { decision } = judgeText(BAD_POD);
  const [violation] = decision.violations;
  expect(violation?.findings).toEqual([
    {
      path: ["spec", "hostNetwork"],
      found: true,
      allowed: false,
      position: { line: 6, column: 16, endLine: 6, endColumn: 20 },
    },
  ]);
  const absent = decision.violations.find(({ rule }) => rule === "runAsNonRoot");
  expect(absent?.findings[0]?.position).toMatchObject({ line: 8, column: 7 });
});

test("problems with the object have places too", () => {
  const { decision } = judgeText(BAD_POD.replace("hostNetwork: true", "hostNetwork: sure"));
  expect(decision.allowed).toBe(false);
  expect(decision.problems).toMatchObject([{ code: "invalid-type", position: { line: 6, column: 16 } }]);
});

test("problems with the policies have none", () => {
  const policies = preparePolicies({ podSecurity: { apiVersion: "v1", kind: 5 } });
  expect(judgeText(BAD_POD, { policies }).decision.problems[0]).not.toHaveProperty("position");
});

test("source lines and places of other fields can be asked for", () => {
  const checked = judgeText(BAD_POD);
  expect(checked.excerpt({ line: 6, column: 1, endLine: 6, endColumn: 2 })).toEqual([
    { line: 6, text: "  hostNetwork: true" },
  ]);
  expect(checked.locate(["metadata", "name"])).toMatchObject({ line: 4, column: 9, exact: true });
});

test("the labels of the object's own namespace count", () => {
  const namespaces = new Map([["shop", { [ENFORCE]: "privileged" }]]);
  expect(judgeText(inNamespace(BAD_POD, "shop"), { namespaces }).decision.allowed).toBe(true);
  expect(judgeText(inNamespace(BAD_POD, "other"), { namespaces }).decision.allowed).toBe(false);
});

test("an object that names no namespace is in the one that is given, else in `default`", () => {
  const namespaces = new Map([
    ["shop", { [ENFORCE]: "restricted" }],
    ["default", { [ENFORCE]: "privileged" }],
  ]);
  expect(judgeText(ORDINARY_POD, { namespaces, namespace: "shop" })).toMatchObject({
    namespace: "shop",
    decision: { allowed: false },
  });
  expect(judgeText(BAD_POD, { namespaces })).toMatchObject({ namespace: "", decision: { allowed: true } });
});

test("labels that every namespace has win over those of the Namespace", () => {
  const namespaces = new Map([["shop", { [ENFORCE]: "privileged" }]]);
  const namespaceLabels = { [ENFORCE]: "restricted" };
  const { decision } = judgeText(inNamespace(ORDINARY_POD, "shop"), { namespaces, namespaceLabels });
  expect(decision.allowed).toBe(false);
});

test("what an API server fills in is filled in, also in kinds of the user's own", () => {
  const volumes = GOOD_POD.replace("spec:\n", "spec:\n  volumes:\n    - name: empty\n");
  const podCarriers = [{ group: "example.com", kind: "Thing", podPath: [] }];
  const policies = preparePolicies({ level: "restricted", podCarriers });
  expect(judgeText(volumes, { policies }).decision).toMatchObject({ allowed: true, violations: [] });
  const thing = volumes.replace("apiVersion: v1\nkind: Pod", "apiVersion: example.com/v1\nkind: Thing");
  expect(judgeText(thing, { policies }).decision).toMatchObject({ allowed: true, violations: [] });
});

test("a workload is refused for its pods, and `considered` says what the cluster does", () => {
  const deployment = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec: {hostPID: true}\n`;
  const { decision } = judgeText(deployment);
  expect(decision.allowed).toBe(false);
  expect(decision.violations[0]?.findings[0]).toMatchObject({
    path: ["spec", "template", "spec", "hostPID"],
    position: { line: 6, column: 21 },
  });
  expect(decision.considered[0]?.note).toBe("the cluster admits the Deployment and refuses the pods that it creates");
});

test("a Namespace is judged as the request to create it: wrong labels are refused", () => {
  expect(judgeText(namespace("shop", "restricted")).decision.allowed).toBe(true);
  expect(judgeText(namespace("shop", "strict")).decision).toMatchObject({
    allowed: false,
    problems: [{ code: "invalid-label" }],
  });
});

test("passing rules are recorded on request only", () => {
  const passed = (explain: boolean) => judgeText(GOOD_POD, { explain }).decision.considered[0]?.passed;
  expect(passed(false)).toBeUndefined();
  expect(passed(true)?.length).toBeGreaterThan(10);
});
