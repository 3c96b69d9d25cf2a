import { POD_SECURITY_LABELS } from "@ostiary/core";
import type { ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { isNearly } from "../explain/edit-distance.js";
import { readIdentity } from "./identity.js";
import { isNamespace, readLabels } from "./namespaces.js";
import { placeKeyIn } from "./policy-document.js";

/** Labels of namespaces that say which standards hold there. */
const KNOWN: readonly string[] = [
  ...POD_SECURITY_LABELS,
  "security.deckhouse.io/pod-policy",
  "security.deckhouse.io/pod-policy-action",
  "security.deckhouse.io/enable-security-policy-check",
];
/** Nobody else has labels that begin so. */
const PREFIX = "pod-security.kubernetes.io/";

/** Warns of labels of a Namespace that are nearly such as say which standards hold: a cluster passes over them. */
export const warnOfNearLabels = (document: ObjectDocument, file: string): readonly FileProblem[] => {
  if (!isNamespace(readIdentity(document.value))) return [];
  return Object.keys(readLabels(document.value)).flatMap((label): readonly FileProblem[] => {
    if (KNOWN.includes(label)) return [];
    const near = KNOWN.find((known) => isNearly(label, known));
    if (near === undefined && !label.startsWith(PREFIX)) return [];
    const hint = near === undefined ? "" : `, the nearest is \`${near}\``;
    const message = `\`${label}\` says nothing about standards${hint}`;
    const place = placeKeyIn(document, file, ["metadata", "labels", label]);
    return [{ ...place, severity: "warning", code: "unknown-label", message }];
  });
};
