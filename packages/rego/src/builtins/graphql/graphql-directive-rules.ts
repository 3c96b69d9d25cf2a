import type { Rule } from "./graphql-walk.js";

/** Directives are known, and may be used where they are. */
export const knownDirectives: Rule = (walk) => {
  const reported = new Set<string>();
  return {
    directive(directive, location) {
      const { name, position } = directive;
      const definition = walk.schema.directive(name);
      if (definition === undefined) return walk.report(`Unknown directive "@${name}".`, directive);
      const place = JSON.stringify([name, position]);
      if (definition.locations.includes(location) || reported.has(place)) return;
      reported.add(place);
      walk.report(`Directive "@${name}" may not be used on ${location}.`, directive);
    },
  };
};

/** No directive is used twice at one place unless it says that it may. */
export const uniqueDirectivesPerLocation: Rule = (walk) => ({
  directiveList(directives) {
    const seen = new Set<string>();
    for (const directive of directives) {
      const { name } = directive;
      const isRepeatable = walk.schema.directive(name)?.isRepeatable === true;
      if (!isRepeatable && seen.has(name))
        walk.report(`The directive "@${name}" can only be used once at this location.`, directive);
      seen.add(name);
    }
  },
});
