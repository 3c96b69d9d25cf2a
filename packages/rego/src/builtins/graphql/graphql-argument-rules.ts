import { suggest } from "./graphql-suggestions.js";
import type { Argument, ArgumentDefinition, Directive, Field, Placed } from "./graphql-tree.js";
import { textOfType } from "./graphql-type.js";
import type { GraphqlWalk, Rule } from "./graphql-walk.js";

/** Arguments are those that the field or directive has. */
export const knownArgumentNames: Rule = (walk) => ({
  field(field) {
    const { parent, definition } = walk.fieldMeaning(field);
    if (parent === undefined || definition === undefined) return;
    reportUnknown(walk, field, definition.arguments, `field "${parent.name}.${field.name}"`);
  },
  directive(directive) {
    const definition = walk.schema.directive(directive.name);
    if (definition !== undefined)
      reportUnknown(walk, directive, definition.arguments, `directive "@${directive.name}"`);
  },
});

function reportUnknown(
  walk: GraphqlWalk,
  owner: Field | Directive,
  definitions: readonly ArgumentDefinition[],
  where: string,
): void {
  for (const { name } of owner.arguments) {
    if (walk.schema.find(definitions, name) !== undefined) continue;
    const names = definitions.map((definition) => definition.name);
    walk.report(`Unknown argument "${name}" on ${where}.${suggest(walk, "Did you mean", name, names)}`, owner);
  }
}

/** Arguments without which a field or directive has no meaning are there. */
export const providedRequiredArguments: Rule = (walk) => ({
  field(field) {
    const { definition } = walk.fieldMeaning(field);
    if (definition !== undefined) reportMissing(walk, field, definition.arguments, `Field "${field.name}"`);
  },
  directive(directive) {
    const definition = walk.schema.directive(directive.name);
    if (definition !== undefined)
      reportMissing(walk, directive, definition.arguments, `Directive "@${directive.name}"`);
  },
});

function reportMissing(
  walk: GraphqlWalk,
  owner: Field | Directive,
  definitions: readonly ArgumentDefinition[],
  what: string,
): void {
  walk.schema.charge(Math.ceil(definitions.length / 16));
  for (const { name, type, defaultValue } of definitions) {
    if (!type.nonNull || defaultValue !== undefined) continue;
    if (walk.schema.find(owner.arguments, name) !== undefined) continue;
    walk.report(
      `${what} argument "${name}" of type "${textOfType(type)}" is required, but it was not provided.`,
      owner,
    );
  }
}

/** No argument is given twice. */
export const uniqueArgumentNames: Rule = (walk) => ({
  field: (field) => reportRepeated(walk, field.arguments),
  directive: (directive) => reportRepeated(walk, directive.arguments),
});

function reportRepeated(walk: GraphqlWalk, args: readonly Argument[]): void {
  for (const argument of repeatedOnce(args, ({ name }) => name))
    walk.report(`There can be only one argument named "${argument.name}".`, argument);
}

/** The second of those that have the same name. */
export function repeatedOnce<T extends Placed>(nodes: readonly T[], nameOf: (node: T) => string): readonly T[] {
  const counts = new Map<string, number>();
  return nodes.filter((node) => {
    const count = (counts.get(nameOf(node)) ?? 0) + 1;
    counts.set(nameOf(node), count);
    return count === 2;
  });
}
