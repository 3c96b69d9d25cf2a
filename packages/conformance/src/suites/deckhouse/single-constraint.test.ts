import { describe, expect, it } from "vitest";
import { judgeByConstraint, type SingleConstraint } from "./single-constraint.js";

const object = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "one", namespace: "shop", labels: { "security.deckhouse.io/security-policy-exception": "spe" } },
  spec: { containers: [{ name: "app", securityContext: { privileged: true } }] },
};
const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "one", namespace: "shop" },
  spec: { template: object },
};
const constraint: SingleConstraint = { constraintKind: "D8PrivilegedContainer", parameters: null, object };

const exceptionFor = (name: string, namespace = "shop") => ({
  metadata: { name, namespace },
  spec: { securityContext: { privileged: { allowedValue: true } } },
});

const count = (difference: Partial<SingleConstraint>, release: "1.66" | "next" = "next"): number | string => {
  const results = judgeByConstraint(release, { ...constraint, ...difference });
  return typeof results === "string" ? results : results.length;
};

describe("a constraint that was written by hand", () => {
  it.each<[string, Partial<SingleConstraint>, number]>([
    ["without a match", {}, 1],
    ["that matches by kind", { match: { kinds: [{ apiGroups: [""], kinds: ["Pod"] }] } }, 1],
    ["that matches another kind", { match: { kinds: [{ apiGroups: [""], kinds: ["Service"] }] } }, 0],
    [
      "that matches the namespace",
      {
        match: { namespaceSelector: { matchLabels: { team: "a" } } },
        namespaceLabels: { team: "a" },
      },
      1,
    ],
    ["that does not", { match: { namespaceSelector: { matchLabels: { team: "a" } } } }, 0],
  ])("%s has as many violations as expected", (_, difference, violations) => {
    expect(count(difference)).toBe(violations);
  });

  it.each<[string, Partial<SingleConstraint>, string]>([
    ["of an unknown kind", { constraintKind: "D8Nothing" }, "release next has no kind D8Nothing"],
    ["with wrong parameters", { constraintKind: "D8AllowedRepos", parameters: { repos: "a" } }, "expected array"],
    ["with a bad selector", { match: { labelSelector: { matchExpressions: [{ key: "a", operator: "Is" }] } } }, '"Is"'],
  ])("%s cannot be judged", (_, difference, fault) => {
    expect(count(difference)).toEqual(expect.stringContaining(fault));
  });

  it.each([
    ["next finds the pod of a controller", "next", 1],
    ["1.66 takes spec for the pod's", "1.66", 0],
  ] as const)("%s", (_, release, violations) => {
    expect(count({ object: deployment }, release)).toBe(violations);
  });

  it("is lifted by the exception of the pod's label in the object's namespace", () => {
    expect(count({ exceptions: [exceptionFor("spe")] })).toBe(0);
    expect(count({ exceptions: [exceptionFor("spe", "other"), exceptionFor("none")] })).toBe(1);
    expect(count({ object: deployment, exceptions: [exceptionFor("spe")] })).toBe(0);
  });

  it("and before that by the one of the container's own label", () => {
    const labels = {
      ...object.metadata.labels,
      "security.deckhouse.io/security-policy-exception.container.app": "own",
    };
    const labelled = { ...object, metadata: { ...object.metadata, labels } };
    expect(count({ object: labelled, exceptions: [exceptionFor("own")] })).toBe(0);
    expect(count({ object: labelled, exceptions: [exceptionFor("spe")] })).toBe(1);
  });
});
