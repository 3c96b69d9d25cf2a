/**
 * The engine with the small builtins and nothing that is large: neither regular expressions nor cryptography nor YAML. Entry of
 * its own for programs that are loaded without a bundler; `@ostiary/rego` has all of it too.
 */
export { type Builtin, type BuiltinContext, BuiltinFault } from "./builtins/builtin.js";
export type { BuiltinDefinition } from "./builtins/builtin-definition.js";
export { type BuiltinTable, createBuiltins } from "./builtins/create-builtins.js";
export { lightBuiltins, lightFamilies } from "./builtins/light-builtins.js";
export { networkBuiltins } from "./builtins/net/network.js";
export type { CompiledRegex, RegexEngine } from "./builtins/regex/regex-engine.js";
export { Budget, defaultLimits, type Limits } from "./evaluate/budget.js";
export type { EvaluateOptions, QueryResult } from "./evaluate/evaluate-query.js";
export { compilePolicy, type ModuleSource, type Policy, type PreparedQuery } from "./policy.js";
export type { PolicyOptions } from "./policy-options.js";
export { type Diagnostic, type Outcome, renderDiagnostic, renderDiagnostics } from "./syntax/diagnostic.js";
export { fromJson, jsonText, parseJson, toJson } from "./value/json.js";
export { RegoObject } from "./value/object.js";
export { RegoSet } from "./value/set.js";
export { toText } from "./value/text.js";
export type { Value } from "./value/value.js";
