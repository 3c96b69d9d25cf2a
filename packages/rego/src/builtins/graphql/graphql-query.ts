import { GraphqlFault } from "./graphql-fault.js";
import { readArguments, readDirectives, readType, readValue, readVariable } from "./graphql-terms.js";
import { TokenReader } from "./graphql-token-reader.js";
import type {
  Field,
  FragmentDefinition,
  FragmentSpread,
  InlineFragment,
  OperationDefinition,
  QueryDocument,
  Selection,
  VariableDefinition,
} from "./graphql-tree.js";

const operations = new Set(["query", "mutation", "subscription"]);

/**
 * Reads operations and fragments.
 *
 * @param charge - counts work
 * @throws GraphqlFault when the text is no document
 */
export function readQuery(text: string, charge: (units: number) => void): QueryDocument {
  const reader = new TokenReader(text, charge);
  const operationList: OperationDefinition[] = [];
  const fragments: FragmentDefinition[] = [];
  for (let token = reader.peek(); token.kind !== "<EOF>"; token = reader.peek()) {
    if (token.kind === "{") operationList.push(readShorthand(reader));
    else if (token.kind !== "Name") reader.unexpected();
    else if (operations.has(token.value)) operationList.push(readOperation(reader));
    else if (token.value === "fragment") fragments.push(readFragment(reader));
    else reader.unexpected();
  }
  return { operations: operationList, fragments };
}

/** Reads the kind of an operation. */
export function readOperationType(reader: TokenReader): string {
  const token = reader.next();
  return operations.has(token.value) ? token.value : reader.unexpected(token);
}

/** A query without a keyword; comments before it belong to nothing. */
function readShorthand(reader: TokenReader): OperationDefinition {
  const { position } = reader;
  const selectionSet = readSelections(reader);
  return { operation: "query", name: "", variableDefinitions: [], directives: [], selectionSet, position };
}

function readOperation(reader: TokenReader): OperationDefinition {
  const { position, comment } = reader;
  return {
    position,
    comment,
    operation: readOperationType(reader),
    name: reader.peek().kind === "Name" ? reader.name() : "",
    variableDefinitions: readVariableDefinitions(reader),
    directives: readDirectives(reader, "variable"),
    selectionSet: readSelections(reader),
  };
}

const readVariableDefinitions = (reader: TokenReader): readonly VariableDefinition[] =>
  reader.some("(", ")", () => readVariableDefinition(reader)).members;

function readVariableDefinition(reader: TokenReader): VariableDefinition {
  const { position, comment } = reader;
  const variable = readVariable(reader);
  reader.expect(":");
  return {
    position,
    comment,
    variable,
    type: readType(reader),
    defaultValue: reader.skip("=") ? readValue(reader, "constant") : undefined,
    directives: readDirectives(reader, "variable"),
  };
}

function readFragment(reader: TokenReader): FragmentDefinition {
  const { position, comment } = reader;
  reader.expectKeyword("fragment");
  const name = readFragmentName(reader);
  const variableDefinition = readVariableDefinitions(reader);
  reader.expectKeyword("on");
  return {
    position,
    comment,
    name,
    variableDefinition,
    typeCondition: reader.name(),
    directives: readDirectives(reader, "variable"),
    selectionSet: readSelections(reader),
  };
}

const readFragmentName = (reader: TokenReader): string =>
  reader.peek().value === "on" ? reader.unexpected() : reader.name();

function readSelections(reader: TokenReader): readonly Selection[] {
  const { kind, position } = reader.peek();
  if (kind !== "{") throw new GraphqlFault(`Expected {, found ${kind}`, position);
  return reader.some("{", "}", () => (reader.peek().kind === "..." ? readSpread(reader) : readField(reader))).members;
}

function readField(reader: TokenReader): Field {
  const { position, comment } = reader;
  const alias = reader.name();
  return {
    node: "Field",
    position,
    comment,
    alias,
    name: reader.skip(":") ? reader.name() : alias,
    arguments: readArguments(reader, "variable"),
    directives: readDirectives(reader, "variable"),
    selectionSet: reader.peek().kind === "{" ? readSelections(reader) : [],
  };
}

function readSpread(reader: TokenReader): FragmentSpread | InlineFragment {
  const { comment } = reader;
  reader.expect("...");
  const { kind, value, position } = reader.peek();
  if (kind === "Name" && value !== "on") {
    const name = reader.name();
    return { node: "FragmentSpread", position, comment, name, directives: readDirectives(reader, "variable") };
  }
  const typeCondition = value === "on" ? readCondition(reader) : "";
  return {
    node: "InlineFragment",
    position,
    comment,
    typeCondition,
    directives: readDirectives(reader, "variable"),
    selectionSet: readSelections(reader),
  };
}

function readCondition(reader: TokenReader): string {
  reader.next();
  return reader.name();
}
