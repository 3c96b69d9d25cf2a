import {
  convertToV1,
  type Diagnostic,
  formatModule,
  jsonText,
  type Module,
  parseModule,
  syntaxTree,
} from "@ostiary/rego";
import { errorOf, type OutputError, problemError } from "./output-error.js";

/** A formatted policy, or why there is none. */
export type Formatting =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly errors: readonly OutputError[] };

/** How a policy is read, and written: `v0-to-v1` writes one of v0 as one that both versions read alike. */
export type FormatMode = "v0" | "v1" | "v0-to-v1";

/** Formats a policy; a result that would not be the same policy, comments included, is an error. */
export const formatPolicy = (source: string, file: string, mode: FormatMode): Formatting => {
  const version = mode === "v1" ? "v1" : "v0";
  const module = parseModule(source, { file, version });
  if (!module.ok) return fail(module.errors);
  if (mode !== "v0-to-v1") return verify(module.value, formatModule(module.value), version);
  const converted = convertToV1(module.value);
  const text = formatModule(converted);
  // Errors are those of the text that v1 would read.
  const asV1 = parseModule(text, { file: `${file} (as v1)`, version: "v1" });
  return asV1.ok ? verify(converted, text, "v0") : fail(asV1.errors);
};

const verify = (module: Module, text: string, version: "v0" | "v1"): Formatting => {
  const again = parseModule(text, { file: module.file, version });
  if (again.ok && isSame(module, again.value)) return { ok: true, text };
  const message = `${module.file}: the formatted policy would not be the same: a defect of ostiary`;
  return { ok: false, errors: [problemError(message)] };
};

const fail = (errors: readonly Diagnostic[]): Formatting => ({ ok: false, errors: errors.map(errorOf) });

const isSame = (left: Module, right: Module): boolean =>
  treeOf(left) === treeOf(right) && commentsOf(left) === commentsOf(right);

/** In v1 the two signs of a head mean the same: formatting chooses one. */
const treeOf = (module: Module): string =>
  jsonText(syntaxTree({ ...module, comments: [] })).replaceAll('"assign":true,', "");

const commentsOf = ({ comments }: Module): string => JSON.stringify(comments.map(({ text }) => text.trimEnd()));
