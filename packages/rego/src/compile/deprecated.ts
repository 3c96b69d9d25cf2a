import type { BuiltinTable } from "../builtins/create-builtins.js";
import { calledOperator, type Rule } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { visitLiterals } from "./map-terms.js";

/** Rego v1 refuses deprecated builtins. */
export function checkDeprecated({ body }: Rule, builtins: BuiltinTable, problems: Diagnostic[]): void {
  visitLiterals(body, ({ expression, location }) => {
    const name = calledOperator(expression);
    if (name === undefined || builtins.get(name)?.deprecated !== true) return;
    const message = `deprecated built-in function calls in expression: ${name}`;
    problems.push(diagnose("rego_type_error", message, location));
  });
}
