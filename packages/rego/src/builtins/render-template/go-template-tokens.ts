/** A part of a template: text, or the tokens between double braces. */
export type TemplatePiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly tokens: readonly TemplateToken[]; readonly line: number };

/** A token of an action. */
export interface TemplateToken {
  readonly kind: "field" | "variable" | "name" | "string" | "number" | "symbol";
  readonly text: string;
  /** Whether it follows the token before without a space. */
  readonly isAdjacent: boolean;
  /** Where it stands in its line, from 0. */
  readonly column: number;
}

/** Why a template cannot be read or run, in Go's words. */
export class TemplateFault {
  constructor(readonly message: string) {}
}

/** The fault of a line that cannot be read. */
export const syntaxFault = (line: number, problem: string): TemplateFault =>
  new TemplateFault(`template: template:${line}: ${problem}`);

/** Splits a template of Go's `text/template` into text and actions; comments and trimmed spaces are left out. */
export function readPieces(template: string): readonly TemplatePiece[] {
  const pieces: TemplatePiece[] = [];
  let [rest, isTrimmed] = [0, false];
  for (let start = template.indexOf("{{"); start >= 0; start = template.indexOf("{{", rest)) {
    const trimsLeft = /^-[ \t\r\n]/.test(template.slice(start + 2, start + 4));
    addText(pieces, template.slice(rest, start), isTrimmed, trimsLeft);
    const line = lineAt(template, start);
    const first = start + (trimsLeft ? 3 : 2);
    const action = readComment(template, first, line) ?? readAction(template, first, line);
    if (action.tokens !== undefined) pieces.push({ kind: "action", tokens: action.tokens, line });
    [rest, isTrimmed] = [action.end, action.isTrimming];
  }
  addText(pieces, template.slice(rest), isTrimmed, false);
  return pieces;
}

function addText(pieces: TemplatePiece[], text: string, trimsStart: boolean, trimsEnd: boolean): void {
  const start = trimsStart ? text.replace(/^[ \t\r\n]+/, "") : text;
  const trimmed = trimsEnd ? start.slice(0, start.length - (/[ \t\r\n]*$/.exec(start)?.[0].length ?? 0)) : start;
  if (trimmed !== "") pieces.push({ kind: "text", text: trimmed });
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split("\n").length;

interface Action {
  /** Undefined: it is a comment. */
  readonly tokens: readonly TemplateToken[] | undefined;
  readonly end: number;
  readonly isTrimming: boolean;
}

function readComment(template: string, start: number, line: number): Action | undefined {
  const opening = /^\s*\/\*/.exec(template.slice(start, start + 20));
  if (opening === null) return undefined;
  const close = template.indexOf("*/", start);
  if (close < 0) throw syntaxFault(line, "unclosed comment");
  const end = /^(\s+-)?\}\}/.exec(template.slice(close + 2));
  if (end === null) throw syntaxFault(line, "comment ends before closing delimiter");
  return { tokens: undefined, end: close + 2 + end[0].length, isTrimming: end[1] !== undefined };
}

const patterns: readonly (readonly [TemplateToken["kind"] | "space" | "end", RegExp])[] = [
  ["end", /(?:[ \t\r\n]-)?\}\}/y],
  ["space", /[ \t\r\n]+/y],
  ["string", /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'/y],
  ["number", /[+-]?(?:0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/y],
  ["field", /\.[\p{L}_][\p{L}\p{N}_]*/uy],
  ["variable", /\$[\p{L}\p{N}_]*/uy],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["symbol", /:=|[=|(),.]/y],
];

function readAction(template: string, start: number, line: number): Action {
  const tokens: TemplateToken[] = [];
  const lineStart = template.lastIndexOf("\n", start) + 1;
  let [position, isAdjacent] = [start, false];
  while (position < template.length) {
    const [kind, text] = tokenAt(template, position, line);
    position += text.length;
    if (kind === "end") return { tokens, end: position, isTrimming: text.length > 2 };
    const column = position - text.length - lineStart;
    if (kind !== "space") tokens.push({ kind, text, isAdjacent, column });
    isAdjacent = kind !== "space";
  }
  throw syntaxFault(line, "unclosed action");
}

function tokenAt(
  template: string,
  position: number,
  line: number,
): readonly [TemplateToken["kind"] | "space" | "end", string] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const [text] = pattern.exec(template) ?? [];
    if (text !== undefined) return [kind, text];
  }
  const character = String.fromCodePoint(template.codePointAt(position) ?? 0);
  if (character === '"') throw syntaxFault(line, "unterminated quoted string");
  if (character === "`") throw syntaxFault(line, "unterminated raw quoted string");
  throw syntaxFault(line, `unexpected ${JSON.stringify(character)} in command`);
}
