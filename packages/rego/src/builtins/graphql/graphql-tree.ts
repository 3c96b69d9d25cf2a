/** Where something stands in a document; both count from 1, columns in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A node that came from a text has a place, one that came as JSON has none. */
export interface Placed {
  readonly position?: Position | undefined;
}

/** Comments that stand before something. */
export interface CommentGroup {
  readonly list: readonly { readonly value: string }[];
}

interface Commented extends Placed {
  readonly comment?: CommentGroup | undefined;
}

interface Described extends Placed {
  readonly description: string;
  readonly beforeDescriptionComment?: CommentGroup | undefined;
  readonly afterDescriptionComment?: CommentGroup | undefined;
}

interface Closed extends Described {
  readonly endOfDefinitionComment?: CommentGroup | undefined;
}

/** What requests consist of. */
export interface QueryDocument {
  readonly operations: readonly OperationDefinition[];
  readonly fragments: readonly FragmentDefinition[];
}

/** A query, mutation or subscription. */
export interface OperationDefinition extends Commented {
  readonly operation: string;
  /** Empty when it has none. */
  readonly name: string;
  readonly variableDefinitions: readonly VariableDefinition[];
  readonly directives: readonly Directive[];
  readonly selectionSet: readonly Selection[];
}

/** A variable of an operation. */
export interface VariableDefinition extends Commented {
  readonly variable: string;
  readonly type: TypeReference;
  readonly defaultValue?: GraphqlValue | undefined;
  readonly directives: readonly Directive[];
  /** A document that came as JSON may say so. */
  readonly used?: boolean;
}

/** A named fragment. */
export interface FragmentDefinition extends Commented {
  readonly name: string;
  readonly variableDefinition: readonly VariableDefinition[];
  readonly typeCondition: string;
  readonly directives: readonly Directive[];
  readonly selectionSet: readonly Selection[];
}

/** A member of a selection. */
export type Selection = Field | FragmentSpread | InlineFragment;

/** A field that a request asks for. */
export interface Field extends Commented {
  readonly node: "Field";
  /** Its name when it has none. */
  readonly alias: string;
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly directives: readonly Directive[];
  readonly selectionSet: readonly Selection[];
}

/** A named fragment in a selection. */
export interface FragmentSpread extends Commented {
  readonly node: "FragmentSpread";
  readonly name: string;
  readonly directives: readonly Directive[];
}

/** A fragment without a name. */
export interface InlineFragment extends Commented {
  readonly node: "InlineFragment";
  /** Empty when it has none. */
  readonly typeCondition: string;
  readonly directives: readonly Directive[];
  readonly selectionSet: readonly Selection[];
}

/** A directive where it is applied. */
export interface Directive extends Placed {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

/** An argument of a field or directive. */
export interface Argument extends Commented {
  readonly name: string;
  readonly value: GraphqlValue;
}

/** The kinds of values, by the numbers that OPA gives them. */
export const valueKind = {
  variable: 0,
  int: 1,
  float: 2,
  string: 3,
  block: 4,
  boolean: 5,
  null: 6,
  enum: 7,
  list: 8,
  object: 9,
} as const;

/** A value as a document writes it. */
export interface GraphqlValue extends Commented {
  /** Its text, that of a string without quotes; empty for lists and objects. */
  readonly raw: string;
  readonly children: readonly ChildValue[];
  readonly kind: number;
}

/** A member of a list, whose name is empty, or a field of an object. */
export interface ChildValue extends Commented {
  readonly name: string;
  readonly value: GraphqlValue;
}

/** A type where it is used: a name, or a list of `elem`. */
export interface TypeReference extends Placed {
  readonly namedType: string;
  readonly elem?: TypeReference | undefined;
  readonly nonNull: boolean;
}

/** What schemas consist of. */
export interface SchemaDocument {
  readonly schema: readonly SchemaDefinition[];
  readonly schemaExtension: readonly SchemaDefinition[];
  readonly directives: readonly DirectiveDefinition[];
  readonly definitions: readonly Definition[];
  readonly extensions: readonly Definition[];
  readonly comment?: CommentGroup | undefined;
}

/** The roots of a schema. */
export interface SchemaDefinition extends Closed {
  readonly directives: readonly Directive[];
  readonly operationTypes: readonly OperationTypeDefinition[];
}

/** The root of one kind of operation. */
export interface OperationTypeDefinition extends Commented {
  readonly operation: string;
  readonly type: string;
}

/** The kinds of types. */
export type DefinitionKind = "SCALAR" | "OBJECT" | "INTERFACE" | "UNION" | "ENUM" | "INPUT_OBJECT";

/** A type, or an extension of one. */
export interface Definition extends Closed {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly directives: readonly Directive[];
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldDefinition[];
  /** The members of a union. */
  readonly types: readonly string[];
  readonly enumValues: readonly EnumValueDefinition[];
  /** One of the language's own. */
  readonly builtIn: boolean;
}

/** A field of a type. */
export interface FieldDefinition extends ArgumentDefinition {
  readonly arguments: readonly ArgumentDefinition[];
}

/** An argument of a field or directive. */
export interface ArgumentDefinition extends Described {
  readonly name: string;
  readonly defaultValue?: GraphqlValue | undefined;
  readonly type: TypeReference;
  readonly directives: readonly Directive[];
}

/** A value of an enumeration. */
export interface EnumValueDefinition extends Described {
  readonly name: string;
  readonly directives: readonly Directive[];
}

/** A directive and where it may be applied. */
export interface DirectiveDefinition extends Described {
  readonly name: string;
  readonly arguments: readonly ArgumentDefinition[];
  readonly locations: readonly string[];
  readonly isRepeatable: boolean;
}
