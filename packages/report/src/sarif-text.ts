import { type FieldPath, formatFieldPath } from "@ostiary/core";
import type { CheckedObject } from "./checked-object.js";
import { titleObject } from "./object-title.js";

/**
 * Writes a text so that nothing in it is taken for a link: in SARIF's messages `[text](place)` is one.
 *
 * @source SARIF 2.1.0, section 3.11.6
 */
export const escapeSarifText = (text: string): string =>
  text.includes("](") ? text.replace(/[[\]\\]/g, "\\$&") : text;

/**
 * Tells results apart that come again in a later run, whatever has moved in the file meanwhile: by the object, the rule and
 * the path.
 */
export const fingerprint = (entry: CheckedObject, rule: string, path: FieldPath = []) => ({
  "ostiary/v1": [entry.apiVersion, titleObject(entry), rule, formatFieldPath(path)].join(" "),
});
