import { objectEntries, property } from "../../value/collection.js";
import { isArray, isObjectValue, type Value } from "../../value/value.js";
import { callTemplateFunction } from "./go-template-functions.js";
import type {
  TemplateCommand,
  TemplateNode,
  TemplateOperand,
  TemplatePipeline,
  TemplatePlace,
} from "./go-template-parser.js";
import { TemplateFault } from "./go-template-tokens.js";
import { GoNumber, isTrue, printed, type TemplateValue } from "./go-template-values.js";

/** Runs the nodes of a template. */
export class TemplateRunner {
  readonly #variables: { readonly name: string; value: TemplateValue }[];
  readonly #write: (text: string) => void;

  /** @param write - takes the output piece by piece, an empty piece for each repetition, and may throw */
  constructor(data: Value, write: (text: string) => void) {
    this.#variables = [{ name: "$", value: data }];
    this.#write = write;
  }

  /** Runs nodes with a value as dot; a word is answered when it ends them early. */
  run(nodes: readonly TemplateNode[], dot: TemplateValue): "break" | "continue" | undefined {
    for (const node of nodes) {
      const word = this.#runNode(node, dot);
      if (word !== undefined) return word;
    }
    return undefined;
  }

  #runNode(node: TemplateNode, dot: TemplateValue): "break" | "continue" | undefined {
    switch (node.kind) {
      case "break":
      case "continue":
        return node.kind;
      case "text":
        this.#write(node.text);
        return undefined;
      case "output":
        this.#output(node.pipeline, dot);
        return undefined;
      default:
        return this.#runBlock(node, dot);
    }
  }

  /** Variables of a block end with it. */
  #runBlock(block: Block, dot: TemplateValue): "break" | "continue" | undefined {
    const known = this.#variables.length;
    const word = block.kind === "range" ? this.#repeat(block, dot) : this.#choose(block, dot);
    this.#variables.length = known;
    return word;
  }

  #output(pipeline: TemplatePipeline, dot: TemplateValue): void {
    const value = this.#evaluate(pipeline, dot);
    if (pipeline.variables.length === 0) this.#write(printed(value));
  }

  #choose({ kind, pipeline, body, otherwise }: Block, dot: TemplateValue): "break" | "continue" | undefined {
    const value = this.#evaluate(pipeline, dot);
    if (!isTrue(value)) return this.run(otherwise, dot);
    return this.run(body, kind === "with" ? value : dot);
  }

  #repeat({ pipeline, body, otherwise }: Block, dot: TemplateValue): "break" | "continue" | undefined {
    const value = this.#evaluate({ ...pipeline, variables: [] }, dot);
    const known = this.#variables.length;
    let count = 0;
    for (const [key, member] of membersOf(value, pipeline)) {
      count += 1;
      this.#write("");
      this.#setRange(pipeline, key, member);
      const word = this.run(body, member);
      this.#variables.length = known;
      if (word === "break") break;
    }
    return count === 0 ? this.run(otherwise, dot) : undefined;
  }

  #setRange(pipeline: TemplatePipeline, key: TemplateValue, member: TemplateValue): void {
    const [first, second] = pipeline.variables;
    if (first !== undefined) this.#set(first, second === undefined ? member : key, pipeline.isDeclaring);
    if (second !== undefined) this.#set(second, member, pipeline.isDeclaring);
  }

  #set(name: string, value: TemplateValue, isNew: boolean): void {
    const known = isNew ? undefined : this.#variables.findLast((variable) => variable.name === name);
    if (known === undefined) this.#variables.push({ name, value });
    else known.value = value;
  }

  #evaluate(pipeline: TemplatePipeline, dot: TemplateValue): TemplateValue {
    let result: readonly TemplateValue[] = [];
    for (const command of pipeline.commands) result = [this.#call(command, dot, result)];
    const [value] = result;
    for (const name of pipeline.variables) this.#set(name, value, pipeline.isDeclaring);
    return value;
  }

  /** @param last - the result of the command before, if there is one */
  #call(command: TemplateCommand, dot: TemplateValue, last: readonly TemplateValue[]): TemplateValue {
    const [first, ...rest] = command.operands;
    if (first?.kind === "function") return this.#callFunction(first.name, rest, command, dot, last);
    if (first === undefined) return undefined;
    if (first.kind === "nil") throw faultAt(command, first.source, "nil is not a command");
    if (rest.length + last.length > 0)
      throw faultAt(command, first.source, `can't give argument to non-function ${first.source}`);
    return this.#value(first, dot);
  }

  #callFunction(
    name: string,
    operands: readonly TemplateOperand[],
    command: TemplateCommand,
    dot: TemplateValue,
    last: readonly TemplateValue[],
  ): TemplateValue {
    if ((name === "and" || name === "or") && operands.length + last.length > 0)
      return this.#connect(name, operands, dot, last);
    const values = [...operands.map((operand) => this.#value(operand, dot)), ...last];
    try {
      return callTemplateFunction(name, values);
    } catch (fault) {
      if (!(fault instanceof TemplateFault)) throw fault;
      throw faultAt(command, [name, ...operands.map(({ source }) => source)].join(" "), fault.message);
    }
  }

  /** The first operand that decides, or the last one. */
  #connect(
    name: "and" | "or",
    operands: readonly TemplateOperand[],
    dot: TemplateValue,
    last: readonly TemplateValue[],
  ): TemplateValue {
    let value: TemplateValue;
    for (const operand of operands) {
      value = this.#value(operand, dot);
      if (isTrue(value) === (name === "or")) return value;
    }
    return last.length > 0 ? last[0] : value;
  }

  #value(operand: TemplateOperand, dot: TemplateValue): TemplateValue {
    switch (operand.kind) {
      case "dot":
        return dot;
      case "nil":
        return null;
      case "literal":
        return operand.value;
      case "variable":
        return this.#variables.findLast(({ name }) => name === operand.name)?.value;
      case "pipeline":
        return this.#evaluate(operand.pipeline, dot);
      case "function":
        return callTemplateFunction(operand.name, []);
      case "field":
        return fieldOf(this.#value(operand.of, dot), operand);
    }
  }
}

type Block = Extract<TemplateNode, { readonly kind: "if" | "with" | "range" }>;

/** Go names a place by line, offset, and what stands there. */
const faultAt = ({ line, column }: TemplatePlace, source: string, problem: string): TemplateFault =>
  new TemplateFault(`template: template:${line}:${column}: executing "template" at <${source}>: ${problem}`);

function fieldOf(
  value: TemplateValue,
  { name, source, place, of }: Extract<TemplateOperand, { readonly kind: "field" }>,
): TemplateValue {
  if (value === undefined && of.kind === "field") return undefined;
  if (value === undefined || value === null)
    throw faultAt(place, source, `nil pointer evaluating interface {}.${name}`);
  if (!(value instanceof GoNumber) && isObjectValue(value)) return property(value, name);
  throw faultAt(place, source, `can't evaluate field ${name} in type interface {}`);
}

function* membersOf(
  value: TemplateValue,
  pipeline: TemplatePipeline,
): Generator<readonly [TemplateValue, TemplateValue]> {
  if (value === undefined || value === null) return;
  if (value instanceof GoNumber && value.isInteger) {
    for (let index = 0; index < value.value; index += 1) yield [new GoNumber(index, true), new GoNumber(index, true)];
    return;
  }
  if (!(value instanceof GoNumber) && isObjectValue(value)) yield* objectEntries(value);
  else if (!(value instanceof GoNumber) && isArray(value)) yield* itemsOf(value);
  else throw cannotRepeat(value, pipeline);
}

function* itemsOf(items: readonly Value[]): Generator<readonly [TemplateValue, TemplateValue]> {
  for (const [index, item] of items.entries()) yield [new GoNumber(index, true), item];
}

function cannotRepeat(value: TemplateValue, { commands }: TemplatePipeline): TemplateFault {
  const [command] = commands;
  const source = command?.operands.map((operand) => operand.source).join(" ") ?? "";
  return faultAt(command ?? { line: 1, column: 0 }, source, `range can't iterate over ${printed(value)}`);
}
