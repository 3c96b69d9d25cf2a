import type { Json } from "@ostiary/core";
import { groupOf, ObjectView, Reading } from "@ostiary/rules";
import { isTooDeep } from "../mutation/value-depth.js";
import { decodeTemplate } from "../template/template-document.js";

const GROUP = "templates.gatekeeper.sh";
const KIND = "ConstraintTemplate";

/** Whether an object is a ConstraintTemplate, of whatever version. */
export const isConstraintTemplate = (object: unknown): boolean => {
  const view = ObjectView.root(new Reading(), object, []);
  return groupOf(view.string("apiVersion") ?? "") === GROUP && view.string("kind") === KIND;
};

/**
 * Why a ConstraintTemplate cannot even be decoded, in gator's words: a version that nobody knows, a field of a wrong type. One
 * that nests too deeply is left to whoever loads it.
 *
 * @source gatekeeper, pkg/gator/reader/read_resources.go, ToTemplate
 */
export const templateDecodingFault = (object: unknown): string | undefined => {
  // Documents are JSON.
  const document = object as Json;
  const decoded = isTooDeep(document) ? undefined : decodeTemplate(document);
  if (decoded === undefined || decoded.ok) return undefined;
  const { code, message } = decoded.error;
  return `${code === "unconvertible" ? "unable to convert" : "adding"} template: ${message}`;
};
