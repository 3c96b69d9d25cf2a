import { GraphqlDepthFault, type GraphqlFinding } from "./graphql-fault.js";
import type { GraphqlSchema } from "./graphql-schema.js";
import {
  type Argument,
  type ArgumentDefinition,
  type Definition,
  type Directive,
  type Field,
  type FieldDefinition,
  type FragmentDefinition,
  type FragmentSpread,
  type GraphqlValue,
  type InlineFragment,
  type OperationDefinition,
  type Placed,
  type QueryDocument,
  type Selection,
  type TypeReference,
  type VariableDefinition,
  valueKind,
} from "./graphql-tree.js";
import { nameOfType } from "./graphql-type.js";

/** What a rule looks at, in the order of the walk: parents after what is in them. */
export interface RuleEvents {
  readonly operation?: (operation: OperationDefinition) => void;
  readonly field?: (field: Field) => void;
  readonly fragment?: (fragment: FragmentDefinition) => void;
  readonly inlineFragment?: (fragment: InlineFragment, parent: Definition | undefined) => void;
  readonly fragmentSpread?: (spread: FragmentSpread, parent: Definition | undefined) => void;
  readonly directive?: (directive: Directive, location: string) => void;
  readonly directiveList?: (directives: readonly Directive[]) => void;
  readonly value?: (value: GraphqlValue) => void;
  readonly variable?: (variable: VariableDefinition) => void;
}

/** A rule begins with each document anew. */
export type Rule = (walk: GraphqlWalk) => RuleEvents;

/** What is known of a field that the walk passed. */
export interface FieldMeaning {
  readonly parent: Definition | undefined;
  readonly definition: FieldDefinition | undefined;
}

/** What is known of a value. */
export interface ValueMeaning {
  readonly expected?: TypeReference;
  readonly hasDefault?: boolean;
  readonly definition?: Definition | undefined;
}

/** How deep fields and fragments follow each other; OPA has no such limit. */
const deepest = 1_000;

/** Goes through a document, tells rules what it passes, and keeps what it learns on the way: rules look at it later, too. */
export class GraphqlWalk {
  /** The operation that it is in, none in fragments on their own. */
  operation: OperationDefinition | undefined;
  readonly findings: GraphqlFinding[] = [];
  readonly #fragments = new Map<string, FragmentDefinition>();
  readonly #fields = new Map<Field, FieldMeaning>();
  readonly #spreads = new Map<FragmentSpread, FragmentDefinition>();
  readonly #values = new Map<GraphqlValue, ValueMeaning>();
  readonly #variables = new Map<GraphqlValue, VariableDefinition | undefined>();
  readonly #used = new Set<VariableDefinition>();
  readonly #events: readonly RuleEvents[];
  #passed = new Set<FragmentDefinition>();
  #depth = 0;

  constructor(
    readonly schema: GraphqlSchema,
    readonly document: QueryDocument,
    rules: readonly Rule[],
  ) {
    for (const fragment of document.fragments.toReversed()) this.#fragments.set(fragment.name, fragment);
    this.#events = rules.map((rule) => rule(this));
  }

  /** Finds what is wrong. */
  findAll(): readonly GraphqlFinding[] {
    for (const operation of this.document.operations) this.#walkOperation(operation);
    for (const fragment of this.document.fragments) this.#walkFragment(fragment);
    return this.findings;
  }

  /** Does something one level deeper. */
  nested<T>(visit: () => T): T {
    this.#depth += 1;
    if (this.#depth > deepest) throw new GraphqlDepthFault("fields and fragments", deepest);
    const result = visit();
    this.#depth -= 1;
    return result;
  }

  report(message: string, { position }: Placed): void {
    this.schema.charge(1 + Math.ceil(message.length / 16));
    this.findings.push({ message, position });
  }

  /** What is known of a field; nothing before the walk passes it. */
  fieldMeaning(field: Field): FieldMeaning {
    return this.#fields.get(field) ?? { parent: undefined, definition: undefined };
  }

  fragment(name: string): FragmentDefinition | undefined {
    return this.#fragments.get(name);
  }

  /** The fragment of a spread that the walk passed. */
  spreadFragment(spread: FragmentSpread): FragmentDefinition | undefined {
    return this.#spreads.get(spread);
  }

  valueMeaning(value: GraphqlValue): ValueMeaning {
    return this.#values.get(value) ?? {};
  }

  /** The definition of the variable that a value is. */
  variableOf(value: GraphqlValue): VariableDefinition | undefined {
    return this.#variables.get(value);
  }

  isUsed(variable: VariableDefinition): boolean {
    return variable.used === true || this.#used.has(variable);
  }

  /** The type that operations of a kind start at. */
  rootOf({ operation }: OperationDefinition): Definition | undefined {
    const { query, mutation, subscription } = this.schema.roots;
    if (operation === "mutation") return mutation;
    return operation === "subscription" ? subscription : query;
  }

  #walkOperation(operation: OperationDefinition): void {
    this.#passed = new Set();
    this.operation = operation;
    for (const variable of operation.variableDefinitions) {
      for (const { variable: visit } of this.#events) visit?.(variable);
      const { defaultValue, type } = variable;
      const definition = this.schema.type(nameOfType(type));
      if (defaultValue !== undefined) this.#values.set(defaultValue, { expected: type, definition });
    }
    for (const { defaultValue, directives } of operation.variableDefinitions) {
      if (defaultValue !== undefined) this.#walkValue(defaultValue);
      this.#walkDirectives(directives, "VARIABLE_DEFINITION");
    }
    const root = this.rootOf(operation);
    this.#walkDirectives(operation.directives, operation.operation.toUpperCase() || "QUERY");
    this.#walkSelections(root, operation.selectionSet);
    for (const { operation: visit } of this.#events) visit?.(operation);
    this.operation = undefined;
  }

  #walkFragment(fragment: FragmentDefinition): void {
    this.#passed = new Set();
    this.#walkDirectives(fragment.directives, "FRAGMENT_DEFINITION");
    this.#walkSelections(this.schema.type(fragment.typeCondition), fragment.selectionSet);
    for (const { fragment: visit } of this.#events) visit?.(fragment);
  }

  #walkDirectives(directives: readonly Directive[], location: string): void {
    for (const directive of directives) {
      this.#walkArguments(directive.arguments, this.schema.directive(directive.name)?.arguments);
      for (const { directive: visit } of this.#events) visit?.(directive, location);
    }
    for (const { directiveList: visit } of this.#events) visit?.(directives);
  }

  #walkArguments(args: readonly Argument[], definitions: readonly ArgumentDefinition[] = []): void {
    for (const { name, value } of args) {
      const definition = this.schema.find(definitions, name);
      if (definition !== undefined) this.#expect(value, definition);
      this.#walkValue(value);
    }
  }

  #expect(value: GraphqlValue, { type, defaultValue }: ArgumentDefinition): void {
    const hasDefault = defaultValue !== undefined && defaultValue.kind !== valueKind.null;
    this.#values.set(value, { expected: type, hasDefault, definition: this.schema.type(nameOfType(type)) });
  }

  #walkValue(value: GraphqlValue): void {
    if (value.kind === valueKind.variable && this.operation !== undefined) this.#walkVariable(value, this.operation);
    const { definition, expected } = this.valueMeaning(value);
    for (const child of value.children) {
      const field =
        value.kind === valueKind.object && definition !== undefined
          ? this.schema.find(this.schema.fields(definition), child.name)
          : undefined;
      if (field !== undefined) this.#expect(child.value, field);
      if (value.kind === valueKind.list && expected?.elem !== undefined)
        this.#values.set(child.value, { ...this.valueMeaning(child.value), expected: expected.elem, definition });
      if (value.kind === valueKind.object || value.kind === valueKind.list) this.#walkValue(child.value);
    }
    for (const { value: visit } of this.#events) visit?.(value);
  }

  #walkVariable(value: GraphqlValue, { variableDefinitions }: OperationDefinition): void {
    this.schema.charge(Math.ceil(variableDefinitions.length / 16));
    const variable = variableDefinitions.find((one) => one.variable === value.raw);
    this.#variables.set(value, variable);
    if (variable !== undefined) this.#used.add(variable);
  }

  #walkSelections(parent: Definition | undefined, selections: readonly Selection[]): void {
    this.nested(() => {
      for (const selection of selections) this.#walkSelection(parent, selection);
    });
  }

  #walkSelection(parent: Definition | undefined, selection: Selection): void {
    this.schema.charge(1);
    if (selection.node === "Field") this.#walkField(parent, selection);
    else if (selection.node === "InlineFragment") this.#walkInlineFragment(parent, selection);
    else this.#walkSpread(parent, selection);
  }

  #walkField(parent: Definition | undefined, field: Field): void {
    const definition = this.schema.field(parent, field.name);
    this.#fields.set(field, { parent, definition });
    const type = definition === undefined ? undefined : this.schema.type(nameOfType(definition.type));
    this.#walkArguments(field.arguments, definition?.arguments);
    this.#walkDirectives(field.directives, "FIELD");
    this.#walkSelections(type, field.selectionSet);
    for (const { field: visit } of this.#events) visit?.(field);
  }

  #walkInlineFragment(parent: Definition | undefined, fragment: InlineFragment): void {
    const type = fragment.typeCondition === "" ? parent : this.schema.type(fragment.typeCondition);
    this.#walkDirectives(fragment.directives, "INLINE_FRAGMENT");
    this.#walkSelections(type, fragment.selectionSet);
    for (const { inlineFragment: visit } of this.#events) visit?.(fragment, parent);
  }

  /** A fragment is walked once in each operation. */
  #walkSpread(parent: Definition | undefined, spread: FragmentSpread): void {
    const fragment = this.fragment(spread.name);
    if (fragment !== undefined) this.#spreads.set(spread, fragment);
    this.#walkDirectives(spread.directives, "FRAGMENT_SPREAD");
    if (fragment !== undefined && !this.#passed.has(fragment)) {
      this.#passed.add(fragment);
      this.#walkSelections(this.schema.type(fragment.typeCondition), fragment.selectionSet);
    }
    for (const { fragmentSpread: visit } of this.#events) visit?.(spread, parent);
  }
}
