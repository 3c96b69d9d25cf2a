import { certain } from "../value/certain.js";
import type { NameSource } from "./name-source.js";

/** How a name came into a scope. */
export type Occurrence = "argument" | "assigned" | "declared" | "seen";

interface Declaration {
  readonly name: string;
  readonly occurrence: Occurrence;
}

const complaints: Readonly<Record<Occurrence, (name: string) => string>> = {
  argument: (name) => `arg ${name} redeclared`,
  assigned: (name) => `var ${name} assigned above`,
  declared: (name) => `var ${name} declared above`,
  seen: (name) => `var ${name} referenced above`,
};

/** The nested scopes of a rule with what is declared in each. */
export class DeclaredNames {
  private readonly scopes: Map<string, Declaration>[] = [new Map()];

  constructor(private readonly names: NameSource) {}

  /** Runs a step in a new inner scope. */
  inner<T>(step: () => T): T {
    this.scopes.push(new Map());
    const result = step();
    this.scopes.pop();
    return result;
  }

  /** Declares a name in the innermost scope; an error text when that scope has it already. */
  declare(name: string, occurrence: Occurrence): { readonly name: string } | { readonly error: string } {
    const existing = this.scope.get(name);
    if (existing !== undefined) return { error: complaints[existing.occurrence](name) };
    const unique = this.names.fresh(name);
    this.scope.set(name, { name: unique, occurrence });
    return { name: unique };
  }

  /** The unique name of a declared variable; a name that is not declared is remembered as seen. */
  use(name: string): string {
    const declared = this.find(name);
    if (declared !== undefined && declared.occurrence !== "seen") return declared.name;
    if (!this.scope.has(name)) this.scope.set(name, { name, occurrence: "seen" });
    return name;
  }

  /** The declaration that a name refers to here. */
  find(name: string): Declaration | undefined {
    for (let index = this.scopes.length - 1; index >= 0; index -= 1) {
      const declaration = this.scopes[index]?.get(name);
      if (declaration !== undefined) return declaration;
    }
    return undefined;
  }

  /** Source and unique names of what `some` declared in the innermost scope. */
  declaredHere(): readonly (readonly [source: string, unique: string])[] {
    return [...this.scope].flatMap(([source, { name, occurrence }]) =>
      occurrence === "declared" ? [[source, name] as const] : [],
    );
  }

  private get scope(): Map<string, Declaration> {
    return certain(this.scopes.at(-1), "scope");
  }
}
