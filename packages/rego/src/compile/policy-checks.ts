import type { Builtin } from "../builtins/builtin.js";
import type { Module, Rule, Term } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import type { RuleNode } from "./rule-tree.js";
import { checkUnusedImports, checkUnusedVariables } from "./strict.js";
import { callLines } from "./type-checker/call-types.js";
import { type CheckedTypes, checkTypes, type TypeContext } from "./type-checker/type-check.js";

/** What finds faults without which a policy can be evaluated as well. */
export interface PolicyChecks {
  /** Infers the types of rules and reports what can never be true. */
  readonly types: (root: RuleNode, context: TypeContext) => CheckedTypes;
  /** The types that a call with too few or too many arguments has and should have, as lines below its error. */
  readonly callLines: (args: readonly Term[], builtin: Builtin) => readonly string[];
  /** Reports what strict mode refuses in the imports of a module. */
  readonly unusedImports: (module: Module, problems: Diagnostic[]) => void;
  /** Reports what strict mode refuses in a rule. */
  readonly unusedVariables: (rule: Rule, problems: Diagnostic[]) => void;
}

/** The checks of OPA's compiler. */
export const policyChecks: PolicyChecks = {
  types: checkTypes,
  callLines,
  unusedImports: checkUnusedImports,
  unusedVariables: checkUnusedVariables,
};
