import { evaluate, type PolicyKind } from "@ostiary/core";
import { expect, test } from "vitest";
import { documentedPolicy, signaturePolicies } from "../test/documented-policies.js";
import { readPolicies } from "./read-policies.js";

test("the documentation's policies are read without a problem, but for the part that is misplaced", () => {
  const documents = (["baseline", "common", "mypolicy", "restricted"] as const).map(documentedPolicy);
  expect(readPolicies(documents).problems).toEqual([]);
  expect(readPolicies(signaturePolicies()).problems.map(({ document }) => document)).toEqual([1, 1]);
});

test("the version that the cluster was installed with decides the default policy", () => {
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { hostPID: true, containers: [] } };
  const isAllowed = (installVersion: string) =>
    evaluate(pod, {}, readPolicies([], { profile: "deckhouse", installVersion })).allowed;
  expect([isAllowed("v1.54.0"), isAllowed("v1.55.0")]).toEqual([true, false]);
});

test("kinds of one's own are registered too", () => {
  const kind: PolicyKind = {
    name: "Own",
    handles: (document) => document.kind === "Own",
    read: () => ({ problems: [], bind: () => ({ policies: [], considered: [], problems: [] }) }),
  };
  const documents = [{ apiVersion: "example.com/v1", kind: "Own" }, documentedPolicy("common")];
  expect(readPolicies(documents, { kinds: [kind] }).problems).toEqual([]);
  expect(readPolicies(documents).problems.map(({ code }) => code)).toEqual(["unknown-policy"]);
});
