/** A template that asks pods for a label. */
export const TEMPLATE = `apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: {name: needslabel}
spec:
  crd:
    spec:
      names: {kind: NeedsLabel}
      validation:
        openAPIV3Schema:
          type: object
          properties: {key: {type: string}}
  targets:
    - target: admission.k8s.gatekeeper.sh
      rego: |
        package needslabel
        violation[{"msg": msg}] {
          not input.review.object.metadata.labels[input.parameters.key]
          msg := sprintf("%v needs label %v", [input.review.object.metadata.name, input.parameters.key])
        }
`;

/** The same demand in CEL, of all but the cluster's own pods. */
export const CEL_TEMPLATE = `${TEMPLATE.replace(/ {6}rego: [\s\S]*/, "")}      code:
        - engine: K8sNativeValidation
          source:
            variables:
              - name: unused
                expression: "1"
              - name: labels
                expression: "has(object.metadata.labels) ? object.metadata.labels : {}"
            matchCondition:
              - {name: ours, expression: "!object.metadata.name.startsWith('kube-')"}
            validations:
              - expression: variables.params.key in variables.labels
                messageExpression: >-
                  object.metadata.name + ' needs label ' +
                  variables.params.key
`;

export const CONSTRAINT = `apiVersion: constraints.gatekeeper.sh/v1beta1
kind: NeedsLabel
metadata: {name: owned}
spec:
  match: {kinds: [{apiGroups: [""], kinds: [Pod]}]}
  parameters: {key: owner}
`;

export const POD = `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec: {containers: [{name: web, image: "web:1"}]}
`;

/** What suites refer to. */
export const POLICY_FILES = { "template.yaml": TEMPLATE, "constraint.yaml": CONSTRAINT, "pod.yaml": POD };

/** A suite of gator with one case. */
export const gatorSuite = (assertion: string, more = ""): string =>
  `apiVersion: test.gatekeeper.sh/v1alpha1
kind: Suite
tests:
  - name: owners
    template: template.yaml
    constraint: constraint.yaml
${more}    cases:
      - name: unowned
        object: pod.yaml
        assertions: [${assertion}]
`;

/** A suite of our own with the cases given, in YAML. */
export const ownSuite = (cases: string, more = ""): string =>
  `apiVersion: test.ostiary.dev/v1
kind: Suite
tests:
  - name: owners
    template: template.yaml
    constraint: constraint.yaml
${more}    cases:
${cases.replace(/^(?=.)/gm, "      ")}`;
