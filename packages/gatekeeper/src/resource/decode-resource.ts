import type { Json } from "@ostiary/core";
import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { DEEPEST_VALUE, isTooDeep } from "../mutation/value-depth.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import { goJson } from "../schema/field-error.js";
import { findDecodeFault, type GoType } from "../schema/go-decode.js";

/** A kind that Gatekeeper decodes into a type of its own. */
export interface ResourceKind {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly string[];
  /** The type of a version; without one only the kind is looked at. */
  readonly type?: (version: string) => GoType;
}

/** What there is to decode when a request holds no object. */
const NOTHING = "couldn't get version/kind; json parse error: unexpected end of JSON input";

/** Decodes an object of any kind, which has to say so. */
export const decodeKind = (object: Json): Outcome<ObjectView> => {
  if (object === null) return fail("undecodable", NOTHING);
  if (isTooDeep(object)) return fail("undecodable", `nests deeper than ${DEEPEST_VALUE} levels`);
  const view = ObjectView.root(new Reading(), object, []);
  const isTyped = (view.string("kind") ?? "") !== "";
  return isTyped ? succeed(view) : fail("undecodable", `Object 'Kind' is missing in '${goJson(object)}'`);
};

/**
 * Decodes a resource as the webhook does, and says in its words why that fails.
 *
 * @param kinds - those of its groups that Gatekeeper knows
 * @source k8s.io/apimachinery, pkg/runtime/serializer/json
 */
export const decodeResource = (object: Json, kinds: readonly ResourceKind[]): Outcome<ObjectView> => {
  const typed = decodeKind(object);
  if (!typed.ok) return typed;
  const view = typed.value;
  const kind = view.string("kind") ?? "";
  const apiVersion = view.string("apiVersion") ?? "";
  if (apiVersion === "") return fail("undecodable", `Object 'apiVersion' is missing in '${goJson(object)}'`);
  const version = apiVersion.slice(apiVersion.indexOf("/") + 1);
  const known = kinds.find((entry) => entry.kind === kind && entry.group === groupOf(apiVersion));
  if (known === undefined || !known.versions.includes(version)) {
    const words = `no kind ${goQuote(kind)} is registered for version ${goQuote(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
    return fail("undecodable", words);
  }
  const fault = known.type === undefined ? undefined : findDecodeFault(object, known.type(version));
  return fault === undefined ? succeed(view) : fail("undecodable", fault);
};
