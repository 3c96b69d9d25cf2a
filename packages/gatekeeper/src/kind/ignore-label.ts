import type { FieldPath } from "@ostiary/core";
import { ObjectView, Reading } from "@ostiary/rules";
import type { AdmissionRequest } from "../engine/admission-request.js";
import type { ExemptNamespaces } from "./gatekeeper-options.js";

/** The label with which Gatekeeper's webhooks are not asked about anything in a Namespace. */
const IGNORE_LABEL = "admission.gatekeeper.sh/ignore";

/** Why a Namespace is refused. */
export interface IgnoreLabelRefusal {
  readonly message: string;
  readonly path: FieldPath;
  readonly value: string;
}

/**
 * Whether a request puts the label on a Namespace that may not carry it: there is a webhook for that alone.
 *
 * @source gatekeeper, pkg/webhook/namespacelabel.go
 */
export const refuseIgnoreLabel = (
  { operation, kind, object }: AdmissionRequest,
  { names = [], prefixes = [], suffixes = [] }: ExemptNamespaces,
): IgnoreLabelRefusal | undefined => {
  if (operation === "DELETE" || kind.group !== "" || kind.kind !== "Namespace") return undefined;
  const metadata = ObjectView.root(new Reading(), object, []).object("metadata");
  const value = metadata.stringMap("labels").get(IGNORE_LABEL);
  const name = metadata.string("name") ?? "";
  const isExempt =
    names.includes(name) ||
    prefixes.some((prefix) => name.startsWith(prefix)) ||
    suffixes.some((suffix) => name.endsWith(suffix));
  if (value === undefined || isExempt) return undefined;
  const message = `Only exempt namespace can have the ${IGNORE_LABEL} label`;
  return { message, path: ["metadata", "labels", IGNORE_LABEL], value };
};
