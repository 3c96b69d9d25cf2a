import { expect, test } from "vitest";
import { makeFolder } from "../../test/folder.js";
import { BAD_POD, namespace } from "../../test/manifests.js";
import { findNamespaces, lookThrough } from "./look-through.js";

const LABEL = "pod-security.kubernetes.io/enforce";

const find = (...texts: readonly string[]) =>
  Object.fromEntries(
    findNamespaces(texts.map((text, index) => ({ name: `${index}`, path: "-", bytes: Buffer.from(text) }))),
  );

test("Namespaces are found wherever they stand", () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Namespace, metadata: {name: in-a-list}}\n`;
  const json = `{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"in-json","labels":{"${LABEL}":"baseline"}}}`;
  expect(find(`${BAD_POD}---\n${namespace("behind", "restricted")}`, list, json)).toEqual({
    behind: { [LABEL]: "restricted" },
    "in-a-list": {},
    "in-json": { [LABEL]: "baseline" },
  });
});

test.each<[spelling: string]>([
  ["kind: Namespace"],
  ['kind: "Namespace"'],
  ["'kind': Namespace # of the shop"],
  ["kind: !!str Namespace"],
  ["kind: &kind Namespace"],
  ["kind:\n  Namespace"],
])("the kind may be written `%s`", (spelling) => {
  expect(find(`apiVersion: v1\n${spelling}\nmetadata: {name: shop}\n`)).toEqual({ shop: {} });
});

test("of several with one name the last one counts", () => {
  expect(find(namespace("shop", "baseline"), namespace("shop", "restricted"))).toEqual({
    shop: { [LABEL]: "restricted" },
  });
});

test("nothing else is taken for one", () => {
  const mention = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {text: 'kind: Namespace'}\n";
  const other = "apiVersion: example.com/v1\nkind: Namespace\nmetadata: {name: a}\n";
  const nameless = "apiVersion: v1\nkind: Namespace\n";
  expect(find(mention, other, nameless, "kind: Namespace\n\tx: {{", "")).toEqual({});
});

test("large files are looked through piece by piece", () => {
  const filler = `${BAD_POD}---\n`.repeat(Math.ceil((5 * 1024 * 1024) / BAD_POD.length));
  const text = `${filler}${namespace("late", "restricted")}---\n${filler}`;
  const folder = makeFolder({ "large.yaml": text });
  const found = findNamespaces([{ name: "large.yaml", path: `${folder}/large.yaml`, size: text.length }]);
  expect([...found.keys()]).toEqual(["late"]);
});

test("files that cannot be read have none", () => {
  expect(findNamespaces([{ name: "a", path: "/no/such/file" }]).size).toBe(0);
});

const POLICY = "apiVersion: deckhouse.io/v1alpha1\nkind: OperationPolicy\nmetadata: {name: a}\n";

test("files with policies are found, wherever they stand there", () => {
  const texts = [`${BAD_POD}---\n${POLICY}`, BAD_POD, POLICY.replace("OperationPolicy", '"ModuleConfig"'), "{{"];
  const files = texts.map((text, index) => ({ name: `${index}`, path: "-", bytes: Buffer.from(text) }));
  expect(lookThrough(files).policyFiles.map(({ name }) => name)).toEqual(["0", "2"]);
});

test.each<[text: string, isPolicy: boolean]>([
  ["apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sAny\nmetadata: {name: a}\n", true],
  ['{"apiVersion":"templates.gatekeeper.sh/v1","kind":"ConstraintTemplate"}', true],
  ["kind: ValidatingAdmissionPolicyBinding\napiVersion: admissionregistration.k8s.io/v1\n", true],
  ["apiVersion: v1\nkind: Pod\nmetadata: {annotations: {a: gatekeeper.sh}}\n", false],
])("policies of Gatekeeper and of the API server are looked for: %j", (text, isPolicy) => {
  const file = { name: "a", path: "-", bytes: Buffer.from(text) };
  expect(lookThrough([file]).policyFiles).toEqual(isPolicy ? [file] : []);
});
