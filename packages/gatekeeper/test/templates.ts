import type { Json } from "@ostiary/core";
import type { JsonFields } from "../src/schema/json-fields.js";
import { readTemplate } from "../src/template/read-template.js";
import type { Template } from "../src/template/template.js";

/** A target with a rule that is never looked at. */
export const TARGET = { target: "admission.k8s.gatekeeper.sh", rego: "package a\nviolation[x] { x := 1 }" };

/** A template of the kind `K`, with a schema for its parameters. */
export const makeTemplate = (schema?: Json, changes: JsonFields = {}): JsonFields => ({
  apiVersion: "templates.gatekeeper.sh/v1",
  kind: "ConstraintTemplate",
  metadata: { name: "k" },
  spec: {
    crd: {
      spec: { names: { kind: "K" }, ...(schema === undefined ? {} : { validation: { openAPIV3Schema: schema } }) },
    },
    targets: [TARGET],
  },
  ...changes,
});

/** A constraint of the kind `K`. */
export const makeConstraint = (spec: Json = {}, changes: JsonFields = {}): JsonFields => ({
  apiVersion: "constraints.gatekeeper.sh/v1beta1",
  kind: "K",
  metadata: { name: "c" },
  spec,
  ...changes,
});

/** Reads a template that is good. */
export const load = (document: unknown, options: Parameters<typeof readTemplate>[1] = {}): Template => {
  const read = readTemplate(document, options);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

/** Finds the one template that there is. */
export const finderOf =
  (template: Template) =>
  (name: string): Template | undefined =>
    name === template.name ? template : undefined;
