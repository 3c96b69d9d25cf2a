import { isTemplateFunction } from "./go-template-functions.js";
import { readPieces, syntaxFault, type TemplatePiece, type TemplateToken } from "./go-template-tokens.js";
import { GoNumber, type TemplateValue } from "./go-template-values.js";

/** A place in a template, for faults. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

/** What a command consists of. */
export type TemplateOperand =
  | { readonly kind: "dot" | "nil"; readonly source: string }
  | { readonly kind: "variable" | "function"; readonly name: string; readonly source: string }
  | { readonly kind: "literal"; readonly value: TemplateValue; readonly source: string }
  | {
      readonly kind: "field";
      readonly of: TemplateOperand;
      readonly name: string;
      readonly source: string;
      readonly place: TemplatePlace;
    }
  | { readonly kind: "pipeline"; readonly pipeline: TemplatePipeline; readonly source: string };

/** An operand alone, or a function with its operands. */
export interface TemplateCommand extends TemplatePlace {
  readonly operands: readonly TemplateOperand[];
}

/** Commands, each of which gets the result of the one before as its last operand. */
export interface TemplatePipeline {
  readonly variables: readonly string[];
  /** Whether the variables are new ones. */
  readonly isDeclaring: boolean;
  readonly commands: readonly TemplateCommand[];
}

/** A read part of a template. */
export type TemplateNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "output"; readonly pipeline: TemplatePipeline }
  | { readonly kind: "break" | "continue" }
  | {
      readonly kind: "if" | "with" | "range";
      readonly pipeline: TemplatePipeline;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
    };

/** @throws TemplateFault when the text is no template */
export function parseTemplate(text: string): readonly TemplateNode[] {
  const reader = new TemplateReader(readPieces(text));
  return reader.readAll();
}

const deepestNesting = 200;

class TemplateReader {
  #next = 0;
  #line = 1;
  /** The number of `range` blocks around this place. */
  #loops = 0;
  /** The variables that are known at this place. */
  #variables: string[] = ["$"];

  constructor(readonly pieces: readonly TemplatePiece[]) {}

  readAll(): readonly TemplateNode[] {
    const { nodes, ending } = this.#readUntil(["eof"], 0);
    if (ending.length > 0) throw this.#fault(`unexpected {{${ending[0]?.text}}}`);
    return nodes;
  }

  #fault(problem: string): ReturnType<typeof syntaxFault> {
    return syntaxFault(this.#line, problem);
  }

  /** Reads nodes up to an action of one of the words; that action is the ending. */
  #readUntil(
    words: readonly string[],
    depth: number,
  ): { readonly nodes: readonly TemplateNode[]; readonly ending: readonly TemplateToken[] } {
    if (depth > deepestNesting) throw this.#fault("template is nested too deeply");
    const nodes: TemplateNode[] = [];
    for (;;) {
      const piece = this.pieces[this.#next++];
      if (piece === undefined) {
        if (words.includes("eof")) return { nodes, ending: [] };
        throw this.#fault("unexpected EOF");
      }
      if (piece.kind === "text") {
        nodes.push(piece);
        continue;
      }
      this.#line = piece.line;
      const [first] = piece.tokens;
      if (first?.kind === "name" && (first.text === "end" || first.text === "else")) {
        if (words.includes(first.text)) return { nodes, ending: piece.tokens };
        if (words.includes("end")) throw this.#fault(`expected end; found {{${first.text}}}`);
        throw this.#fault(`unexpected {{${first.text}}}`);
      }
      nodes.push(this.#readNode(piece.tokens, depth));
    }
  }

  #readNode(tokens: readonly TemplateToken[], depth: number): TemplateNode {
    const [first, ...rest] = tokens;
    if (first === undefined) throw this.#fault("missing value for command");
    if (first.kind !== "name") return { kind: "output", pipeline: this.#pipeline(tokens, "command") };
    switch (first.text) {
      case "if":
      case "with":
      case "range":
        return this.#readBlock(first.text, rest, depth);
      case "break":
      case "continue":
        if (this.#loops === 0) throw this.#fault(`{{${first.text}}} outside {{range}}`);
        return { kind: first.text };
      case "define":
      case "template":
      case "block":
        throw this.#fault(`{{${first.text}}} is not available in this engine`);
      default:
        return { kind: "output", pipeline: this.#pipeline(tokens, "command") };
    }
  }

  #readBlock(kind: "if" | "with" | "range", tokens: readonly TemplateToken[], depth: number): TemplateNode {
    const known = [...this.#variables];
    const pipeline = this.#pipeline(tokens, kind);
    const loops = this.#loops;
    if (kind === "range") this.#loops += 1;
    const { nodes: body, ending } = this.#readUntil(["end", "else"], depth + 1);
    this.#loops = loops;
    const otherwise = ending[0]?.text === "else" ? this.#readElse(kind, ending.slice(1), depth) : [];
    this.#variables = known;
    return { kind, pipeline, body, otherwise };
  }

  #readElse(kind: "if" | "with" | "range", tokens: readonly TemplateToken[], depth: number): readonly TemplateNode[] {
    const [first, ...rest] = tokens;
    if (first === undefined) return this.#readUntil(["end"], depth + 1).nodes;
    if (first.text === kind && kind !== "range") return [this.#readBlock(kind, rest, depth + 1)];
    throw this.#fault(`unexpected ${first.text} in else`);
  }

  #pipeline(tokens: readonly TemplateToken[], context: string): TemplatePipeline {
    const declaration = tokens.findIndex(({ text, kind }) => kind === "symbol" && (text === ":=" || text === "="));
    const names = tokens.slice(0, Math.max(0, declaration)).filter(({ text }) => text !== ",");
    if (names.some(({ kind }) => kind !== "variable") || names.length > (context === "range" ? 2 : 1))
      throw this.#fault(`too many declarations in ${context}`);
    const variables = names.map(({ text }) => text);
    const isDeclaring = tokens[declaration]?.text === ":=";
    const unknown = isDeclaring ? undefined : variables.find((name) => !this.#variables.includes(name));
    if (unknown !== undefined) throw this.#fault(`undefined variable ${JSON.stringify(unknown)}`);
    const commands = new CommandReader(tokens.slice(declaration + 1), this.#line, this.#variables).readPipeline(
      context,
    );
    this.#variables.push(...variables);
    return { variables, isDeclaring, commands };
  }
}

/** Reads the commands of one action. */
class CommandReader {
  #next = 0;

  constructor(
    readonly tokens: readonly TemplateToken[],
    readonly line: number,
    readonly variables: readonly string[],
  ) {}

  readPipeline(context: string): readonly TemplateCommand[] {
    const commands = this.#commands(context, 0);
    const left = this.tokens[this.#next];
    if (left !== undefined) throw syntaxFault(this.line, `unexpected ${JSON.stringify(left.text)} in ${context}`);
    return commands;
  }

  #commands(context: string, depth: number): readonly TemplateCommand[] {
    if (depth > deepestNesting) throw syntaxFault(this.line, "template is nested too deeply");
    const commands: TemplateCommand[] = [];
    do {
      const column = this.tokens[this.#next]?.column ?? 0;
      const operands = this.#operands(depth);
      if (operands.length === 0) throw syntaxFault(this.line, `missing value for ${context}`);
      commands.push({ operands, line: this.line, column });
    } while (this.#accept("|"));
    return commands;
  }

  #accept(symbol: string): boolean {
    const token = this.tokens[this.#next];
    if (token?.kind !== "symbol" || token.text !== symbol) return false;
    this.#next += 1;
    return true;
  }

  #operands(depth: number): readonly TemplateOperand[] {
    const operands: TemplateOperand[] = [];
    for (let token = this.tokens[this.#next]; token !== undefined; token = this.tokens[this.#next]) {
      if (token.kind === "symbol" && token.text !== "(" && token.text !== ".") break;
      this.#next += 1;
      operands.push(this.#withFields(this.#operand(token, depth)));
    }
    return operands;
  }

  /** The fields that follow without a space: `.a.b`, `$x.a`, `(f).a`. */
  #withFields(operand: TemplateOperand): TemplateOperand {
    let result = operand;
    for (
      let token = this.tokens[this.#next];
      token?.kind === "field" && token.isAdjacent;
      token = this.tokens[this.#next]
    ) {
      this.#next += 1;
      result = this.#field(result, token);
    }
    return result;
  }

  #field(of: TemplateOperand, token: TemplateToken): TemplateOperand {
    const source = (of.kind === "dot" ? "" : of.source) + token.text;
    const place = { line: this.line, column: token.column };
    return { kind: "field", of, name: token.text.slice(1), source, place };
  }

  #operand(token: TemplateToken, depth: number): TemplateOperand {
    const { kind, text } = token;
    if (kind === "field") return this.#field({ kind: "dot", source: "." }, token);
    if (kind === "variable") return this.#variable(text);
    if (kind === "string") return { kind: "literal", value: this.#text(text), source: text };
    if (kind === "number") return { kind: "literal", value: numberOf(text), source: text };
    if (kind === "name") return this.#named(text);
    if (text === ".") return { kind: "dot", source: "." };
    const commands = this.#commands("parenthesized pipeline", depth + 1);
    if (!this.#accept(")")) throw syntaxFault(this.line, "unclosed left paren");
    return { kind: "pipeline", pipeline: { variables: [], isDeclaring: false, commands }, source: "(…)" };
  }

  #variable(name: string): TemplateOperand {
    if (!this.variables.includes(name)) throw syntaxFault(this.line, `undefined variable ${JSON.stringify(name)}`);
    return { kind: "variable", name, source: name };
  }

  #named(name: string): TemplateOperand {
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true", source: name };
    if (name === "nil") return { kind: "nil", source: name };
    if (!isTemplateFunction(name)) throw syntaxFault(this.line, `function ${JSON.stringify(name)} not defined`);
    return { kind: "function", name, source: name };
  }

  #text(source: string): TemplateValue {
    if (source.startsWith("`")) return source.slice(1, -1);
    const text = unescaped(source.slice(1, -1));
    if (text === undefined) throw syntaxFault(this.line, "invalid syntax");
    return source.startsWith("'") ? new GoNumber(text.codePointAt(0) ?? 0, true) : text;
  }
}

const numberOf = (text: string): GoNumber =>
  new GoNumber(Number(text.replaceAll("_", "")), !/[.eE]/.test(text) || /^[+-]?0x/i.test(text));

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["a", "\u0007"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
]);

/** The text that a Go literal writes; undefined when an escape is none. */
function unescaped(source: string): string | undefined {
  let isWrong = false;
  const text = source.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (_, byte?: string, short?: string, long?: string, letter?: string) => {
      const code = Number.parseInt(byte ?? short ?? long ?? "", 16);
      const character = letter === undefined ? characterOf(code) : simpleEscapes.get(letter);
      isWrong ||= character === undefined;
      return character ?? "";
    },
  );
  return isWrong ? undefined : text;
}

const characterOf = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);
