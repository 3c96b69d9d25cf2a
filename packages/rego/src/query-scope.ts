import { type GlobalNames, globalNames } from "./compile/resolve.js";
import { type Module, rootName } from "./syntax/ast.js";
import type { Outcome } from "./syntax/diagnostic.js";
import { type ModuleOptions, parseModule } from "./syntax/parse-module.js";

/** Which short names a query can use, as if it stood in a module. */
export interface QueryScope {
  /** The package whose rules need no `data.…` in front of them, e.g. `example.authz`. Default: none. */
  readonly package?: string;
  /** Imports as a module writes them, without the word: `data.lib.names`, `input.request as request`. */
  readonly imports?: readonly string[];
}

/** What the short names of a query stand for; the errors of a package or an import that does not parse. */
export function readQueryScope(
  { package: packageName, imports = [] }: QueryScope,
  modules: readonly Module[],
  options: ModuleOptions,
): Outcome<GlobalNames> {
  if (packageName === undefined && imports.length === 0) return { ok: true, value: new Map() };
  const lines = [`package ${packageName ?? "query"}`, ...imports.map((path) => `import ${path}`)];
  const header = parseModule(`${lines.join("\n")}\n`, options);
  if (!header.ok) return header;
  const rules = packageName === undefined ? [] : rulesOfPackage(header.value.package.path, modules);
  return { ok: true, value: globalNames(header.value, new Set(rules)) };
}

function rulesOfPackage(path: readonly string[], modules: readonly Module[]): readonly string[] {
  const key = JSON.stringify(path);
  return modules
    .filter((module) => JSON.stringify(module.package.path) === key)
    .flatMap(({ rules }) => rules.map(({ head }) => rootName(head.reference)));
}
