import type { Body, Import, Literal, Module, Rule } from "./ast.js";
import { FormatWriter } from "./format-writer.js";
import { printTerm } from "./print-term.js";
import { sourceLayout } from "./source-layout.js";
import { type Layout, TermPrinter } from "./term-printer.js";
import { joinLines, type TextLines, textLine } from "./text-lines.js";

/** Bodies longer than this get braces and lines of their own. */
const longestLine = 100;

/** What the parts of a module are printed with. */
interface Context {
  readonly module: Module;
  readonly writer: FormatWriter;
  readonly layout: Layout;
  readonly printer: TermPrinter;
}

/**
 * Prints a module in canonical form: tabs, one literal on a line, comments where they were; collections, calls and comprehensions
 * have lines of their own where they had them. Parsing the text gives the same module.
 */
export function formatModule(module: Module): string {
  const writer = new FormatWriter(module.comments);
  const layout = sourceLayout(module.source);
  const context: Context = { module, writer, layout, printer: new TermPrinter(layout) };
  writer.commentsBefore(module.package.location.row);
  writer.line(`package ${formatPackage(module.package.path)}`, module.package.location.row);
  formatImports(module.imports, writer);
  let previous: Rule | undefined;
  for (const rule of module.rules) {
    if (previous === undefined || !isGroup(previous, rule, module)) writer.blank();
    writer.commentsBefore(rule.location.row);
    formatRule(rule, context);
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

/** The head up to its `if`. */
function formatHead(rule: Rule, { module, printer }: Context): TextLines {
  const { reference, args, key, value, assign } = rule.head;
  const { location } = rule;
  const isV0Set = key !== undefined && !rule.usesContains;
  const call = { kind: "call", operator: reference, args: args ?? [], location: reference.location } as const;
  const name = args === undefined ? printer.term(reference) : printer.term(call);
  const operator = assign || module.version !== "v0" ? ":=" : "=";
  // Before a body the value `true` goes without saying.
  const isTold = value?.kind === "scalar" && value.value === true && !hasNoBody(rule);
  const isWritten = value !== undefined && !isTold;
  return joinLines(
    textLine(rule.isDefault ? "default " : "", location.row),
    name,
    ...(isV0Set ? [textLine("["), printer.term(key), textLine("]")] : []),
    ...(rule.usesContains && key !== undefined ? [textLine(" contains "), printer.term(key)] : []),
    ...(isWritten ? [textLine(` ${operator} `), printer.term(value)] : []),
  );
}

/** Rules of one literal on lines that follow each other stay together. */
const isGroup = (previous: Rule, rule: Rule, module: Module): boolean =>
  canStandInGroup(previous, module) && canStandInGroup(rule, module) && rule.location.row === previous.location.row + 1;

function canStandInGroup({ body, head, isDefault, usesContains, usesIf }: Rule, { version }: Module): boolean {
  const isV0Set = head.key !== undefined && !usesContains;
  return body.length <= 1 && !isDefault && !isV0Set && (version !== "v0" || usesIf);
}

/** A body of `true` is left out, as if it had not been written. */
const hasNoBody = (rule: Rule): boolean =>
  rule.generatedBody === true ||
  rule.isDefault ||
  (rule.else === undefined && rule.body.length === 1 && isTrue(rule.body[0]));

const isTrue = (literal: Literal | undefined): boolean =>
  literal?.expression.kind === "scalar" &&
  literal.expression.value === true &&
  !literal.negated &&
  literal.modifiers.length === 0;

/** `head if literal` when that is short and nothing in it needs braces. */
function oneLine(rule: Rule, context: Context): TextLines | undefined {
  const [only] = rule.body;
  if (!rule.usesIf || only === undefined || rule.body.length !== 1) return undefined;
  const { kind } = only.expression;
  if (kind === "every" || kind === "set" || kind === "object" || kind === "comprehension") return undefined;
  const lines = joinLines(formatHead(rule, context), textLine(" if "), context.printer.literal(only));
  const isOnHeadLine = only.location.row === rule.location.row;
  return lines.length === 1 && lines[0].text.length <= longestLine && isOnHeadLine ? lines : undefined;
}

function formatRule(rule: Rule, context: Context): void {
  const { writer } = context;
  const { row } = rule.location;
  if (hasNoBody(rule)) {
    writer.lines(formatHead(rule, context), row);
    return;
  }
  const short = rule.else === undefined ? oneLine(rule, context) : undefined;
  if (short !== undefined) {
    writer.lines(short, row);
    return;
  }
  writer.lines(joinLines(formatHead(rule, context), textLine(rule.usesIf ? " if {" : " {")), row);
  formatBody(rule.body, context);
  let branch = rule.else;
  for (; branch !== undefined; branch = branch.else) formatElse(branch, context);
  writer.closeBrace(context.layout.endRow(rule.location));
}

function formatElse(branch: Rule, context: Context): void {
  const { module, writer, printer } = context;
  const { value, generatedValue, assign } = branch.head;
  const operator = assign || module.version !== "v0" ? ":=" : "=";
  const isWritten = value !== undefined && generatedValue !== true;
  const { row } = branch.location;
  const start: TextLines = [{ text: "} else", indent: 0, row, isClosing: true }];
  const head = isWritten ? joinLines(start, textLine(` ${operator} `), printer.term(value)) : start;
  if (branch.generatedBody === true) {
    writer.lines(head, row);
    writer.endsWithoutBrace();
    return;
  }
  writer.lines(joinLines(head, textLine(branch.usesIf ? " if {" : " {")), row);
  formatBody(branch.body, context);
}

function formatBody(body: Body, context: Context): void {
  const { writer } = context;
  writer.indented(() => {
    for (const literal of body) {
      writer.commentsBefore(literal.location.row);
      formatLiteral(literal, context);
    }
  });
}

function formatLiteral(literal: Literal, context: Context): void {
  const { writer, printer } = context;
  const { expression, location, modifiers } = literal;
  if (expression.kind !== "every") {
    writer.lines(printer.literal(literal), location.row);
    return;
  }
  writer.lines(joinLines(printer.everyHead(expression), textLine(" {")), location.row);
  formatBody(expression.body, context);
  const end = context.layout.endRow(location);
  const brace: TextLines = [{ text: "}", indent: 0, row: end, isClosing: true }];
  writer.lines(joinLines(brace, ...printer.modifiers(modifiers)), end);
}
