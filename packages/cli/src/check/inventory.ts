import { readField, readIdentity } from "./identity.js";
import { isAdmissionPolicy, isGatekeeperPolicy } from "./policy-document.js";
import { readDocuments, type SourceFile } from "./read-file.js";

/** What a rule writes to ask for other objects of the cluster. */
const QUESTION = "data.inventory";

/** Whether a policy asks for other objects than the one that it judges. */
export const asksForOthers = (policy: unknown): boolean => {
  const identity = readIdentity(policy);
  if (isGatekeeperPolicy(identity)) return mentions(policy);
  return isAdmissionPolicy(identity) && hasParameters(policy);
};

/** Parameters of a ValidatingAdmissionPolicy are objects of their own. */
const hasParameters = (policy: unknown): boolean =>
  (readField(readField(policy, "spec"), "paramKind") ?? undefined) !== undefined;

/** Looks for the question in all texts of a document. */
const mentions = (policy: unknown): boolean => {
  const pending: unknown[] = [policy];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value === "string" && value.includes(QUESTION)) return true;
    if (typeof value !== "object" || value === null) continue;
    for (const member of Object.values(value)) if (member !== undefined) pending.push(member);
  }
  return false;
};

/**
 * Reads all objects of files, for policies that ask for them. They are kept in memory for the whole run, so that is not done
 * for others.
 */
export const readInventory = (
  policies: readonly unknown[],
  files: readonly SourceFile[],
): readonly unknown[] | undefined => {
  if (!policies.some(asksForOthers)) return undefined;
  const objects: unknown[] = [];
  for (const file of files) {
    for (const { document } of readDocuments(file)) if (document?.kind === "object") objects.push(document.value);
  }
  return objects;
};
