import type { ObjectDocument } from "@ostiary/manifests";
import type { FileProblem } from "@ostiary/report";
import { isNearly } from "../explain/edit-distance.js";
import { type Identity, readIdentity } from "./identity.js";
import { isForeignConfiguration, isPolicy, POLICY_GROUPS, placeIn } from "./policy-document.js";

/** Warns of an object that is nearly a policy: what is misspelt is an object like any other. */
export const warnOfNearPolicy = (document: ObjectDocument, file: string): FileProblem | undefined => {
  const identity = readIdentity(document.value);
  const meant = nearestPolicy(identity);
  if (meant === undefined) return undefined;
  const message = `\`${identity.apiVersion}\` \`${identity.kind}\` is no policy, the nearest is ${meant}`;
  return { ...placeIn(document, file, ["kind"]), severity: "warning", code: "unknown-policy", message };
};

/**
 * The policy that somebody may have meant whose object is nearly one: it would be an object like any other, and nothing would be
 * enforced.
 *
 * @returns its kind with its group, e.g. `SecurityPolicyException` of `deckhouse.io`; `undefined` for a policy, and for what is none
 */
const nearestPolicy = (identity: Identity): string | undefined => {
  if (isPolicy(identity) || isForeignConfiguration(identity)) return undefined;
  const [group = "", version] = identity.apiVersion.split("/");
  if (version === undefined) return undefined;
  const near = POLICY_GROUPS.find(({ name }) => isNearly(group, name));
  if (near === undefined) return undefined;
  if (near.kinds === undefined) return `kind of \`${near.name}\``;
  const kind = near.kinds.find((known) => isNearly(identity.kind, known));
  return kind === undefined ? undefined : `\`${kind}\` of \`${near.name}\``;
};
