import { certain } from "../value/certain.js";
import type { Annotator } from "./annotations.js";
import { type Body, dottedName, type Import, type Literal, type Module, type Package, type Rule } from "./ast.js";
import { type Diagnostic, diagnose, type Outcome } from "./diagnostic.js";
import { refusesKeywordAsName } from "./keyword-as-name.js";
import { type Location, nowhere } from "./location.js";
import { parseArray, parseSetOrObject } from "./parse-collection.js";
import { activateImport, parseImport, parsePackage } from "./parse-import.js";
import { parseQuery } from "./parse-literal.js";
import { parseRules } from "./parse-rule.js";
import { parseTemplate } from "./parse-template.js";
import type { ParserOptions } from "./parser-options.js";
import { type CompoundTerms, ParserState } from "./parser-state.js";
import { ruleFromQuery } from "./rule-from-query.js";
import { checkRegoV1 } from "./v1-checks.js";

export type Statement =
  | { readonly kind: "package"; readonly package: Package }
  | { readonly kind: "import"; readonly import: Import }
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "query"; readonly query: Body };

/** How modules are parsed. */
export type ModuleOptions = Partial<Omit<ParserOptions, "file" | "version">> & {
  readonly file: string;
  readonly version: "v0" | "v1";
  /** Is the name that of a builtin? A bare call of one is no rule. Default: no name is. */
  readonly isBuiltin?: (name: string) => boolean;
  /** Reads metadata blocks; without it they are ordinary comments. */
  readonly annotate?: Annotator | undefined;
};

const parserOptions = (options: ModuleOptions): ParserOptions => ({
  file: options.file,
  version: options.version,
  maximumDepth: options.maximumDepth ?? 250,
  release: options.release ?? "1.17",
});

const compoundTerms: CompoundTerms = { array: parseArray, setOrObject: parseSetOrObject, template: parseTemplate };

/**
 * Parses a module.
 *
 * @returns The module, or OPA's errors in OPA's order.
 */
export function parseModule(source: string, options: ModuleOptions): Outcome<Module> {
  const parser = new ParserState(source, parserOptions(options), compoundTerms);
  const statements = parseStatements(parser);
  if (parser.errors.length > 0) return { ok: false, errors: [...parser.errors, ...metadataErrors(parser, options)] };
  return assemble(parser, statements, options);
}

/** Parses a query: literals separated by `;` or line breaks, with all keywords of the version. */
export function parseQueryText(source: string, options: ModuleOptions): Outcome<Body> {
  const parser = new ParserState(source, parserOptions(options), compoundTerms);
  const body: Body[number][] = [];
  while (!parser.is("eof")) {
    const query = parseQuery(parser, "eof", "one");
    if (query === undefined) break;
    body.push(...query);
  }
  if (parser.errors.length > 0) return { ok: false, errors: parser.errors };
  return { ok: true, value: body };
}

function parseStatements(parser: ParserState): readonly Statement[] {
  const statements: Statement[] = [];
  while (!parser.is("eof")) {
    const found = parseStatement(parser);
    if (found === undefined) break;
    statements.push(...found);
  }
  return statements;
}

function parseStatement(parser: ParserState): readonly Statement[] | undefined {
  if (refusesKeywordAsName(parser, "rule")) return undefined;
  const checkpoint = parser.save();
  const declared = parsePackage(parser);
  if (declared !== undefined) return [{ kind: "package", package: declared }];
  if (parser.errors.length > 0) return undefined;
  parser.restore(checkpoint);
  const imported = parseImport(parser);
  if (imported !== undefined) {
    activateImport(parser, imported);
    return [{ kind: "import", import: imported }];
  }
  if (parser.errors.length > 0) return undefined;
  parser.restore(checkpoint);
  const rules = parseRules(parser);
  if (rules !== undefined) return rules.map((rule) => ({ kind: "rule", rule }));
  if (parser.errors.length > 0) return undefined;
  parser.restore(checkpoint);
  const query = parseQuery(parser, "eof", "one");
  return query === undefined ? undefined : [{ kind: "query", query }];
}

function assemble(parser: ParserState, statements: readonly Statement[], options: ModuleOptions): Outcome<Module> {
  const [first, ...others] = statements;
  if (first === undefined) {
    return { ok: false, errors: [diagnose("rego_parse_error", "empty module", nowhere(options.file))] };
  }
  const errors: Diagnostic[] = [];
  if (first.kind !== "package") errors.push(diagnose("rego_parse_error", "package expected", locationOf(first)));
  const { imports, rules } = sortStatements(parser, others, options, errors);
  const version = versionOf(options.version, imports);
  if (version !== "v0") errors.push(...rules.flatMap(checkRegoV1));
  if (errors.length === 0 && first.kind === "package") {
    return finish(parser, first.package, { imports, rules, version }, options);
  }
  const inMetadata = metadataErrors(parser, options);
  return { ok: false, errors: inMetadata.length > 0 ? inMetadata : errors };
}

function sortStatements(
  parser: ParserState,
  statements: readonly Statement[],
  { isBuiltin = () => false }: ModuleOptions,
  errors: Diagnostic[],
): Pick<Module, "imports" | "rules"> {
  const imports: Import[] = [];
  const rules: Rule[] = [];
  for (const statement of statements) {
    if (statement.kind === "import") imports.push(statement.import);
    if (statement.kind === "rule") rules.push(statement.rule);
    if (statement.kind === "package") {
      errors.push(diagnose("rego_parse_error", "unexpected package", statement.package.location));
    }
    if (statement.kind === "query") {
      const interpretation = ruleFromQuery(statement.query, isBuiltin);
      if ("rule" in interpretation) rules.push(interpretation.rule);
      else errors.push(refuseStatement(parser, statement.query, interpretation.error));
    }
  }
  return { imports, rules };
}

/** A statement that is no rule; the newer release says which import the next word is missing. */
function refuseStatement(parser: ParserState, query: Body, message: string): Diagnostic {
  const { location } = firstLiteral(query);
  const isNewer = parser.options.release === "1.22" && parser.options.version === "v0";
  const [, word] = isNewer ? (/^(?:\w+\s+)?(contains|if)\b/.exec(parser.source.slice(location.offset)) ?? []) : [];
  const rules = word === "if" ? "`p if { ... }`" : "`p contains x`";
  const hint = word === undefined ? "" : ` (hint: \`import future.keywords.${word}\` for ${rules} rules)`;
  return diagnose("rego_parse_error", `${message}${hint}`, location);
}

function finish(
  parser: ParserState,
  declared: Package,
  parts: Pick<Module, "imports" | "rules" | "version">,
  options: ModuleOptions,
): Outcome<Module> {
  const module = moduleOf(parser, declared, parts, options);
  return options.annotate === undefined ? { ok: true, value: module } : options.annotate(module);
}

const moduleOf = (
  parser: ParserState,
  declared: Package,
  parts: Pick<Module, "imports" | "rules" | "version">,
  { file }: ModuleOptions,
): Module => ({
  ...parts,
  file,
  source: parser.source,
  package: declared,
  annotations: [],
  comments: parser.comments,
  negatesWhole: parser.activeKeywords.has("not {"),
});

/** What is wrong with the metadata of a module that does not parse. */
function metadataErrors(parser: ParserState, options: ModuleOptions): readonly Diagnostic[] {
  const nothing: Package = { path: [], location: nowhere(options.file) };
  const { version } = options;
  const annotated = options.annotate?.(moduleOf(parser, nothing, { imports: [], rules: [], version }, options));
  return annotated?.ok === false ? annotated.errors : [];
}

function locationOf(statement: Exclude<Statement, { kind: "package" }>): Location {
  if (statement.kind === "import") return statement.import.location;
  return statement.kind === "rule" ? statement.rule.location : firstLiteral(statement.query).location;
}

const firstLiteral = (query: Body): Literal => certain(query[0], "literal");

function versionOf(version: "v0" | "v1", imports: readonly Import[]): Module["version"] {
  if (version === "v1") return "v1";
  return imports.some((entry) => dottedName(entry.path) === "rego.v1") ? "v0-compatible" : "v0";
}
