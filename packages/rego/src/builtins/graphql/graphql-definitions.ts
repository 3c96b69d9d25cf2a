import { readDirectives, readType, readValue } from "./graphql-terms.js";
import type { Listing, TokenReader } from "./graphql-token-reader.js";
import type {
  ArgumentDefinition,
  CommentGroup,
  Definition,
  DefinitionKind,
  DirectiveDefinition,
  EnumValueDefinition,
  FieldDefinition,
} from "./graphql-tree.js";

/** A string before a definition, with the comments before it. */
export interface Description {
  readonly text: string;
  readonly comment: CommentGroup | undefined;
}

/** Reads the description of what follows, empty when it has none. */
export function readDescription(reader: TokenReader): Description {
  const { kind } = reader.peek();
  if (kind !== "String" && kind !== "BlockString") return { text: "", comment: undefined };
  const { comment } = reader;
  return { text: reader.next().value, comment };
}

/** The kinds of types by the words that declare them. */
export const definitionKinds: ReadonlyMap<string, DefinitionKind> = new Map<string, DefinitionKind>([
  ["scalar", "SCALAR"],
  ["type", "OBJECT"],
  ["interface", "INTERFACE"],
  ["union", "UNION"],
  ["enum", "ENUM"],
  ["input", "INPUT_OBJECT"],
]);

/** Reads a type, of which the next word tells the kind. */
export function readDefinition(reader: TokenReader, description: Description): Definition {
  const word = reader.peek().value;
  const afterDescriptionComment = reader.expectKeyword(word);
  return {
    ...readBody(reader, definitionKinds.get(word) ?? "SCALAR", inDefinitions),
    description: description.text,
    beforeDescriptionComment: description.comment,
    afterDescriptionComment,
  };
}

/** What differs between definitions and extensions. */
interface Grammar {
  readonly implementing: readonly DefinitionKind[];
  /** Kinds whose directives may have variables. */
  readonly variable: readonly DefinitionKind[];
}

const inDefinitions: Grammar = { implementing: ["OBJECT", "INTERFACE"], variable: [] };

const inExtensions: Grammar = { implementing: ["OBJECT"], variable: ["INPUT_OBJECT"] };

/** Reads the extension of a type; at least one of its parts must be there. */
export function readExtension(reader: TokenReader, comment: CommentGroup | undefined): Definition {
  const word = reader.peek().value;
  const kind = definitionKinds.get(word);
  if (kind === undefined) return reader.unexpected();
  reader.expectKeyword(word);
  const body = readBody(reader, kind, inExtensions);
  const parts = [body.directives, body.interfaces, body.fields, body.types, body.enumValues];
  if (parts.every(({ length }) => length === 0)) reader.unexpected();
  return { ...body, description: "", afterDescriptionComment: comment };
}

type Body = Omit<Definition, "description">;

function readBody(reader: TokenReader, kind: DefinitionKind, grammar: Grammar): Body {
  const { position } = reader;
  const name = reader.name();
  const interfaces = grammar.implementing.includes(kind) ? readInterfaces(reader) : [];
  const directives = readDirectives(reader, grammar.variable.includes(kind) ? "variable" : "constant");
  const { members: fields, comment } = readFields(reader, kind);
  const types = kind === "UNION" && reader.skip("=") ? readNames(reader, "|") : [];
  const values = kind === "ENUM" ? reader.some("{", "}", () => readEnumValue(reader)) : undefined;
  return {
    position,
    kind,
    name,
    interfaces,
    directives,
    fields,
    types,
    enumValues: values?.members ?? [],
    builtIn: false,
    endOfDefinitionComment: comment ?? values?.comment,
  };
}

function readInterfaces(reader: TokenReader): readonly string[] {
  if (reader.peek().value !== "implements") return [];
  reader.next();
  return readNames(reader, "&");
}

/** Names with a separator between them, and perhaps before the first. */
function readNames(reader: TokenReader, separator: "&" | "|"): readonly string[] {
  reader.skip(separator);
  const names = [reader.name()];
  while (reader.skip(separator)) names.push(reader.name());
  return names;
}

function readFields(reader: TokenReader, kind: DefinitionKind): Listing<FieldDefinition> {
  if (kind === "OBJECT" || kind === "INTERFACE") return reader.some("{", "}", () => readField(reader));
  if (kind === "INPUT_OBJECT") return reader.some("{", "}", () => ({ ...readInput(reader), arguments: [] }));
  return { members: [], comment: undefined };
}

type Start = Pick<
  ArgumentDefinition,
  "description" | "beforeDescriptionComment" | "afterDescriptionComment" | "position" | "name"
>;

/** Comments before an empty description are lost. */
function readStart(reader: TokenReader): Start {
  const { text, comment } = readDescription(reader);
  const { comment: afterDescriptionComment, position } = reader;
  const beforeDescriptionComment = text === "" ? undefined : comment;
  return { description: text, beforeDescriptionComment, afterDescriptionComment, position, name: reader.name() };
}

function readField(reader: TokenReader): FieldDefinition {
  const start = readStart(reader);
  const args = readArgumentDefinitions(reader);
  reader.expect(":");
  return { ...start, arguments: args, type: readType(reader), directives: readDirectives(reader, "constant") };
}

const readArgumentDefinitions = (reader: TokenReader): readonly ArgumentDefinition[] =>
  reader.some("(", ")", () => readInput(reader)).members;

function readInput(reader: TokenReader): ArgumentDefinition {
  const start = readStart(reader);
  reader.expect(":");
  return {
    ...start,
    type: readType(reader),
    defaultValue: reader.skip("=") ? readValue(reader, "constant") : undefined,
    directives: readDirectives(reader, "constant"),
  };
}

const readEnumValue = (reader: TokenReader): EnumValueDefinition => ({
  ...readStart(reader),
  directives: readDirectives(reader, "constant"),
});

const locations = new Set([
  ...["QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
  ...["VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE"],
  ...["UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION"],
]);

/** Reads the definition of a directive. */
export function readDirectiveDefinition(reader: TokenReader, description: Description): DirectiveDefinition {
  const afterDescriptionComment = reader.expectKeyword("directive");
  reader.expect("@");
  const { position } = reader;
  const name = reader.name();
  const args = readArgumentDefinitions(reader);
  const { kind, value } = reader.peek();
  const isRepeatable = kind === "Name" && value === "repeatable";
  if (isRepeatable) reader.next();
  reader.expectKeyword("on");
  return {
    position,
    description: description.text,
    beforeDescriptionComment: description.comment,
    afterDescriptionComment,
    name,
    arguments: args,
    isRepeatable,
    locations: readLocations(reader),
  };
}

function readLocations(reader: TokenReader): readonly string[] {
  const names: string[] = [];
  reader.skip("|");
  do {
    const token = reader.expect("Name");
    names.push(locations.has(token.value) ? token.value : reader.unexpected(token));
  } while (reader.skip("|"));
  return names;
}
