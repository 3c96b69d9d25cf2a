import { isFields, isList, ownField, type WorkingFields, type WorkingValue } from "../mutation/working-value.js";
import { textField } from "./group-version-kind.js";

/**
 * The owners of an object that is made of another one: its own, and the other one unless it is among them.
 *
 * @param references - what the object has as `ownerReferences`
 * @returns `undefined` to leave them as they are
 * @source gatekeeper, pkg/expansion/system.go, ensureOwnerReference
 */
export const addOwner = (
  references: WorkingValue | undefined,
  parent: { readonly apiVersion: string; readonly kind: string; readonly name: string },
): WorkingValue | undefined => {
  const { apiVersion, kind, name } = parent;
  if (apiVersion === "" || kind === "" || name === "") return undefined;
  const owners = readOwners(references);
  const isOwner = owners.some(
    (owner) => owner["apiVersion"] === apiVersion && owner["kind"] === kind && owner["name"] === name,
  );
  return isOwner ? undefined : [...owners, { apiVersion, kind, name, uid: "" }];
};

/** Fields of a wrong type are lost, and one reference that is none makes the whole list be lost. */
const readOwners = (references: WorkingValue | undefined): readonly WorkingFields[] => {
  if (!isList(references)) return [];
  const owners = references.filter(isFields);
  return owners.length === references.length ? owners.map(readOwner) : [];
};

const readOwner = (reference: WorkingFields): WorkingFields => ({
  apiVersion: textField(reference, "apiVersion"),
  kind: textField(reference, "kind"),
  name: textField(reference, "name"),
  uid: textField(reference, "uid"),
  ...booleanField(reference, "controller"),
  ...booleanField(reference, "blockOwnerDeletion"),
});

const booleanField = (reference: WorkingFields, name: string): WorkingFields => {
  const value = ownField(reference, name);
  return typeof value === "boolean" ? { [name]: value } : {};
};
