import type { Diagnostic, ModuleSource } from "@ostiary/rego";

/** Gives errors that have none the line that they are about, and a caret below their place. */
export const withExcerpts = (
  errors: readonly Diagnostic[],
  modules: readonly ModuleSource[],
): readonly Diagnostic[] => {
  const sources = new Map(modules.map(({ file, source }) => [file, source.split(/\r\n|\r|\n/)]));
  return errors.map((error) => {
    const line = sources.get(error.file)?.[error.row - 1];
    return error.excerpt !== undefined || line === undefined ? error : { ...error, excerpt: excerptOf(line, error) };
  });
};

/** Leading tabs are dropped, as OPA drops them; columns are counted in characters. */
const excerptOf = (line: string, { column }: Diagnostic): readonly [string, string] => {
  const visible = line.replace(/^\t+/, "");
  const dropped = line.length - visible.length;
  return [visible, `${" ".repeat(Math.max(0, column - 1 - dropped))}^`];
};
