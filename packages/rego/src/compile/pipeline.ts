import type { BuiltinTable } from "../builtins/create-builtins.js";
import type { Module, Rule } from "../syntax/ast.js";
import type { Diagnostic, Outcome } from "../syntax/diagnostic.js";
import type { Reference as Release } from "../value/reference.js";
import { checkConflicts } from "./conflicts.js";
import { declareInRule } from "./declare.js";
import { separateInRule, unifyEqualsInRule } from "./dynamic-terms.js";
import { type FlattenContext, flattenRule } from "./flatten.js";
import { arityOf, checkCalls } from "./functions.js";
import { simplifyComprehensionHeads, simplifyHead } from "./head-terms.js";
import { mapBranches } from "./map-terms.js";
import type { MetadataSupport } from "./metadata-support.js";
import { NameSource } from "./name-source.js";
import type { Arity } from "./outputs.js";
import type { PolicyChecks } from "./policy-checks.js";
import { erasePrintsInRule, expandPrintsInRule } from "./print-calls.js";
import { limitProblems } from "./problem-list.js";
import { checkRecursion } from "./recursion.js";
import { resolveModules, rulesOf } from "./resolve.js";
import { growRuleTree, type RuleNode } from "./rule-tree.js";
import { checkHeadSafety, orderRule } from "./safety.js";
import { expandTemplates } from "./template-strings.js";
import type { CheckedTypes } from "./type-checker/type-check.js";
import { prepareWithInRule } from "./with-modifiers.js";

/** How modules are compiled. */
export interface PipelineOptions {
  readonly builtins: BuiltinTable;
  /** `on`: calls of `print` reach the sink; `off`: they are removed. */
  readonly printing: "on" | "off";
  /** The release of OPA whose verdicts are given. */
  readonly release: Release;
  /** `on`: what v1 refuses is refused of v0 too, and so is what is not used. Default `off`. */
  readonly strict?: "on" | "off";
  /** Finds faults that do not hinder evaluation; without it they are not looked for. */
  readonly checks?: PolicyChecks | undefined;
  /** Answers the calls that ask for metadata; without it there are none. */
  readonly metadata?: MetadataSupport | undefined;
}

/** Modules after all rewriting, ready to be planned. */
export interface Compiled {
  readonly modules: readonly Module[];
  readonly tree: RuleNode;
  readonly arity: Arity;
  readonly builtins: BuiltinTable;
  readonly printing: "on" | "off";
  readonly release: Release;
  readonly names: NameSource;
  readonly checks: PolicyChecks | undefined;
  readonly types: CheckedTypes;
}

/** What the stages hand on to each other. */
interface State {
  modules: readonly Module[];
  tree: RuleNode;
  types: CheckedTypes;
  readonly names: NameSource;
  readonly problems: Diagnostic[];
  readonly options: PipelineOptions;
}

type Stage = (state: State) => void;

const noTypes: CheckedTypes = { problems: [], checkQuery: () => [] };

/** Rebuilds every rule, else branches one by one. */
function eachRule(state: State, map: (rule: Rule, module: Module) => Rule): void {
  state.modules = state.modules.map((module) => ({
    ...module,
    rules: module.rules.map((rule) => mapBranches(rule, (branch) => map(branch, module))),
  }));
}

function checkEachRule(state: State, check: (rule: Rule, module: Module) => void): void {
  for (const module of state.modules) for (const rule of rulesOf(module)) check(rule, module);
}

/** The checks of v1, of which v0 is spared. */
const checksOfV1 = ({ version }: Module, { options }: State): PolicyChecks | undefined =>
  version !== "v0" || options.strict === "on" ? options.checks : undefined;

const arityIn = (state: State): Arity => arityOf(state.tree, state.options.builtins);

/** The checks of strict mode, where it is asked for. */
const strictChecks = ({ options }: State): PolicyChecks | undefined =>
  options.strict === "on" ? options.checks : undefined;

const flattenContext = (state: State, module: Module): FlattenContext => ({
  names: state.names,
  negatesWhole: module.negatesWhole,
});

/** The stages in OPA's order: one that finds errors is the last. */
const stages: readonly Stage[] = [
  (state) => {
    for (const module of state.modules) strictChecks(state)?.unusedImports(module, state.problems);
    state.modules = resolveModules(state.modules, state.problems);
  },
  (state) => {
    for (const module of state.modules) checksOfV1(module, state)?.rootDocuments(module, state.problems);
  },
  (state) => {
    for (const module of state.modules) checksOfV1(module, state)?.duplicateImports(module, state.problems);
  },
  (state) => {
    const checks = strictChecks(state);
    for (const { rules } of state.modules) for (const rule of rules) checks?.unusedVariables(rule, state.problems);
  },
  (state) => eachRule(state, (rule) => declareInRule(rule, state.names, state.problems)),
  (state) => eachRule(state, (rule) => expandTemplates(rule, state.names)),
  (state) => checkEachRule(state, (rule) => state.options.checks?.voidCalls(rule, state.problems)),
  (state) => {
    state.tree = growRuleTree(state.modules);
    const { names, problems, options } = state;
    const context = { names, arity: arityIn(state), problems, release: options.release };
    eachRule(state, (rule) =>
      state.options.printing === "on" ? expandPrintsInRule(rule, context) : erasePrintsInRule(rule),
    );
  },
  (state) => eachRule(state, (rule, module) => flattenRule(rule, flattenContext(state, module))),
  (state) => {
    state.modules = state.options.metadata?.expandCalls(state.modules) ?? state.modules;
  },
  (state) =>
    eachRule(state, (rule) => {
      const simple = simplifyHead({ ...rule, body: simplifyComprehensionHeads(rule.body, state.names) }, state.names);
      return simple;
    }),
  (state) => {
    state.tree = growRuleTree(state.modules);
    const { names, tree: root, problems } = state;
    eachRule(state, (rule) => prepareWithInRule(rule, { names, root, problems, builtins: state.options.builtins }));
  },
  (state) => checkConflicts(state.tree, state.modules, state.options.release, state.problems),
  (state) => {
    const { builtins, checks } = state.options;
    const context = { arity: arityIn(state), builtins, checks, problems: state.problems };
    checkEachRule(state, (rule) => checkCalls(rule.body, context));
  },
  (state) => checkEachRule(state, (rule) => checkHeadSafety(rule, state.options.release, state.problems)),
  (state) => {
    const arity = arityIn(state);
    const { problems, options } = state;
    eachRule(state, (rule) => orderRule(rule, { arity, release: options.release, problems }));
  },
  (state) => eachRule(state, unifyEqualsInRule),
  (state) => eachRule(state, (rule, module) => separateInRule(rule, flattenContext(state, module))),
  (state) => {
    state.tree = growRuleTree(state.modules);
    checkRecursion(state.tree, state.options.release, state.problems);
  },
  (state) => {
    state.types = state.options.checks?.types(state.tree, state.options) ?? noTypes;
    state.problems.push(...state.types.problems);
  },
  (state) =>
    checkEachRule(state, (rule, module) =>
      checksOfV1(module, state)?.deprecated(rule, state.options.builtins, state.problems),
    ),
];

/** Compiles parsed modules, in the order given. */
export function compileModules(modules: readonly Module[], options: PipelineOptions): Outcome<Compiled> {
  const state: State = {
    modules,
    tree: growRuleTree([]),
    names: new NameSource(),
    types: noTypes,
    problems: [],
    options,
  };
  for (const stage of stages) {
    stage(state);
    if (state.problems.length > 0) return { ok: false, errors: limitProblems(state.problems) };
  }
  const { tree, names, types } = state;
  const { checks } = options;
  return { ok: true, value: { ...options, modules: state.modules, tree, arity: arityIn(state), names, checks, types } };
}
