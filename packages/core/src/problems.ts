import { formatFieldPath, type TypeFault } from "@ostiary/rules";
import type { Problem } from "./decision.js";
import type { PolicyDocument } from "./policy-kind.js";

/**
 * Describes a wrong type in the object under review. It always refuses: no server would have decoded the object.
 *
 * @param where - what the path is in, if not in the object itself, e.g. `namespace: `
 */
export const describeTypeFault = ({ path, expected, found }: TypeFault, where = ""): Problem => ({
  code: "invalid-type",
  message: `${where}${path.length === 0 ? "" : `\`${formatFieldPath(path)}\`: `}expected ${expected}, found ${found}`,
  path,
  effect: "deny",
});

/** Describes a wrong type in a policy document. */
export const describeDocumentFault = (fault: TypeFault, document: DocumentPlace): Problem => ({
  ...describeTypeFault(fault, nameDocument(document)),
  ...placeOf(document),
});

/** Refuses everything until a policy document is mended. */
export const refuseDocument = (document: DocumentPlace, code: string, message: string): Problem => ({
  code,
  message: `${nameDocument(document)}${message}`,
  ...placeOf(document),
  effect: "deny",
});

/** Where a policy document comes from: its place in the list, or `undefined` for one given as an option. */
type DocumentPlace = Pick<PolicyDocument, "index">;

const nameDocument = ({ index }: DocumentPlace): string =>
  index === undefined ? "settings: " : `policy document ${index}: `;

const placeOf = ({ index }: DocumentPlace): { readonly document?: number } =>
  index === undefined ? {} : { document: index };
