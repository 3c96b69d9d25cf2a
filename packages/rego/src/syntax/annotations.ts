import { certain } from "../value/certain.js";
import type { Annotation, Module, Package, Rule } from "./ast.js";
import { type Diagnostic, diagnose, type Outcome } from "./diagnostic.js";
import type { Location } from "./location.js";
import type { Comment } from "./token.js";

/** Reads the YAML of a metadata block. */
export type YamlReader = (
  text: string,
) => { readonly value: unknown } | { readonly error: string; readonly line: number };

/** Reads the metadata blocks of a module; a host may have none, then they are comments. */
export type Annotator = (module: Module) => Outcome<Module>;

interface Block {
  readonly comments: readonly Comment[];
  readonly start: Comment;
}

const scopes: ReadonlySet<string> = new Set(["rule", "document", "package", "subpackages"]);

/** Reads the `# METADATA` blocks of a module and attaches each to the statement below it. */
export function readAnnotations(module: Module, readYaml: YamlReader): Outcome<Module> {
  const { file, rules } = module;
  const errors: Diagnostic[] = [];
  const annotations: Annotation[] = [];
  const byRule = new Map<Rule, Annotation[]>();
  for (const block of metadataBlocks(module.comments)) {
    const lastRow = block.comments.at(-1)?.row ?? block.start.row;
    const target = statementBelow(lastRow, module.package, rules);
    const parsed = parseBlock(block, file, readYaml, target === "package" ? "package" : "rule");
    if (!parsed.ok) {
      errors.push(...parsed.errors);
      continue;
    }
    annotations.push(parsed.value);
    if (target !== undefined && target !== "package") byRule.set(target, [...(byRule.get(target) ?? []), parsed.value]);
  }
  if (errors.length > 0) return { ok: false, errors };
  const annotated = rules.map((rule): Rule => {
    const own = byRule.get(rule);
    return own === undefined ? rule : { ...rule, annotations: own };
  });
  return { ok: true, value: { ...module, rules: annotated, annotations } };
}

function metadataBlocks(comments: readonly Comment[]): readonly Block[] {
  const blocks: { start: Comment; comments: Comment[] }[] = [];
  let current: { start: Comment; comments: Comment[] } | undefined;
  let previous: Comment | undefined;
  for (const comment of comments) {
    const continues =
      current !== undefined && comment.row === certain(previous, "comment before").row + 1 && comment.column === 1;
    previous = comment;
    if (continues) {
      current?.comments.push(comment);
      continue;
    }
    current = undefined;
    if (comment.column !== 1 || !comment.text.trim().startsWith("METADATA")) continue;
    current = { start: comment, comments: [] };
    blocks.push(current);
  }
  return blocks;
}

function statementBelow(row: number, declared: Package, rules: readonly Rule[]): Rule | "package" | undefined {
  if (declared.location.row > row) return "package";
  return rules.find((rule) => rule.location.row > row);
}

function locationOf(comment: Comment, file: string): Location {
  const { row, column, offset, end } = comment;
  return { file, row, column, offset, end };
}

function parseBlock(
  block: Block,
  file: string,
  readYaml: YamlReader,
  defaultScope: Annotation["scope"],
): Outcome<Annotation> {
  const text = block.comments.map((comment) => `${comment.text.replace(/^ /, "")}\n`).join("");
  const location = locationOf(block.start, file);
  if (text.trim() === "") {
    return { ok: false, errors: [diagnose("rego_parse_error", "expected METADATA block, found whitespace", location)] };
  }
  const read = readYaml(text);
  if ("error" in read) {
    const comment = certain(block.comments[Math.min(read.line, block.comments.length - 1)], "comment");
    return refuse(comment, read.error, file);
  }
  const misfit = describeMisfit(read.value);
  if (misfit !== undefined) return refuse(certain(block.comments[0], "comment"), misfit, file);
  const raw = isRecord(read.value) ? read.value : {};
  const scope = typeof raw["scope"] === "string" && scopes.has(raw["scope"]) ? raw["scope"] : defaultScope;
  // The membership test above makes the text one of the scopes.
  return { ok: true, value: { scope: scope as Annotation["scope"], fields: annotationFields(raw, scope), location } };
}

function refuse(comment: Comment, message: string, file: string): Outcome<Annotation> {
  const excerpt = [`#${comment.text}`, `${" ".repeat(comment.column - 1)}^`] as const;
  return { ok: false, errors: [{ ...diagnose("rego_parse_error", message, locationOf(comment, file)), excerpt }] };
}

/** What Go's reader says of YAML that is no mapping; undefined: it is one, or there is nothing. */
function describeMisfit(value: unknown): string | undefined {
  if (value === null || isRecord(value)) return undefined;
  const text = String(value);
  const shown = Array.isArray(value)
    ? "!!seq"
    : `${yamlTag(value)} \`${text.length > 10 ? `${text.slice(0, 7)}...` : text}\``;
  return `yaml: unmarshal errors:\n  line 1: cannot unmarshal ${shown} into ast.rawAnnotation`;
}

function yamlTag(value: unknown): string {
  if (typeof value === "string") return "!!str";
  if (typeof value === "boolean") return "!!bool";
  return Number.isInteger(value) ? "!!int" : "!!float";
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields as OPA shows them: empty ones are left out, authors and related resources become objects. */
function annotationFields(raw: Readonly<Record<string, unknown>>, scope: string): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = { scope };
  for (const name of ["title", "description"])
    if (typeof raw[name] === "string" && raw[name] !== "") fields[name] = raw[name];
  if (raw["entrypoint"] === true) fields["entrypoint"] = true;
  for (const name of ["organizations", "schemas"]) if (isFilledList(raw[name])) fields[name] = raw[name];
  if (isFilledList(raw["authors"])) fields["authors"] = raw["authors"].map(authorOf);
  if (isFilledList(raw["related_resources"])) fields["related_resources"] = raw["related_resources"].map(resourceOf);
  for (const name of ["custom", "labels"]) {
    const value = raw[name];
    if (isRecord(value) && Object.keys(value).length > 0) fields[name] = value;
  }
  return fields;
}

const isFilledList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;

function authorOf(author: unknown): unknown {
  if (typeof author !== "string") return author;
  const match = /^(.*?)\s*<(\S*)>$/.exec(author.trim());
  return match === null ? { name: author.trim() } : { name: match[1], email: match[2] };
}

const resourceOf = (resource: unknown): unknown => (typeof resource === "string" ? { ref: resource } : resource);
