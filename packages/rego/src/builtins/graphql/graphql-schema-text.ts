import {
  type Description,
  definitionKinds,
  readDefinition,
  readDescription,
  readDirectiveDefinition,
  readExtension,
} from "./graphql-definitions.js";
import { readOperationType } from "./graphql-query.js";
import { readDirectives } from "./graphql-terms.js";
import { TokenReader } from "./graphql-token-reader.js";
import type {
  CommentGroup,
  Definition,
  DirectiveDefinition,
  OperationTypeDefinition,
  SchemaDefinition,
  SchemaDocument,
} from "./graphql-tree.js";

/** A document while it is read. */
interface OpenDocument {
  readonly schema: SchemaDefinition[];
  readonly schemaExtension: SchemaDefinition[];
  readonly directives: DirectiveDefinition[];
  readonly definitions: Definition[];
  readonly extensions: Definition[];
}

/**
 * Reads the definitions of a schema, without looking at what they mean.
 *
 * @param charge - counts work
 * @throws GraphqlFault when the text is no document
 */
export function readSchema(text: string, charge: (units: number) => void): SchemaDocument {
  const reader = new TokenReader(text, charge);
  const document: OpenDocument = { schema: [], schemaExtension: [], directives: [], definitions: [], extensions: [] };
  while (reader.peek().kind !== "<EOF>") readMember(reader, document);
  return { ...document, comment: reader.comment };
}

function readMember(reader: TokenReader, document: OpenDocument): void {
  const description = readDescription(reader);
  const { kind, value } = reader.peek();
  if (kind !== "Name") reader.unexpected();
  else if (definitionKinds.has(value)) document.definitions.push(readDefinition(reader, description));
  else if (value === "schema") document.schema.push(readRoots(reader, description));
  else if (value === "directive") document.directives.push(readDirectiveDefinition(reader, description));
  else if (value !== "extend") reader.unexpected();
  else if (description.text !== "") reader.unexpectedPrevious();
  else readMemberExtension(reader, document);
}

function readMemberExtension(reader: TokenReader, document: OpenDocument): void {
  const comment = reader.expectKeyword("extend");
  if (reader.peek().value === "schema") document.schemaExtension.push(readRootsExtension(reader, comment));
  else document.extensions.push(readExtension(reader, comment));
}

function readRoots(reader: TokenReader, description: Description): SchemaDefinition {
  const afterDescriptionComment = reader.expectKeyword("schema");
  return {
    ...readRootsBody(reader),
    description: description.text,
    beforeDescriptionComment: description.comment,
    afterDescriptionComment,
  };
}

function readRootsExtension(reader: TokenReader, comment: CommentGroup | undefined): SchemaDefinition {
  reader.expectKeyword("schema");
  const body = readRootsBody(reader);
  if (body.directives.length === 0 && body.operationTypes.length === 0) reader.unexpected();
  return { ...body, description: "", afterDescriptionComment: comment };
}

function readRootsBody(reader: TokenReader): Omit<SchemaDefinition, "description"> {
  const { position } = reader;
  const directives = readDirectives(reader, "constant");
  const { members, comment } = reader.some("{", "}", () => readRoot(reader));
  return { position, directives, operationTypes: members, endOfDefinitionComment: comment };
}

function readRoot(reader: TokenReader): OperationTypeDefinition {
  const { position, comment } = reader;
  const operation = readOperationType(reader);
  reader.expect(":");
  return { position, comment, operation, type: reader.name() };
}
