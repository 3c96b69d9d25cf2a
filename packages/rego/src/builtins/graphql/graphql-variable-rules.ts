import { repeatedOnce } from "./graphql-argument-rules.js";
import { type GraphqlValue, type VariableDefinition, valueKind } from "./graphql-tree.js";
import { isCompatible, nameOfType, textOfType } from "./graphql-type.js";
import { valueText } from "./graphql-value-text.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** Variables that are used are defined. */
export const noUndefinedVariables: Rule = (walk) => ({
  value(value) {
    const { operation } = walk;
    if (operation === undefined || value.kind !== valueKind.variable || walk.variableOf(value) !== undefined) return;
    const where = operation.name === "" ? "" : ` by operation "${operation.name}"`;
    walk.report(`Variable "${valueText(value)}" is not defined${where}.`, value);
  },
});

/** Variables that are defined are used. */
export const noUnusedVariables: Rule = (walk) => ({
  operation({ name, variableDefinitions }) {
    const where = name === "" ? "" : ` in operation "${name}"`;
    for (const variable of variableDefinitions) {
      if (!walk.isUsed(variable)) walk.report(`Variable "$${variable.variable}" is never used${where}.`, variable);
    }
  },
});

/** No two variables have the same name. */
export const uniqueVariableNames: Rule = (walk) => ({
  operation({ variableDefinitions }) {
    for (const variable of repeatedOnce(variableDefinitions, (definition) => definition.variable))
      walk.report(`There can be only one variable named "$${variable.variable}".`, variable);
  },
});

/** Variables have types of input. */
export const variablesAreInputTypes: Rule = (walk) => ({
  operation({ variableDefinitions }) {
    for (const variable of variableDefinitions) {
      const kind = walk.schema.type(nameOfType(variable.type))?.kind;
      if (kind === undefined || kind === "SCALAR" || kind === "ENUM" || kind === "INPUT_OBJECT") continue;
      const type = textOfType(variable.type);
      walk.report(`Variable "$${variable.variable}" cannot be non-input type "${type}".`, variable);
    }
  },
});

/** Variables have the types that are expected where they stand. */
export const variablesInAllowedPosition: Rule = (walk) => ({
  value(value) {
    const variable = walk.variableOf(value);
    if (value.kind === valueKind.variable && variable !== undefined) checkPosition(walk, value, variable);
    const { definition } = walk.valueMeaning(value);
    const isChoice = definition?.directives.some(({ name }) => name === "oneOf") === true;
    if (value.kind === valueKind.object && isChoice) checkChoice(walk, value, definition.name);
  },
});

function checkPosition(walk: GraphqlWalk, value: GraphqlValue, { type, defaultValue }: VariableDefinition): void {
  const { expected, hasDefault } = walk.valueMeaning(value);
  if (expected === undefined || walk.operation === undefined) return;
  const isGiven = hasDefault === true || (defaultValue !== undefined && defaultValue.kind !== valueKind.null);
  if (isCompatible(type, isGiven ? { ...expected, nonNull: false } : expected)) return;
  const types = `of type "${textOfType(type)}" used in position expecting type "${textOfType(expected)}"`;
  walk.report(`Variable "${valueText(value)}" ${types}.`, value);
}

function checkChoice(walk: GraphqlWalk, value: GraphqlValue, name: string): void {
  for (const child of value.children) {
    const variable = walk.variableOf(child.value);
    if (child.value.kind !== valueKind.variable || variable === undefined || variable.type.nonNull) continue;
    const type = `is of type "${textOfType(variable.type)}"`;
    const message = `${type} but must be non-nullable to be used for OneOf Input Object "${name}".`;
    walk.report(`Variable "${valueText(child.value)}" ${message}`, variable);
  }
}
