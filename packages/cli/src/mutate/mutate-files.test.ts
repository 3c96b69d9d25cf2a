import { readMutators } from "@ostiary/gatekeeper";
import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { assert, constantFrom, dictionary, property, subarray, uniqueArray } from "fast-check";
import { expect, test } from "vitest";
import { assign, OWNER } from "../../test/mutators.js";
import { mutateFile } from "./mutate-files.js";

const documentsOf = (text: string): readonly ObjectDocument[] =>
  [...readManifests(text)].filter((document): document is ObjectDocument => document.kind === "object");

const mutate = (text: string, mutators: string) =>
  mutateFile(
    { name: "a.yaml", path: "a.yaml", text, documents: documentsOf(text) },
    { mutators: readMutators(documentsOf(mutators).map(({ value }) => value)).mutators, namespaces: new Map() },
  );

const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a} # it\nspec: {x: 1}\n";

test("every object of a file is mutated but Gatekeeper's own", () => {
  const file = mutate(`${POD}---\n${OWNER}`, OWNER);
  expect(file.newText).toBe(`${POD.replace("{name: a}", "{name: a, labels: {owner: shop}}")}---\n${OWNER}`);
  expect(file.objects.map(({ mutated }) => mutated)).toEqual([true]);
  expect([file.problems, file.refused]).toEqual([[], 0]);
});

test("an object on which a mutator fails stays as it is, and is refused", () => {
  const file = mutate(`# first\n---\n${POD}`, assign("b", "spec.x.y", 1));
  expect(file.newText).toBe(`# first\n---\n${POD}`);
  expect(file.refused).toBe(1);
  expect(file.problems).toMatchObject([{ file: "a.yaml", line: 3, severity: "error", code: "mutation-failed" }]);
});

test("it is told when an object had to be written anew, and when nothing can be done", () => {
  const anchored = "apiVersion: v1\nkind: Pod\nmetadata: &m {name: a}\nspec: *m\n";
  expect(mutate(anchored, assign("b", "spec.y", 1)).problems).toMatchObject([
    { severity: "warning", code: "rewritten" },
  ]);
  const list =
    "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: &m {name: a}}\n- {apiVersion: v1, kind: X, metadata: *m}\n";
  const owner = OWNER.replace("spec:\n", "spec:\n  match: {kinds: [{apiGroups: ['*'], kinds: [Pod]}]}\n");
  const file = mutate(list, owner);
  expect(file.newText).toBe(list);
  expect(file.problems).toMatchObject([{ severity: "error", code: "not-editable" }]);
});

test("what is mutated and mutated again stays as it is", () => {
  const mutators = `${OWNER}---\n${assign("b", "spec.list[k: v].z", { a: [1] })}`;
  const once = mutate(POD, mutators).newText;
  expect(once).not.toBe(POD);
  expect(mutate(once, mutators).newText).toBe(once);
});

const POOL = [
  OWNER,
  assign("always", "spec.containers[name:*].imagePullPolicy", "Always"),
  assign("sidecar", "spec.containers[name:proxy]", { name: "proxy", image: "proxy:1" }),
  assign("host", "spec.hostname", "yes"),
  assign("port", 'spec.containers[name:*].ports[containerPort:80]."x y".z', [1, { a: null }]),
];

test("whatever mutators make of a text, they make nothing of once more", () => {
  const names = uniqueArray(constantFrom("a", "b", "proxy"), { minLength: 1 });
  const labels = dictionary(constantFrom("owner", "app", "on"), constantFrom("x", "010", "y: z"));
  assert(
    property(subarray(POOL, { minLength: 1 }), names, labels, (mutators, containers, labelled) => {
      const items = containers.map((name) => `  - name: ${name} # one\n    image: ${name}:1\n`).join("");
      const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  labels: ${JSON.stringify(labelled)}\nspec:\n  containers:\n${items}# end\n`;
      const once = mutate(text, mutators.join("---\n"));
      expect([once.problems, once.newText.split("# one").length]).toEqual([[], containers.length + 1]);
      expect(mutate(once.newText, mutators.join("---\n")).newText).toBe(once.newText);
    }),
    { numRuns: 100 },
  );
});
