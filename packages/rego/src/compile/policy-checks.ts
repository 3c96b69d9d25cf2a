import type { Builtin } from "../builtins/builtin.js";
import type { BuiltinTable } from "../builtins/create-builtins.js";
import type { Module, Rule, Term } from "../syntax/ast.js";
import type { Diagnostic } from "../syntax/diagnostic.js";
import { checkDeprecated } from "./deprecated.js";
import type { RuleNode } from "./rule-tree.js";
import { checkDuplicateImports, checkRootDocuments } from "./shadowing.js";
import { checkUnusedImports, checkUnusedVariables } from "./strict.js";
import { callLines } from "./type-checker/call-types.js";
import { type CheckedTypes, checkTypes, type TypeContext } from "./type-checker/type-check.js";
import { checkVoidCalls } from "./void-calls.js";

/** What finds faults without which a policy can be evaluated as well. */
export interface PolicyChecks {
  /** Infers the types of rules and reports what can never be true. */
  readonly types: (root: RuleNode, context: TypeContext) => CheckedTypes;
  /** The types that a call with too few or too many arguments has and should have, as lines below its error. */
  readonly callLines: (args: readonly Term[], builtin: Builtin) => readonly string[];
  /** Reports calls of `print` in other terms. */
  readonly voidCalls: (rule: Rule, problems: Diagnostic[]) => void;
  /** Of v1: reports rules and variables with the names of root documents. */
  readonly rootDocuments: (module: Module, problems: Diagnostic[]) => void;
  /** Of v1: reports imports that hide others. */
  readonly duplicateImports: (module: Module, problems: Diagnostic[]) => void;
  /** Of v1: reports calls of deprecated builtins. */
  readonly deprecated: (rule: Rule, builtins: BuiltinTable, problems: Diagnostic[]) => void;
  /** Of strict mode: reports imports that are not used. */
  readonly unusedImports: (module: Module, problems: Diagnostic[]) => void;
  /** Of strict mode: reports arguments and variables that are not used. */
  readonly unusedVariables: (rule: Rule, problems: Diagnostic[]) => void;
}

/** The checks of OPA's compiler. */
export const policyChecks: PolicyChecks = {
  types: checkTypes,
  callLines,
  voidCalls: checkVoidCalls,
  rootDocuments: checkRootDocuments,
  duplicateImports: checkDuplicateImports,
  deprecated: checkDeprecated,
  unusedImports: checkUnusedImports,
  unusedVariables: checkUnusedVariables,
};
