import type { Json } from "@ostiary/core";
import { goQuote, groupOf, ObjectView, Reading } from "@ostiary/rules";
import { isExpansionTemplate } from "../expansion/read-expansion-templates.js";
import { fail, type Outcome, succeed } from "../outcome.js";
import type { SuiteFiles } from "./suite-files.js";
import { isConstraintTemplate, templateDecodingFault } from "./template-decoding.js";

const quoteName = (files: SuiteFiles, path: string): string => goQuote(files.name(path));

/** Reads the template of a test. */
export const readSuiteTemplate = (files: SuiteFiles, path: string): Outcome<Json> => {
  if (path === "") return fail("invalid-suite", "invalid Suite: missing template");
  const name = quoteName(files, path);
  const read = files.readOne(path);
  if (!read.ok) {
    const what =
      read.error.code === "unreadable"
        ? "reading ConstraintTemplate from"
        : "adding template: parsing ConstraintTemplate YAML from";
    return fail("unreadable", `${what} ${name}: ${read.error.message}`);
  }
  const fault = isConstraintTemplate(read.value) ? templateDecodingFault(read.value) : "not a ConstraintTemplate";
  return fault === undefined ? read : fail("invalid-template", `path ${name}: ${fault}`);
};

/** Reads the constraint of a test. */
export const readSuiteConstraint = (files: SuiteFiles, path: string): Outcome<Json> => {
  if (path === "") return fail("invalid-suite", "invalid Suite: missing constraint");
  const read = files.readOne(path);
  if (!read.ok) {
    const what =
      read.error.code === "unreadable" ? "reading Constraint from" : "adding constraint: parsing Constraint from";
    return fail("unreadable", `${what} ${quoteName(files, path)}: ${read.error.message}`);
  }
  const { group } = kindOf(read.value);
  return group === "constraints.gatekeeper.sh" ? read : fail("not-a-constraint", "not a Constraint");
};

/** Reads the ExpansionTemplates of a test: all objects of a file. */
export const readSuiteExpansions = (files: SuiteFiles, path: string): Outcome<readonly Json[]> => {
  const name = quoteName(files, path);
  const read = files.readAll(path);
  if (!read.ok) {
    const { code, message } = read.error;
    const what = code === "unreadable" ? `reading ExpansionTemplate from ${name}` : `reading ${name}: invalid yaml`;
    return fail("unreadable", `${what}: ${message}`);
  }
  const isAll = read.value.length > 0 && read.value.every((object) => isExpansionTemplate(kindOf(object)));
  return isAll ? read : fail("not-an-expansion", `not an Expansion Template: ${name}`);
};

/** Reads the objects of a file, of which there must be one at least. */
export const readSuiteObjects = (files: SuiteFiles, path: string): Outcome<readonly Json[]> => {
  const name = quoteName(files, path);
  const read = files.readAll(path);
  if (!read.ok) {
    const { code, message } = read.error;
    return fail("unreadable", code === "unreadable" ? message : `reading ${name}: invalid yaml: ${message}`);
  }
  if (read.value.length > 0) return succeed(read.value);
  return fail("no-objects", `missing objects: path ${name} defines no YAML objects`);
};

const kindOf = (object: Json): { readonly group: string; readonly kind: string } => {
  const view = ObjectView.root(new Reading(), object, []);
  return { group: groupOf(view.string("apiVersion") ?? ""), kind: view.string("kind") ?? "" };
};
