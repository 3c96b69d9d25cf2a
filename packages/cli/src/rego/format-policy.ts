import { type Diagnostic, formatModule, jsonText, type Module, parseModule, syntaxTree } from "@ostiary/rego";
import { errorOf, type OutputError, problemError } from "./output-error.js";

/** A formatted policy, or why there is none. */
export type Formatting =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly errors: readonly OutputError[] };

/** Formats a policy; a result that would not be the same policy, comments included, is an error. */
export const formatPolicy = (source: string, file: string, version: "v0" | "v1"): Formatting => {
  const module = parseModule(source, { file, version });
  if (!module.ok) return fail(module.errors);
  const text = formatModule(module.value);
  const again = parseModule(text, { file, version });
  if (again.ok && isSame(module.value, again.value)) return { ok: true, text };
  return {
    ok: false,
    errors: [problemError(`${file}: the formatted policy would not be the same: a defect of ostiary`)],
  };
};

const fail = (errors: readonly Diagnostic[]): Formatting => ({ ok: false, errors: errors.map(errorOf) });

const isSame = (left: Module, right: Module): boolean =>
  treeOf(left) === treeOf(right) && commentsOf(left) === commentsOf(right);

/** In v1 the two signs of a head mean the same: formatting chooses one. */
const treeOf = (module: Module): string =>
  jsonText(syntaxTree({ ...module, comments: [] })).replaceAll('"assign":true,', "");

const commentsOf = ({ comments }: Module): string => JSON.stringify(comments.map(({ text }) => text.trimEnd()));
