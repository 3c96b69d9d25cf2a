import { labelKeyFaults, labelValueFaults } from "@ostiary/core/match";
import { compareBytes } from "@ostiary/rules";
import { schemaErrors } from "../schema/compile-schema.js";
import { labelNameFaults, subdomainFaults } from "../schema/dns-names.js";
import { invalid } from "../schema/field-error.js";
import type { SchemaMeans } from "../schema/schema-rules.js";
import type { TemplateDocument } from "./template-document.js";

const SCHEMA = "spec.validation.openAPIV3Schema";

/**
 * Finds what a cluster has against the CustomResourceDefinition that is generated from a template, in its words and order. What
 * Gatekeeper puts there itself is right.
 *
 * @source k8s.io/apiextensions-apiserver, pkg/apis/apiextensions/validation; open-policy-agent/frameworks,
 *   constraint/pkg/client/crds/crds.go
 */
export const generatedCrdErrors = (document: TemplateDocument, means: SchemaMeans): readonly string[] => [
  ...metadataErrors(document),
  ...nameErrors(document),
  ...(document.parameters === undefined
    ? []
    : schemaErrors(
        document.parameters,
        { root: SCHEMA, path: `${SCHEMA}.properties[spec].properties[parameters]` },
        means,
      )),
];

const metadataErrors = ({ kind, labels }: TemplateDocument): readonly string[] => {
  const name = `${kind.toLowerCase()}.constraints.gatekeeper.sh`;
  return [
    ...subdomainFaults(name).map((fault) => invalid("metadata.name", name, fault)),
    ...[...labels]
      .sort(([one], [other]) => compareBytes(one, other))
      .flatMap(([key, value]) => [
        ...labelKeyFaults(key).map((fault) => invalid("metadata.labels", key, fault)),
        ...labelValueFaults(value).map((fault) => invalid("metadata.labels", value, fault)),
      ]),
  ];
};

const nameErrors = ({ kind, shortNames }: TemplateDocument): readonly string[] => {
  const lower = kind.toLowerCase();
  const mixed = [
    ["spec.names.kind", kind],
    ["spec.names.listKind", `${kind}List`],
  ] as const;
  return [
    ...nameError("spec.names.plural", lower, lower, ""),
    ...nameError("spec.names.singular", lower, lower, ""),
    ...mixed.flatMap(([path, name]) =>
      nameError(path, name, name.toLowerCase(), "may have mixed case, but should otherwise match: "),
    ),
    ...shortNames.flatMap((name, index) => nameError(`spec.names.shortNames[${index}]`, name, name, "")),
  ];
};

const nameError = (path: string, name: string, checked: string, start: string): readonly string[] => {
  const faults = labelNameFaults(checked);
  return faults.length === 0 ? [] : [invalid(path, name, start + faults.join(","))];
};
