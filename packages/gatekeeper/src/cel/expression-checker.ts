import type { CelType } from "./cel-value.js";
import type { Expression } from "./expression.js";
import type { FunctionDeclaration, Overload } from "./function-declaration.js";
import type { SourceIssue } from "./source-issue.js";
import type { Substitution } from "./unify.js";

/** Names in scope; inner ones hide outer ones. */
export type Names = ReadonlyMap<string, CelType>;

/** What finds the types of the parts of an expression. */
export interface ExpressionChecker {
  readonly types: Substitution;
  readonly issues: readonly SourceIssue[];
  check(expression: Expression, names: Names): CelType;
  report(offset: number, message: string): CelType;
  /** Demands a type of a part. */
  assertType(offset: number, expected: CelType, found: CelType): boolean;
  /** The result of a call: of the overloads that go with the arguments, or `dyn` when these do not agree. */
  resolveOverload(
    declaration: FunctionDeclaration,
    style: Overload["style"],
    argumentTypes: readonly CelType[],
    offset: number,
  ): CelType;
  declaration(name: string): FunctionDeclaration;
}
