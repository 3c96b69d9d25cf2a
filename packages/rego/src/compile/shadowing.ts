import { calledOperator, type Import, type Module } from "../syntax/ast.js";
import { type Diagnostic, diagnose } from "../syntax/diagnostic.js";
import { printTerm } from "../syntax/print-term.js";
import { certain } from "../value/certain.js";
import { headTerms, visitLiterals, visitTerms } from "./map-terms.js";
import { rulesOf } from "./resolve.js";

const rootDocuments: ReadonlySet<string> = new Set(["input", "data"]);

/** Rego v1: `input` and `data` cannot be names of rules or variables. */
export function checkRootDocuments(module: Module, problems: Diagnostic[]): void {
  for (const rule of rulesOf(module)) {
    const { head } = rule.head.reference;
    if (head.kind === "variable" && rootDocuments.has(head.name)) {
      const message = `rules must not shadow ${head.name} (use a different rule name)`;
      problems.push(diagnose("rego_compile_error", message, rule.location));
    }
  }
  for (const rule of rulesOf(module)) {
    const check = (body: typeof rule.body): void =>
      visitLiterals(body, (literal) => {
        const { expression } = literal;
        if (expression.kind !== "call" || calledOperator(expression) !== "assign") return;
        const [target] = expression.args;
        const name = printTerm(certain(target, "assigned term"));
        if (!rootDocuments.has(name)) return;
        const message = `variables must not shadow ${name} (use a different variable name)`;
        problems.push(diagnose("rego_compile_error", message, literal.location));
      });
    for (const term of headTerms(rule.head))
      visitTerms(term, (part) => {
        if (part.kind === "comprehension") check(part.body);
      });
    check(rule.body);
  }
}

/** Rego v1: two imports cannot have one name. */
export function checkDuplicateImports(module: Module, problems: Diagnostic[]): void {
  const seen = new Map<string, Import>();
  for (const entry of module.imports) {
    const last = entry.path.path.at(-1);
    const name = entry.alias ?? (last?.kind === "scalar" ? String(last.value) : printTerm(entry.path));
    const earlier = seen.get(name);
    if (earlier === undefined) {
      seen.set(name, entry);
      continue;
    }
    const alias = earlier.alias === undefined ? "" : ` as ${earlier.alias}`;
    const message = `import must not shadow import ${printTerm(earlier.path)}${alias}`;
    problems.push(diagnose("rego_compile_error", message, entry.location));
  }
}
