import type { Diagnostic, Module, Value } from "@ostiary/rego";
import { isMembers } from "./merge-documents.js";

/** Rules at whose paths documents stand: OPA's commands refuse them, because the documents could not be reached. */
export const findPathConflicts = (modules: readonly Module[], data: Value): readonly Diagnostic[] => {
  const found = new Map<string, Diagnostic>();
  for (const { package: declared, rules } of modules) {
    for (const { head, location } of rules) {
      const path = [...declared.path, ...namesOf(head.reference)];
      const name = path.join("/");
      if (found.has(name) || !isTaken(path, data)) continue;
      const { file, row, column } = location;
      const message = `conflicting rule for data path ${name} found`;
      found.set(name, { code: "rego_compile_error", message, file, row, column });
    }
  }
  return [...found.values()];
};

type Reference = Module["rules"][number]["head"]["reference"];

/** The name of a rule, and the constant parts behind it. */
const namesOf = ({ head, path }: Reference): readonly string[] => {
  const end = path.findIndex((part) => part.kind !== "scalar" || typeof part.value !== "string");
  const constant = end < 0 ? path : path.slice(0, end);
  const parts = constant.flatMap((part) => (part.kind === "scalar" ? [String(part.value)] : []));
  return [...(head.kind === "variable" ? [head.name] : []), ...parts];
};

/** Whether something stands at a path, or in its way; an empty object is nothing. */
const isTaken = ([key, ...rest]: readonly string[], document: Value | undefined): boolean => {
  if (document === undefined) return false;
  if (!isMembers(document)) return true;
  if (key === undefined) return Object.keys(document).length > 0;
  return Object.hasOwn(document, key) && isTaken(rest, document[key]);
};
