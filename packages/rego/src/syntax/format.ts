import type { Body, Import, Literal, Module, Rule, Term } from "./ast.js";
import { FormatWriter } from "./format-writer.js";
import { printLiteral, printTerm } from "./print-term.js";

/** Bodies longer than this get braces and lines of their own. */
const longestLine = 100;

/**
 * Prints a module in canonical form: tabs, one literal on a line, comments where they were. Parsing the text gives the same
 * module.
 */
export function formatModule(module: Module): string {
  const writer = new FormatWriter(module.comments);
  writer.commentsBefore(module.package.location.row);
  writer.line(`package ${formatPackage(module.package.path)}`, module.package.location.row);
  formatImports(module.imports, writer);
  let previous: Rule | undefined;
  for (const rule of module.rules) {
    const isGrouped = previous !== undefined && isOneLine(previous, module) && isOneLine(rule, module);
    const isSameName = previous !== undefined && printHeadName(previous) === printHeadName(rule);
    if (!(isGrouped && isSameName)) writer.blank();
    writer.commentsBefore(rule.location.row);
    formatRule(rule, module, writer);
    previous = rule;
  }
  writer.remainingComments();
  return writer.text();
}

const formatPackage = ([first = "", ...rest]: readonly string[]): string =>
  first + rest.map((part) => (isName(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("");

const isName = (text: string): boolean => /^[A-Za-z_]\w*$/.test(text);

function formatImports(imports: readonly Import[], writer: FormatWriter): void {
  if (imports.length > 0) writer.blank();
  for (const { path, alias, location } of imports) {
    writer.commentsBefore(location.row);
    writer.line(`import ${printTerm(path)}${alias === undefined ? "" : ` as ${alias}`}`, location.row);
  }
}

const printHeadName = (rule: Rule): string => printTerm(rule.head.reference);

/** The head with `if`, where the module's version has it. */
function formatHead(rule: Rule, module: Module): string {
  const { reference, args, key, value, assign, generatedValue } = rule.head;
  const isV0Set = key !== undefined && !rule.usesContains;
  const name = printTerm(reference) + (isV0Set ? `[${printTerm(key)}]` : "");
  const parameters = args === undefined ? "" : `(${args.map(printTerm).join(", ")})`;
  const member = rule.usesContains && key !== undefined ? ` contains ${printTerm(key)}` : "";
  const operator = assign || module.version !== "v0" ? ":=" : "=";
  const isWritten = value !== undefined && generatedValue !== true;
  return name + parameters + member + (isWritten ? ` ${operator} ${printTerm(value)}` : "");
}

function isOneLine(rule: Rule, module: Module): boolean {
  if (rule.else !== undefined) return false;
  return hasNoBody(rule) || (rule.usesIf && rule.body.length === 1 && oneLine(rule, module) !== undefined);
}

const hasNoBody = (rule: Rule): boolean => rule.generatedBody === true || rule.isDefault;

/** `head if literal` when that is short and nothing in it needs braces. */
function oneLine(rule: Rule, module: Module): string | undefined {
  const [only] = rule.body;
  if (!rule.usesIf || only === undefined || rule.body.length !== 1) return undefined;
  const { kind } = only.expression;
  if (kind === "every" || kind === "set" || kind === "object" || kind === "comprehension") return undefined;
  const text = `${formatHead(rule, module)} if ${printLiteral(only)}`;
  const isOnHeadLine = only.location.row === rule.location.row;
  return text.length <= longestLine && isOnHeadLine ? text : undefined;
}

function formatRule(rule: Rule, module: Module, writer: FormatWriter): void {
  const { row } = rule.location;
  if (hasNoBody(rule)) {
    writer.line(`${rule.isDefault ? "default " : ""}${formatHead(rule, module)}`, row);
    return;
  }
  const short = rule.else === undefined ? oneLine(rule, module) : undefined;
  if (short !== undefined) {
    writer.line(short, row);
    return;
  }
  writer.line(`${formatHead(rule, module)} ${rule.usesIf ? "if " : ""}{`, row);
  formatBody(rule.body, writer);
  let branch = rule.else;
  for (; branch !== undefined; branch = branch.else) formatElse(branch, module, writer);
  writer.closeBrace();
}

function formatElse(branch: Rule, module: Module, writer: FormatWriter): void {
  const { value, generatedValue, assign } = branch.head;
  const operator = assign || module.version !== "v0" ? ":=" : "=";
  const written = value === undefined || generatedValue === true ? "" : ` ${operator} ${printTerm(value)}`;
  if (branch.generatedBody === true) {
    writer.append(`} else${written}`);
    writer.endsWithoutBrace();
    return;
  }
  writer.append(`} else${written} ${branch.usesIf ? "if " : ""}{`);
  formatBody(branch.body, writer);
}

function formatBody(body: Body, writer: FormatWriter): void {
  writer.indented(() => {
    for (const literal of body) {
      writer.commentsBefore(literal.location.row);
      formatLiteral(literal, writer);
    }
  });
}

function formatLiteral(literal: Literal, writer: FormatWriter): void {
  const { expression } = literal;
  if (expression.kind !== "every") {
    writer.line(printLiteral(literal), literal.location.row);
    return;
  }
  const names = [expression.key, expression.value].flatMap((name): readonly Term[] =>
    name === undefined ? [] : [name],
  );
  writer.line(`every ${names.map(printTerm).join(", ")} in ${printTerm(expression.domain)} {`, literal.location.row);
  formatBody(expression.body, writer);
  const modifiers = literal.modifiers.map(({ target, value }) => ` with ${printTerm(target)} as ${printTerm(value)}`);
  writer.line(`}${modifiers.join("")}`, literal.location.row);
}
