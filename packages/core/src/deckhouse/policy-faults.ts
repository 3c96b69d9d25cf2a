import { type FieldPath, ObjectView, Reading } from "@ostiary/rules";
import type { PerRelease, Release, SchemaIssue } from "@ostiary/rules/deckhouse";
import { labelSelectorFaults } from "../match/label-selector-faults.js";
import type { Policy } from "./generate-constraints.js";
import type { PolicyLabelSelector } from "./policy-schema.js";
import { watchKindFaults } from "./watch-kind-faults.js";

/** The API server's names of policies. */
const NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
/** The longest name that Gatekeeper lets a constraint have, and thereby a policy. */
const LONGEST_NAME = 63;

/** What YAML 1.1 reads as something else than a text. */
const NUMBER = /^(\d+(\.\d+)?(e-?\d+)?|0b[01]+|0o[0-7]+|0x[0-9a-f]+)$/;
const WORDS: readonly string[] = ["true", "false", "on", "off", "yes", "no", "y", "n", "null"];

/** 1.66 writes the name of a policy into YAML without quotes. */
const isText: PerRelease<(name: string) => boolean> = {
  "1.66": (name) => !WORDS.includes(name) && !NUMBER.test(name),
  "1.76": () => true,
  next: () => true,
};

/** The patterns of namespace names that a constraint's schema accepts. A policy's own accepts any text. */
const NAMESPACE_PATTERN: PerRelease<RegExp> = {
  "1.66": /^(\*|\*-)?[a-z0-9]([-:a-z0-9]*[a-z0-9])?(\*|-\*)?$/,
  "1.76": /^\*?[-:a-z0-9]*\*?$/,
  next: /^\*?[-:a-z0-9]*\*?$/,
};

/**
 * What a policy has that its own schema accepts, and the API server or Gatekeeper refuses when the constraints are made: then
 * the release of the module fails, and nothing is enforced any more.
 *
 * @source gatekeeper, config/crd and the ConstraintTemplates' generated schemas; run
 */
export const policyFaults = ({ name, spec }: Policy, release: Release): readonly SchemaIssue[] => {
  const { namespaceSelector, labelSelector } = spec.match;
  const path = ["spec", "match", "namespaceSelector"];
  return [
    ...nameFaults(name, release),
    ...patternFaults(namespaceSelector?.matchNames, [...path, "matchNames"], release),
    ...patternFaults(namespaceSelector?.excludeNames, [...path, "excludeNames"], release),
    ...selectorFaults(namespaceSelector?.labelSelector, [...path, "labelSelector"]),
    ...selectorFaults(labelSelector, ["spec", "match", "labelSelector"]),
    ...watchKindFaults(spec.policies),
  ];
};

const nameFaults = (name: string, release: Release): readonly SchemaIssue[] => {
  const path = ["metadata", "name"];
  if (name === "") return [{ path, message: "expected a name" }];
  const faults = [
    ...(NAME.test(name) ? [] : ["the API server takes only lower case letters, digits, `-` and `.` for a name"]),
    ...(name.length > LONGEST_NAME
      ? [`Gatekeeper takes no constraint whose name is over ${LONGEST_NAME} characters`]
      : []),
    ...(isText[release](name)
      ? []
      : [`release ${release} writes \`${name}\` without quotes, and YAML reads no text there`]),
  ];
  return faults.map((message) => ({ path, message }));
};

const patternFaults = (
  patterns: readonly string[] | undefined,
  path: FieldPath,
  release: Release,
): readonly SchemaIssue[] =>
  (patterns ?? []).flatMap((pattern, index) =>
    NAMESPACE_PATTERN[release].test(pattern)
      ? []
      : [
          {
            path: [...path, index],
            message: `Gatekeeper takes no pattern \`${pattern}\`: \`*\` may stand at an end only`,
          },
        ],
  );

const selectorFaults = (selector: PolicyLabelSelector | undefined, path: FieldPath): readonly SchemaIssue[] =>
  labelSelectorFaults(ObjectView.root(new Reading(), selector, [])).map((fault) => ({
    path: [...path, ...fault.path],
    message: fault.message,
  }));
