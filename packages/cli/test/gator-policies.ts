/** A template whose constraints refuse everything but what is labelled `good`. */
export const TEMPLATE = `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata:
  name: refuse
spec:
  crd:
    spec:
      names:
        kind: Refuse
      validation:
        openAPIV3Schema:
          type: object
          properties:
            word:
              type: string
              default: bad
  targets:
  - target: admission.k8s.gatekeeper.sh
    rego: |
      package refuse
      violation[{"msg": msg}] {
        not input.review.object.metadata.labels.good
        msg := sprintf("%v is %v", [input.review.name, input.parameters.word])
      }
`;

/** A constraint of it for Pods. */
export const CONSTRAINT = `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: Refuse
metadata:
  name: pods
spec:
  match:
    kinds:
    - apiGroups: [""]
      kinds: [Pod]
  parameters: {}
`;

/** A Pod that it refuses. */
export const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
`;
