import { type ObjectDocument, readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { readIdentity } from "./identity.js";
import { isForeignConfiguration, isPolicy, moduleConfig, placeIn, placePolicy } from "./policy-document.js";

test.each<[apiVersion: string, kind: string, name: string, what: "policy" | "foreign" | "object"]>([
  ["deckhouse.io/v1alpha1", "OperationPolicy", "a", "policy"],
  ["deckhouse.io/v1", "SecurityPolicy", "a", "policy"],
  ["deckhouse.io/v1alpha1", "SecurityPolicyException", "a", "policy"],
  ["deckhouse.io/v1alpha1", "ModuleConfig", "admission-policy-engine", "policy"],
  ["deckhouse.io/v1alpha1", "ModuleConfig", "cni-cilium", "foreign"],
  ["deckhouse.io/v1alpha1", "NodeGroup", "a", "object"],
  ["example.com/v1", "OperationPolicy", "a", "object"],
  ["templates.gatekeeper.sh/v1", "ConstraintTemplate", "a", "policy"],
  ["constraints.gatekeeper.sh/v1beta1", "K8sAnything", "a", "policy"],
  ["config.gatekeeper.sh/v1alpha1", "Config", "config", "policy"],
  ["mutations.gatekeeper.sh/v1", "Assign", "a", "policy"],
  ["gatekeeper.sh/v1", "Assign", "a", "object"],
  ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy", "a", "policy"],
  ["admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicyBinding", "a", "policy"],
  ["admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "a", "object"],
  ["deckhouse.io.example.com/v1", "SecurityPolicy", "a", "object"],
  ["v1", "ModuleConfig", "admission-policy-engine", "object"],
])("%s %s %s is: %s", (apiVersion, kind, name, what) => {
  const identity = readIdentity({ apiVersion, kind, metadata: { name } });
  expect([isPolicy(identity), isForeignConfiguration(identity)]).toEqual([what === "policy", what === "foreign"]);
});

test("settings stand for the configuration of the module", () => {
  expect(isPolicy(readIdentity(moduleConfig({})))).toBe(true);
  expect(moduleConfig({ a: 1 })).toMatchObject({ spec: { settings: { a: 1 } } });
});

const read = (text: string): ObjectDocument => {
  const [document] = readManifests(text);
  if (document?.kind !== "object") throw new Error("no object");
  return document;
};

const POLICY = "apiVersion: deckhouse.io/v1alpha1\nkind: OperationPolicy\nmetadata: {name: a}\nspec: {}\n";

test("a place is told with its line, of an absent field that of what would hold it", () => {
  const place = placeIn(read(POLICY), "a.yaml", ["spec", "policies"]);
  expect(place).toMatchObject({ file: "a.yaml", line: 4, column: 7 });
  expect(place.excerpt?.()).toEqual([{ line: 4, text: "spec: {}" }]);
  expect(placePolicy(read(POLICY), "a.yaml", undefined).locate(["kind"])).toMatchObject({ line: 2, column: 7 });
});

test.each<[kind: string, metadata: string, namespace: string | undefined, taken: unknown]>([
  ["SecurityPolicyException", "{name: a}", "shop", { name: "a", namespace: "shop" }],
  ["SecurityPolicyException", "{name: a}", undefined, { name: "a" }],
  ["SecurityPolicyException", "{name: a, namespace: own}", "shop", { name: "a", namespace: "own" }],
  ["SecurityPolicyException", "5", "shop", 5],
  ["SecurityPolicy", "{name: a}", "shop", { name: "a" }],
])("a %s with metadata %s in namespace %s has %j", (kind, metadata, namespace, taken) => {
  const document = read(POLICY.replace("OperationPolicy", kind).replace("{name: a}", metadata));
  expect(placePolicy(document, "a.yaml", namespace).value).toMatchObject({ kind, metadata: taken });
});
