export { type Builtin, type BuiltinContext, BuiltinFault } from "./builtins/builtin.js";
export type { BuiltinDefinition, BuiltinTable } from "./builtins/index.js";
export {
  aggregateBuiltins,
  allBuiltins,
  arrayBuiltins,
  awsBuiltins,
  base64Builtins,
  bitBuiltins,
  castBuiltins,
  createBuiltins,
  createRe2Engine,
  cryptoBuiltins,
  formatBuiltins,
  globBuiltins,
  globsMatchBuiltins,
  graphBuiltins,
  graphqlBuiltins,
  heavyFamilies,
  hexBuiltins,
  hostBuiltins,
  jsonBuiltins,
  jsonFilterBuiltins,
  jsonPatchBuiltins,
  jsonSchemaBuiltins,
  jwtBuiltins,
  lightBuiltins,
  lightFamilies,
  netCidrBuiltins,
  networkBuiltins,
  numberBuiltins,
  objectBuiltins,
  operatorBuiltins,
  privateKeyBuiltins,
  regexBuiltins,
  regoModuleBuiltins,
  renderTemplateBuiltins,
  semverBuiltins,
  setBuiltins,
  stringBuiltins,
  templateStringBuiltins,
  timeBuiltins,
  trimmingBuiltins,
  unavailableBuiltins,
  unitBuiltins,
  uriBuiltins,
  urlQueryBuiltins,
  uuidBuiltins,
  walkBuiltins,
  x509Builtins,
  yamlBuiltins,
} from "./builtins/index.js";
export type { CompiledRegex, RegexEngine } from "./builtins/regex/regex-engine.js";
export { readYaml } from "./builtins/yaml/yaml-reader.js";
export { writeYaml } from "./builtins/yaml/yaml-writer.js";
export { outerReferences, visitLiteralTerms } from "./compile/map-terms.js";
export { type MetadataSupport, metadataCalls, metadataSupport } from "./compile/metadata-support.js";
export { type PolicyChecks, policyChecks } from "./compile/policy-checks.js";
export { type CompileOptions, compileRego } from "./compile-rego.js";
export { CoverageRecorder, type CoverageReport, type FileCoverage } from "./debug/coverage.js";
export { type Dependencies, dependenciesOf } from "./debug/dependencies.js";
export { explainUndefined } from "./debug/explain-undefined.js";
export type { BodyExplanation, Explain, ExplanationLimits, FailedLiteral, SeenValue } from "./debug/explanation.js";
export { renderExplanation } from "./debug/explanation-text.js";
export { observeAll } from "./debug/observe-all.js";
export { type Breakpoint, type StackFrame, Stepper } from "./debug/stepper.js";
export { syntaxTree } from "./debug/syntax-tree.js";
export { type TraceOptions, TraceRecorder } from "./debug/trace.js";
export type { TraceEvent, TraceFrame, TraceKind } from "./debug/trace-event.js";
export { selectTrace, type TraceSelection } from "./debug/trace-filter.js";
export { renderTrace } from "./debug/trace-text.js";
export { Budget, defaultLimits, type Limits } from "./evaluate/budget.js";
export type { PrintedLine } from "./evaluate/context.js";
export type { EvaluateOptions, QueryResult } from "./evaluate/evaluate-query.js";
export type { Observer } from "./evaluate/observer.js";
export { yamlMetadata } from "./metadata-yaml.js";
export {
  compileParsed,
  compilePolicy,
  type ModuleSource,
  type Policy,
  type PreparedQuery,
  type PrepareOptions,
  type QueryExpression,
} from "./policy.js";
export type { PolicyOptions } from "./policy-options.js";
export type { QueryScope } from "./query-scope.js";
export type { Annotator, YamlReader } from "./syntax/annotations.js";
export type { Import, Literal, Module, Reference, Rule, Term } from "./syntax/ast.js";
export { convertToV1 } from "./syntax/convert-to-v1.js";
export {
  type Diagnostic,
  type DiagnosticCode,
  type Outcome,
  renderDiagnostic,
  renderDiagnostics,
} from "./syntax/diagnostic.js";
export { formatModule } from "./syntax/format.js";
export { parseModule } from "./syntax/parse-module.js";
export { printTerm } from "./syntax/print-term.js";
export { compare } from "./value/compare.js";
export { equal } from "./value/equal.js";
export { fromJson, type Json, type JsonObject, jsonText, parseJson, readJson, toJson } from "./value/json.js";
export { RegoObject } from "./value/object.js";
export { RegoSet } from "./value/set.js";
export { toText } from "./value/text.js";
export { typeNameOf } from "./value/type-name.js";
export type { Value } from "./value/value.js";
