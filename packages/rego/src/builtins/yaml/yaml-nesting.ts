import { type CST, Parser } from "yaml";

/**
 * Whether collections of a YAML text stand deeper in one another than so many levels.
 *
 * The library's parser keeps its own stack, but what makes documents of its tokens calls itself for each level, and running out of
 * stack there can end the whole process: V8 gives up where a regular expression is compiled with no stack left.
 */
export function nestsDeeperThan(text: string, levels: number): boolean {
  let open = [...new Parser().parse(text)].flatMap((token) => collectionsIn(token));
  for (let level = 0; level < levels && open.length > 0; level += 1)
    open = open.flatMap((token) => collectionsIn(token));
  return open.length > 0;
}

/** The collections right inside a document or a collection. */
function collectionsIn(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return [token.value].filter(isCollection);
  return "items" in token ? token.items.flatMap(({ key, value }) => [key, value].filter(isCollection)) : [];
}

const isCollection = (token: CST.Token | null | undefined): token is CST.Token =>
  token !== null && token !== undefined && "items" in token;
