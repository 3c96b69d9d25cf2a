import { readFileSync } from "node:fs";
import { readManifests } from "@ostiary/manifests";

/** A policy of Deckhouse's documentation, as the examples have it, word for word. */
export const documentedPolicy = (name: "baseline" | "common" | "mypolicy" | "restricted"): unknown =>
  readYaml(readFileSync(new URL(`../../../examples/deckhouse/${name}.yaml`, import.meta.url), "utf8"));

/** The documentation's policies about signatures; of the second one a part stands where it does not belong. */
export const signaturePolicies = (): readonly unknown[] => [VERIFY_IMAGES, ALLOW_REGISTRY].map(readYaml);

/** The documentation's template that extends a standard, and the constraint that applies it, word for word. */
export const extendedPolicy = (): readonly unknown[] => {
  const text = readFileSync(new URL("./extended-policy.yaml", import.meta.url), "utf8");
  return [...readManifests(text)].map((document) => {
    if (document.kind !== "object") throw new Error("no object");
    return document.value;
  });
};

const readYaml = (text: string): unknown => {
  const [document] = readManifests(text);
  if (document?.kind !== "object") throw new Error("no object");
  return document.value;
};

const VERIFY_IMAGES = `apiVersion: deckhouse.io/v1alpha1
kind: SecurityPolicy
metadata:
  name: verify-image-test
spec:
  enforcementAction: Deny
  match:
    namespaceSelector:
      labelSelector:
        matchLabels:
          kubernetes.io/metadata.name: test-namespace
  policies:
    allowHostIPC: true
    allowHostNetwork: true
    allowHostPID: false
    allowPrivilegeEscalation: true
    allowPrivileged: false
    allowRbacWildcards: true
    verifyImageSignatures:
      - publicKeys:
          - |-
            -----BEGIN PUBLIC KEY-----
            ...
            -----END PUBLIC KEY-----
        reference: registry.private.com/labs/application/*
`;

const ALLOW_REGISTRY = `apiVersion: deckhouse.io/v1alpha1
kind: OperationPolicy
metadata:
  name: test-operation-policy
spec:
  enforcementAction: Deny
  match:
    namespaceSelector:
      labelSelector:
       matchLabels:
         operation-policy.deckhouse.io/enabled: "true"
policies:
  allowedRepos:
  - registry.private.com
`;
