import { expect, test } from "vitest";
import { BAD_POD, namespace } from "../../test/manifests.js";
import { fileOf, PROBES_POLICY } from "../../test/policies.js";
import { findPolicies } from "./find-policies.js";
import { readIdentity } from "./identity.js";

const FOREIGN = "apiVersion: deckhouse.io/v1alpha1\nkind: ModuleConfig\nmetadata: {name: cni-cilium}\n";
const STREAM = [BAD_POD, namespace("shop", "baseline"), FOREIGN, PROBES_POLICY, "a: [\n"].join("---\n");

const find = (policyFiles: readonly string[], mixedFiles: readonly string[]) => {
  const { policies, problems } = findPolicies({
    policyFiles: policyFiles.map((text, index) => fileOf(`policies-${index}.yaml`, text)),
    mixedFiles: mixedFiles.map((text, index) => fileOf(`mixed-${index}.yaml`, text)),
  });
  return {
    policies: policies.map(({ value, locate }) => `${locate([]).file}:${locate([]).line} ${readIdentity(value).name}`),
    problems: problems.map(({ file, line }) => `${file}:${line}`),
  };
};

test("among objects only policies are read, and whoever checks the objects tells what is wrong with the text", () => {
  expect(find([], [STREAM])).toEqual({ policies: ["mixed-0.yaml:22 probes"], problems: [] });
});

test("in a file of policies every document is one, but for Namespaces and configurations of other modules", () => {
  expect(find([STREAM], [])).toEqual({
    policies: ["policies-0.yaml:1 bad", "policies-0.yaml:22 probes"],
    problems: ["policies-0.yaml:35"],
  });
});

test("a file that cannot be read is a problem", () => {
  const { problems } = findPolicies({ policyFiles: [{ name: "a", path: "/no/such/file" }], mixedFiles: [] });
  expect(problems).toMatchObject([{ file: "a", message: "no such file or folder" }]);
});
