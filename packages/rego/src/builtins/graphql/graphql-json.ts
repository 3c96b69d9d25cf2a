import { membersOf, property } from "../../value/collection.js";
import { isNumber, toSafeInteger } from "../../value/number.js";
import { typeNameOf } from "../../value/type-name.js";
import { isArray, isObjectValue, isSet, type ObjectValue, type Value } from "../../value/value.js";
import { GraphqlDepthFault, GraphqlFault } from "./graphql-fault.js";
import { type QueryDocument, type SchemaDocument, valueKind } from "./graphql-tree.js";

/** What a member is: text, flag, integer, texts, the name of a structure, or that with `[]`: a list; `!`: it cannot be left out. */
type Structure = Readonly<Record<string, string>>;

const described: Structure = {
  Description: "text",
  BeforeDescriptionComment: "CommentGroup",
  AfterDescriptionComment: "CommentGroup",
};

const argumentDefinition: Structure = {
  ...described,
  Name: "text",
  DefaultValue: "Value",
  Type: "Type!",
  Directives: "Directive[]",
};

/** The trees of documents in JSON, as OPA gives them: the members of gqlparser's structures. */
const structures: Readonly<Record<string, Structure>> = {
  QueryDocument: { Operations: "OperationDefinition[]", Fragments: "FragmentDefinition[]", Comment: "CommentGroup" },
  OperationDefinition: {
    Operation: "text",
    Name: "text",
    VariableDefinitions: "VariableDefinition[]",
    Directives: "Directive[]",
    SelectionSet: "Selection[]",
    Comment: "CommentGroup",
  },
  VariableDefinition: {
    Variable: "text",
    Type: "Type!",
    DefaultValue: "Value",
    Directives: "Directive[]",
    Comment: "CommentGroup",
    Used: "flag",
  },
  FragmentDefinition: {
    Name: "text",
    VariableDefinition: "VariableDefinition[]",
    TypeCondition: "text",
    Directives: "Directive[]",
    SelectionSet: "Selection[]",
    Comment: "CommentGroup",
  },
  Field: {
    Alias: "text",
    Name: "text",
    Arguments: "Argument[]",
    Directives: "Directive[]",
    SelectionSet: "Selection[]",
    Comment: "CommentGroup",
  },
  FragmentSpread: { Name: "text", Directives: "Directive[]", Comment: "CommentGroup" },
  InlineFragment: {
    TypeCondition: "text",
    Directives: "Directive[]",
    SelectionSet: "Selection[]",
    Comment: "CommentGroup",
  },
  Directive: { Name: "text", Arguments: "Argument[]", Location: "text" },
  Argument: { Name: "text", Value: "Value!", Comment: "CommentGroup" },
  Value: {
    Raw: "text",
    Children: "ChildValue[]",
    Kind: "integer",
    Comment: "CommentGroup",
    ExpectedTypeHasDefault: "flag",
  },
  ChildValue: { Name: "text", Value: "Value!", Comment: "CommentGroup" },
  Type: { NamedType: "text", Elem: "Type", NonNull: "flag" },
  SchemaDocument: {
    Schema: "SchemaDefinition[]",
    SchemaExtension: "SchemaDefinition[]",
    Directives: "DirectiveDefinition[]",
    Definitions: "Definition[]",
    Extensions: "Definition[]",
    Comment: "CommentGroup",
  },
  SchemaDefinition: {
    ...described,
    Directives: "Directive[]",
    OperationTypes: "OperationTypeDefinition[]",
    EndOfDefinitionComment: "CommentGroup",
  },
  OperationTypeDefinition: { Operation: "text", Type: "text", Comment: "CommentGroup" },
  Definition: {
    ...described,
    Kind: "text",
    Name: "text",
    Directives: "Directive[]",
    Interfaces: "texts",
    Fields: "FieldDefinition[]",
    Types: "texts",
    EnumValues: "EnumValueDefinition[]",
    BuiltIn: "flag",
    EndOfDefinitionComment: "CommentGroup",
  },
  FieldDefinition: { ...argumentDefinition, Arguments: "ArgumentDefinition[]" },
  ArgumentDefinition: argumentDefinition,
  EnumValueDefinition: { ...described, Name: "text", Directives: "Directive[]" },
  DirectiveDefinition: {
    ...described,
    Name: "text",
    Arguments: "ArgumentDefinition[]",
    Locations: "texts",
    IsRepeatable: "flag",
  },
  CommentGroup: { List: "Comment[]" },
  Comment: { Value: "text" },
};

/** Members that gqlparser writes and does not read. */
const unread: ReadonlySet<string> = new Set(["OperationDefinition", "FragmentDefinition", "Field"]);

const nameInTree = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** The JSON of a document: without positions, and without what is empty or not there. */
export const treeToJson = (tree: QueryDocument | SchemaDocument): Value =>
  // Trees consist of plain objects whose properties the structures name.
  write("operations" in tree ? "QueryDocument" : "SchemaDocument", tree as unknown as Node);

type Node = Readonly<Record<string, unknown>>;

function write(name: string, node: Node): Value {
  const members = Object.entries(structures[name] ?? {}).flatMap(([key, type]) => {
    const value = writeMember(type, node[nameInTree(key)]);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(members);
}

const nothing: Readonly<Record<string, Value>> = { text: "", flag: false, integer: 0 };

function writeMember(type: string, member: unknown): Value | undefined {
  // What the tree does not have has the value that stands for nothing, if its type has one; what it has is as its type says.
  if (member === undefined) return nothing[type];
  if (!Array.isArray(member))
    return Object.hasOwn(nothing, type) ? (member as Value) : write(plain(type), member as Node);
  if (member.length === 0) return undefined;
  return type === "texts" ? (member as readonly string[]) : member.map((one: Node) => write(nodeName(type, one), one));
}

const plain = (type: string): string => type.replace(/\W+$/, "");

const nodeName = (type: string, node: Node): string => (type === "Selection[]" ? String(node["node"]) : plain(type));

/**
 * The document that a policy gives as JSON instead of as a text.
 *
 * @throws GraphqlFault when it is none
 */
export function queryFromJson(value: ObjectValue): QueryDocument {
  // Each property was read as its structure says.
  return read("QueryDocument", value, 0) as unknown as QueryDocument;
}

/** The same of a schema. */
export function schemaFromJson(value: ObjectValue): SchemaDocument {
  // Each property was read as its structure says.
  return read("SchemaDocument", value, 0) as unknown as SchemaDocument;
}

/** How deep structures nest; OPA has no such limit. */
const deepest = 750;

function read(name: string, value: Value, depth: number): Node {
  if (!isObjectValue(value)) return refuse(value, name);
  if (depth > deepest) throw new GraphqlDepthFault("documents", deepest);
  const node: Record<string, unknown> = { node: name };
  for (const [key, type] of Object.entries(structures[name] ?? {})) {
    const member = key === "Comment" && unread.has(name) ? null : (property(value, key) ?? null);
    node[nameInTree(key)] = readMember(type, member, depth + 1);
    if (type.endsWith("!") && member === null) throw new GraphqlFault(`json: ${name} without ${key}`);
  }
  const { kind } = node;
  if (name === "Value" && typeof kind === "number" && (kind < 0 || kind > valueKind.object))
    throw new GraphqlFault(`unknown value kind ${kind}`);
  return node;
}

function refuse(value: Value, type: string): never {
  throw new GraphqlFault(`json: cannot unmarshal ${typeNameOf(value)} into Go value of type ${type}`);
}

function readMember(type: string, value: Value, depth: number): unknown {
  if (type === "text") return readScalar("string", type, value ?? "");
  if (type === "flag") return readScalar("boolean", type, value ?? false);
  if (type === "integer") return readInteger(value ?? 0);
  if (type !== "texts" && !type.endsWith("[]")) return value === null ? undefined : read(plain(type), value, depth);
  if (value === null) return [];
  if (!isArray(value) && !isSet(value)) return refuse(value, type);
  const members = membersOf(value);
  if (type === "texts") return members.map((member) => readScalar("string", "text", member ?? ""));
  if (type === "Selection[]") return members.filter(isObjectValue).map((member) => read("Field", member, depth));
  return members.map((member) => read(plain(type), member, depth));
}

const readScalar = (expected: "string" | "boolean", type: string, value: Value): Value =>
  typeof value === expected ? value : refuse(value, type);

const readInteger = (value: Value): number =>
  (isNumber(value) ? toSafeInteger(value) : undefined) ?? refuse(value, "int");
