import type { AdmissionRequest } from "../src/engine/admission-request.js";
import { objectRequest } from "../src/engine/object-request.js";

/** The target that all templates have. */
const TARGET = "admission.k8s.gatekeeper.sh";

/** A ConstraintTemplate with a rule in Rego v0; the package line is added. */
export const templateOf = (kind: string, rego: string, spec: object = {}) => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: kind.toLowerCase() },
  spec: {
    crd: {
      spec: {
        names: { kind },
        validation: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
      },
    },
    targets: [{ target: TARGET, rego: `package a\n${rego}`, ...spec }],
  },
});

/** A constraint of a template. */
export const constraintOf = (kind: string, name: string, spec: object = {}) => ({
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind,
  metadata: { name },
  spec,
});

/** A rule that objects to everything. */
export const ALWAYS = 'violation[{"msg": "no"}] { true }';

/** A pod with one container. */
export const POD = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop", labels: { app: "web" } },
  spec: { containers: [{ name: "app", image: "docker.io/nginx" }] },
};

/** The request to create an object. */
export const creating = (object: Parameters<typeof objectRequest>[0]): AdmissionRequest =>
  objectRequest(object, "CREATE");
