import { jsonText, type Value } from "@ostiary/rego";

/** A node of a syntax tree. */
type Node = Readonly<Record<string, Value>>;

/** Members of nodes in the order in which they are told, with their names where these say something. */
const MEMBERS: readonly string[] = [
  "path",
  "ref",
  "args",
  "target",
  "key",
  "value",
  "symbols",
  "domain",
  "term",
  "terms",
  "parts",
  "not",
  "head",
  "body",
  "with",
  "else",
];

/** Members whose items stand under a word of their own. */
const TITLED: ReadonlySet<string> = new Set(["ref", "args", "head", "body", "with", "else", "not", "symbols"]);

/** A syntax tree as indented text, in the manner of `opa parse`: a blank for each level. */
export const treeText = (tree: Value): string => {
  if (!isNode(tree)) return "module\n";
  const imports = itemsOf(tree["imports"]).flatMap((item) => (isNode(item) ? importLines(item) : []));
  const rules = itemsOf(tree["rules"]).flatMap((rule) => [
    isDefault(rule) ? " default rule" : " rule",
    ...members(rule, 2),
  ]);
  const path = terms(isNode(tree["package"]) ? tree["package"]["path"] : [], 3);
  return `${["module", " package", "  ref", ...path, ...imports, ...rules].join("\n")}\n`;
};

const importLines = ({ path, alias }: Node): readonly string[] => [
  " import",
  ...terms(path, 2),
  ...(typeof alias === "string" ? [`  ${alias}`] : []),
];

const isNode = (value: Value | undefined): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const itemsOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

const isDefault = (rule: Value): boolean => isNode(rule) && rule["default"] === true;

const pad = (depth: number): string => " ".repeat(depth);

/** Whatever stands in a place: a term, a literal, several of them. */
function terms(value: Value | undefined, depth: number): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => terms(item, depth));
  if (!isNode(value)) return [];
  if (typeof value["index"] === "number") {
    const negated = value["negated"] === true ? "negated " : "";
    return [`${pad(depth)}expr ${negated}index=${value["index"]}`, ...members(value, depth + 1)];
  }
  return typeof value["type"] === "string" ? term(value["type"], value["value"], depth) : members(value, depth);
}

const SCALARS: ReadonlySet<string> = new Set(["null", "boolean", "number", "string"]);

function term(type: string, value: Value | undefined, depth: number): readonly string[] {
  if (type === "var") return [`${pad(depth)}${String(value)}`];
  if (SCALARS.has(type) && value !== undefined) return [`${pad(depth)}${jsonText(value)}`];
  return [`${pad(depth)}${type}`, ...terms(value, depth + 1)];
}

function members(value: Value, depth: number): readonly string[] {
  if (!isNode(value)) return [];
  return MEMBERS.flatMap((name) => {
    const member = value[name];
    if (member === undefined || member === null) return [];
    return TITLED.has(name) ? [`${pad(depth)}${name}`, ...terms(member, depth + 1)] : terms(member, depth);
  });
}
