import { readPolicies, review } from "@ostiary/core";
import { gatekeeper } from "@ostiary/gatekeeper/core";
import { regoEngine } from "@ostiary/gatekeeper/rego";
import { createRe2Engine, lightBuiltins } from "@ostiary/rego";
import { expect, it } from "vitest";

const rego =
  'package a\nviolation[{"msg": "no latest"}] { endswith(input.review.object.spec.containers[_].image, ":latest") }';
const documents = [
  {
    apiVersion: "templates.gatekeeper.sh/v1",
    kind: "ConstraintTemplate",
    metadata: { name: "nolatest" },
    spec: {
      crd: { spec: { names: { kind: "NoLatest" } } },
      targets: [{ target: "admission.k8s.gatekeeper.sh", rego }],
    },
  },
  { apiVersion: "constraints.gatekeeper.sh/v1beta1", kind: "NoLatest", metadata: { name: "no-latest" } },
];

it("reviews by templates in Rego, with nothing of CEL loaded", () => {
  const engines = [regoEngine({ builtins: lightBuiltins(), regex: createRe2Engine() })];
  const policies = readPolicies(documents, { kinds: [gatekeeper({ engines })] });
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web" },
    spec: { containers: [{ image: "a:latest" }] },
  };
  const { violations } = review({ operation: "CREATE", object: pod }, policies);
  expect(violations.map(({ message }) => message)).toEqual(["no latest"]);
});
