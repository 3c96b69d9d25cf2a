import { certain } from "../value/certain.js";
import { dottedName, type Import, type Package, type Reference, rootName, type Term } from "./ast.js";
import type { Location } from "./location.js";
import { parseTerm, termKindName } from "./parse-term.js";
import type { ParserState } from "./parser-state.js";
import { printTerm } from "./print-term.js";
import { futureKeywords, keywords } from "./token.js";

const importableKeywords: readonly string[] = [...futureKeywords, "not"].sort();
const newerKeywords: readonly string[] = [...importableKeywords, "and", "or"].sort();

/** Reads `package a.b["c"]`; `undefined` without errors: something else stands here. */
export function parsePackage(parser: ParserState): Package | undefined {
  if (!parser.is("package")) return undefined;
  const start = parser.location;
  if (!beginPath(parser)) return undefined;
  const term = parseTerm(parser);
  if (term === undefined) return undefined;
  if (term.kind === "variable") return { path: [term.name], location: start };
  if (term.kind !== "reference") {
    parser.illegal();
    return undefined;
  }
  const { head } = term;
  if (head.kind !== "variable") {
    parser.error(`unexpected ${termKindName(head)} token: expecting var`, head.location);
    return undefined;
  }
  const parts = stringParts(parser, term);
  return parts === undefined ? undefined : { path: [head.name, ...parts], location: start };
}

/** Goes to the first name of a path; a keyword may stand there. */
function beginPath(parser: ParserState): boolean {
  parser.scanOverNothing();
  if (parser.is(".") || parser.is("[")) return false;
  if (parser.is("whitespace")) parser.scan();
  if (parser.is("identifier")) return true;
  if (parser.isKeywordForReference(parser.kind)) {
    parser.kind = "identifier";
    return true;
  }
  parser.illegal();
  return false;
}

function stringParts(parser: ParserState, { path }: Reference): readonly string[] | undefined {
  const parts: string[] = [];
  for (const part of path) {
    if (part.kind !== "scalar" || typeof part.value !== "string") {
      parser.error(`unexpected ${termKindName(part)} token: expecting string`, part.location);
      return undefined;
    }
    parts.push(part.value);
  }
  return parts;
}

/** Reads `import data.a.b as c`; `undefined` without errors: something else stands here. */
export function parseImport(parser: ParserState): Import | undefined {
  if (!parser.is("import")) return undefined;
  const start = parser.location;
  if (!beginPath(parser)) return undefined;
  const path = parsePath(parser);
  if (path === undefined) return undefined;
  const root = rootName(path);
  if (!["data", "future", "input", "rego"].includes(root)) {
    parser.hint("if this is unexpected, try updating OPA");
    parser.error(
      `unexpected import path, must begin with one of: {data, future, input, rego}, got: ${printTerm(path.head)}`,
      path.location,
    );
    return undefined;
  }
  if (parser.is("as")) return parseAlias(parser, { path, location: start });
  checkLastPart(parser, path, root);
  return { path, location: start };
}

/** What `import future.keywords…` may name is a name in paths, and so is the word after the path, which is read with it. */
const keywordsOfPaths: ReadonlySet<string> = new Set([...keywords].filter((word) => word !== "not"));

function parsePath(parser: ParserState): Reference | undefined {
  const term = parser.withKeywords(keywordsOfPaths, () => parseTerm(parser));
  if (term?.kind === "variable") return { kind: "reference", head: term, path: [], location: term.location };
  if (term?.kind !== "reference") {
    parser.error("expected path");
    return undefined;
  }
  return stringParts(parser, term) === undefined ? undefined : term;
}

function parseAlias(parser: ParserState, imported: Import): Import | undefined {
  parser.scan();
  if (!parser.is("identifier")) {
    parser.illegal("expected var");
    return undefined;
  }
  const alias: Term | undefined = parseTerm(parser);
  if (alias?.kind === "variable") return { ...imported, alias: alias.name, aliasLocation: alias.location };
  parser.illegal("expected var");
  return undefined;
}

function checkLastPart(parser: ParserState, path: Reference, root: string): void {
  const last = path.path.at(-1);
  if (root === "future" || last?.kind !== "scalar") return;
  const name = String(last.value);
  const isReserved = keywords.has(name) || (parser.options.version === "v1" && futureKeywords.has(name));
  if (!isReserved) return;
  parser.error(`unexpected import path, must not end with a keyword, got: ${name}`, last.location);
  parser.hint("import a different path or use an alias");
}

/** What `import future.keywords…` and `import rego.v1` do to the rest of the module. */
export function activateImport(parser: ParserState, imported: Import): void {
  const name = certain(dottedName(imported.path), "import path");
  if (name === "rego" || name.startsWith("rego.")) activateRego(parser, imported, name);
  if (name === "future" || name.startsWith("future.")) activateFuture(parser, imported, name);
}

function activateRego(parser: ParserState, imported: Import, name: string): void {
  const isKnown = name === "rego.v1" || (name === "rego.v2" && isNewer(parser));
  if (!isKnown) {
    parser.error(`invalid import \`${name}\`, must be \`rego.v1\``, imported.path.location);
    return;
  }
  if (parser.options.version === "v1" && !isNewer(parser)) return;
  if (imported.alias !== undefined) {
    parser.error("`rego` imports cannot be aliased", placeOfAlias(parser, imported));
    return;
  }
  activate(parser, [...futureKeywords]);
}

function activateFuture(parser: ParserState, imported: Import, name: string): void {
  const [, namespace, keyword, ...rest] = name.split(".");
  if (namespace !== "keywords" || rest.length > 0) {
    parser.error("invalid import, must be `future.keywords`", imported.path.location);
    return;
  }
  if (imported.alias !== undefined) {
    parser.error("`future` imports cannot be aliased", placeOfAlias(parser, imported));
    return;
  }
  if (keyword === undefined) {
    activate(parser, isNewer(parser) ? importableKeywords : [...futureKeywords]);
    return;
  }
  if (!importableKeywords.includes(keyword)) {
    parser.error(
      `unexpected keyword, must be one of [${(isNewer(parser) ? newerKeywords : importableKeywords).join(" ")}]`,
      imported.path.location,
    );
    return;
  }
  const isForAll = keyword === "not" && !isNewer(parser);
  activate(parser, isForAll ? importableKeywords : withCompanions(keyword));
}

const withCompanions = (keyword: string): readonly string[] => (keyword === "every" ? ["every", "in"] : [keyword]);

const isNewer = (parser: ParserState): boolean => parser.options.release === "1.22";

const placeOfAlias = (parser: ParserState, { path, aliasLocation }: Import): Location =>
  isNewer(parser) && aliasLocation !== undefined ? aliasLocation : path.location;

/** `not` is a keyword already; importing it means that blocks may be negated. */
function activate(parser: ParserState, words: readonly string[]): void {
  const active = words.map((word) => (word === "not" ? "not {" : word));
  parser.activeKeywords = new Set([...parser.activeKeywords, ...active]);
  // The token after the path is read already; the newer release reads it anew.
  if (isNewer(parser)) parser.reclassify();
}
