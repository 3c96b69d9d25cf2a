import { groupOf } from "@ostiary/rules";
import type { GroupVersionKind } from "../mutation/apply-to.js";
import { ownField, type WorkingFields } from "../mutation/working-value.js";

const NO_KIND: GroupVersionKind = { group: "", version: "", kind: "" };

/**
 * Reads the kind of an object as Gatekeeper does: an `apiVersion` of more than two parts makes the whole kind unknown.
 *
 * @source k8s.io/apimachinery, pkg/apis/meta/v1/unstructured, GroupVersionKind
 */
export const readGroupVersionKind = (object: WorkingFields): GroupVersionKind => {
  const apiVersion = textField(object, "apiVersion");
  const slashes = apiVersion.split("/").length - 1;
  if (slashes > 1) return NO_KIND;
  const group = groupOf(apiVersion);
  const version = apiVersion.slice(slashes === 0 ? 0 : group.length + 1);
  return { group, version, kind: textField(object, "kind") };
};

/** The text in a field; empty for none, and for what is no text. */
export const textField = (object: WorkingFields, name: string): string => {
  const value = ownField(object, name);
  return typeof value === "string" ? value : "";
};

/** Whether nothing is known of a kind. */
export const isEmptyKind = ({ group, version, kind }: GroupVersionKind): boolean => `${group}${version}${kind}` === "";

/** The `apiVersion` of a kind: `apps/v1`, or `v1` for the core group. */
export const apiVersionOf = ({ group, version }: GroupVersionKind): string =>
  group === "" ? version : `${group}/${version}`;

/** Writes a kind as Gatekeeper does: `apps/v1, Kind=Deployment`, and `/v1, Kind=Pod` for the core group. */
export const printGroupVersionKind = ({ group, version, kind }: GroupVersionKind): string =>
  `${group}/${version}, Kind=${kind}`;
