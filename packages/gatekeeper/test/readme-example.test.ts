import { answerMutation, mutate, readMutators } from "@ostiary/gatekeeper";
import { expect, it } from "vitest";

const pods = [{ groups: [""], versions: ["v1"], kinds: ["Pod"] }];
const documents = [
  {
    apiVersion: "mutations.gatekeeper.sh/v1",
    kind: "Assign",
    metadata: { name: "pull-policy" },
    spec: {
      applyTo: pods,
      location: "spec.containers[name: *].imagePullPolicy",
      parameters: { assign: { value: "Always" } },
    },
  },
  {
    apiVersion: "mutations.gatekeeper.sh/v1",
    kind: "ModifySet",
    metadata: { name: "drop-all" },
    spec: {
      applyTo: pods,
      location: "spec.containers[name: *].securityContext.capabilities.drop",
      parameters: { operation: "merge", values: { fromList: ["ALL"] } },
    },
  },
];
const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop" },
  spec: { containers: [{ name: "app", image: "registry.example/web:1" }] },
};

it("what would the cluster make of this pod?", () => {
  // Mutators are read once, for any number of objects. What cannot be read is a problem, in Gatekeeper's words.
  const { mutators, problems } = readMutators(documents);
  expect(problems).toEqual([]);

  const outcome = mutate(pod, mutators, { operation: "CREATE" });
  if (!outcome.ok) throw new Error(outcome.error.message);
  expect(outcome.value.patch).toEqual([
    { op: "add", path: "/spec/containers/0/imagePullPolicy", value: "Always" },
    { op: "add", path: "/spec/containers/0/securityContext", value: { capabilities: { drop: ["ALL"] } } },
  ]);

  // The trace tells which mutator changed which field, and in which iteration.
  const changes = outcome.value.trace.map(({ mutator, path }) => `${mutator.name}: ${path.join(".")}`);
  expect(changes).toEqual([
    "pull-policy: spec.containers.0.imagePullPolicy",
    "drop-all: spec.containers.0.securityContext.capabilities.drop",
  ]);
});

it("why does a mutator not run?", () => {
  const wrong = { ...documents[0], spec: { ...documents[0]?.spec, location: "spec.containers.imagePullPolicy" } };
  const { problems } = readMutators([documents[1], wrong]);
  expect(problems.map(({ message }) => message)).toEqual([
    "the following mutators have conflicting schemas: [Assign.mutations.gatekeeper.sh /pull-policy,ModifySet.mutations.gatekeeper.sh /drop-all]",
  ]);
});

it("what would the mutating webhook reply?", () => {
  const request = {
    operation: "CREATE",
    kind: { group: "", version: "v1", kind: "Pod" },
    namespace: "shop",
    userInfo: { username: "alice" },
    object: pod,
  };
  const findNamespace = (name: string) => ({ metadata: { name } });
  const { mutators } = readMutators(documents);
  expect(answerMutation(request, mutators, { findNamespace })).toMatchObject({
    allowed: true,
    code: 200,
    patchType: "JSONPatch",
  });
});
