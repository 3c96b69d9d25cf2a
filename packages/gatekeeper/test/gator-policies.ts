import { makeExpansion } from "./expansion-templates.js";

const REGO = `package refuse
violation[{"msg": msg, "details": {"word": input.parameters.word}}] {
  not input.review.object.metadata.labels.good
  print("looking at", input.review.object.metadata.name)
  msg := sprintf("%v is %v", [input.review.object.metadata.name, input.parameters.word])
}
violation[{"msg": "taken"}] {
  data.inventory.cluster.v1.Thing[_].name == input.review.object.metadata.name
}
violation[{"msg": input.review.object.spec.message}] { input.review.object.spec.message }
`;

/** A template whose constraints refuse what is not labelled `good`; a `spec.message` that is no text fails the review. */
export const REFUSE_TEMPLATE = {
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "refuse" },
  spec: {
    crd: {
      spec: {
        names: { kind: "Refuse" },
        validation: {
          openAPIV3Schema: { type: "object", properties: { word: { type: "string", default: "bad" } } },
        },
      },
    },
    targets: [{ target: "admission.k8s.gatekeeper.sh", rego: REGO }],
  },
};

/** A constraint of it, for Pods unless the spec says otherwise. */
export const makeRefusal = (spec: object = {}, name = "pods") => ({
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "Refuse",
  metadata: { name },
  spec: { match: { kinds: [{ apiGroups: [""], kinds: ["Pod"] }] }, parameters: {}, ...spec },
});

/** A Pod that it refuses. */
export const makePod = (name: string, fields: object = {}, metadata: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, ...metadata },
  ...fields,
});

/** Makes Pods of Deployments, whose violations only warn. */
export const EXPANSION = makeExpansion("deployments", "apps/v1 Deployment", "v1 Pod", { enforcementAction: "warn" });
