import { readManifests } from "@ostiary/manifests";
import { expect, test } from "vitest";
import { warnOfNearLabels } from "./near-label.js";

const warn = (label: string, kind = "Namespace") => {
  const text = `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: a\n  labels:\n    ${JSON.stringify(label)}: x\n`;
  const [document] = readManifests(text);
  if (document?.kind !== "object") throw new Error("it is an object");
  return warnOfNearLabels(document, "a.yaml");
};

test.each<[label: string, hint: string]>([
  ["pod-security.kubernetes.io/enforc", ", the nearest is `pod-security.kubernetes.io/enforce`"],
  ["pod-securty.kubernetes.io/warn", ", the nearest is `pod-security.kubernetes.io/warn`"],
  ["pod-security.kubernetes.io/exempt-all", ""],
  ["security.deckhouse.io/pod-polcy", ", the nearest is `security.deckhouse.io/pod-policy`"],
])("the label `%s` of a Namespace says nothing", (label, hint) => {
  expect(warn(label)).toMatchObject([
    {
      file: "a.yaml",
      line: 6,
      column: 5,
      severity: "warning",
      code: "unknown-label",
      message: `\`${label}\` says nothing about standards${hint}`,
    },
  ]);
  expect(warn(label, "Pod")).toEqual([]);
});

test.each([
  "pod-security.kubernetes.io/enforce",
  "pod-security.kubernetes.io/audit-version",
  "security.deckhouse.io/pod-policy-action",
  "security.deckhouse.io/trivy-provider",
  "kubernetes.io/metadata.name",
  "team",
])("the label `%s` of a Namespace is what it says", (label) => {
  expect(warn(label)).toEqual([]);
});
