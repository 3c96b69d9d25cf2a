import type { TokenKind } from "./graphql-token.js";
import type { TokenReader } from "./graphql-token-reader.js";
import {
  type Argument,
  type ChildValue,
  type Directive,
  type GraphqlValue,
  type TypeReference,
  valueKind,
} from "./graphql-tree.js";

/** Whether a value may contain variables. */
export type Constancy = "constant" | "variable";

/** Reads directives, none if there is none. */
export function readDirectives(reader: TokenReader, constancy: Constancy): readonly Directive[] {
  const directives: Directive[] = [];
  while (reader.skip("@")) {
    const { position } = reader;
    directives.push({ name: reader.name(), arguments: readArguments(reader, constancy), position });
  }
  return directives;
}

/** Reads arguments in parentheses, none if there are none. */
export const readArguments = (reader: TokenReader, constancy: Constancy): readonly Argument[] =>
  reader.some("(", ")", () => readArgument(reader, constancy)).members;

function readArgument(reader: TokenReader, constancy: Constancy): Argument {
  const { position, comment } = reader;
  const name = reader.name();
  reader.expect(":");
  return { name, value: readValue(reader, constancy), position, comment };
}

/** Reads the name of a variable. */
export function readVariable(reader: TokenReader): string {
  reader.expect("$");
  return reader.name();
}

/** Reads a type: a name, or a list. */
export function readType(reader: TokenReader): TypeReference {
  const isList = reader.skip("[");
  const { position } = reader;
  const elem = isList ? reader.nested(() => readType(reader)) : undefined;
  if (isList) reader.expect("]");
  const namedType = isList ? "" : reader.name();
  return { namedType, elem, nonNull: reader.skip("!"), position };
}

const literalKinds: ReadonlyMap<TokenKind, number> = new Map<TokenKind, number>([
  ["Int", valueKind.int],
  ["Float", valueKind.float],
  ["String", valueKind.string],
  ["BlockString", valueKind.block],
  ["Name", valueKind.enum],
]);

const words: ReadonlyMap<string, number> = new Map<string, number>([
  ["true", valueKind.boolean],
  ["false", valueKind.boolean],
  ["null", valueKind.null],
]);

/** Reads a value. */
export function readValue(reader: TokenReader, constancy: Constancy): GraphqlValue {
  const { kind, value, position } = reader.peek();
  if (kind === "[") return readList(reader, constancy);
  if (kind === "{") return readObject(reader, constancy);
  if (kind === "$" && constancy === "variable")
    return { raw: readVariable(reader), children: [], kind: valueKind.variable, position };
  const literal = literalKinds.get(kind);
  if (literal === undefined) return reader.unexpected();
  reader.next();
  return { raw: value, children: [], kind: (kind === "Name" ? words.get(value) : undefined) ?? literal, position };
}

function readList(reader: TokenReader, constancy: Constancy): GraphqlValue {
  const { position, comment } = reader;
  const children = reader.many("[", "]", (): ChildValue => ({ name: "", value: readValue(reader, constancy) }));
  return { raw: "", children, kind: valueKind.list, position, comment };
}

function readObject(reader: TokenReader, constancy: Constancy): GraphqlValue {
  const { position, comment } = reader;
  const children = reader.many("{", "}", () => readArgument(reader, constancy));
  return { raw: "", children, kind: valueKind.object, position, comment };
}
