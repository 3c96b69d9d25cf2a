import type { DefinedRule } from "../compile/rule-tree.js";
import type { Rule, Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import type { RegoSet } from "../value/set.js";
import type { Value } from "../value/value.js";
import { Collector, collectorAt, placeCollector } from "./collector.js";
import type { Context, Frame, Match, Run } from "./context.js";
import { planMatch } from "./match.js";
import { planBody } from "./plan-body.js";
import { evaluateAll, planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Conditions } from "./rule-index/conditions.js";
import { indexDefinitions } from "./rule-index/definition-index.js";
import { conditionsOf, type Exclude, planExclusion } from "./rule-index/exclusion.js";
import { Scope } from "./scope.js";
import type { TreeBuilder } from "./tree-builder.js";

/** Evaluates the definitions of partial rules at one place. */
export interface PartialDefinitions {
  /** The union of all members. */
  set(context: Context): RegoSet;
  /** Adds the nested objects that reference heads build; `path` leads to the place of the rules. */
  fill(tree: TreeBuilder, path: readonly Value[], context: Context): void;
  /** The same for one key only. */
  fillAt(key: Value, tree: TreeBuilder, context: Context): void;
}

/** Takes the parts of a head at each solution of a body, and gives the member or value among them. */
type Collect = (frame: Frame, context: Context, target: Collector) => Value;

type Gather = (frame: Frame, context: Context, target: Collector) => void;

interface Definition {
  readonly rule: Rule;
  readonly conditions: Conditions;
  readonly collect: (context: Context, target: Collector) => void;
}

/** Plans the definitions of partial rules; `depth` is the length of their constant path. */
export function planPartialDefinitions(
  rules: readonly DefinedRule[],
  depth: number,
  planner: Planner,
): PartialDefinitions {
  const whole = rules.map((defined) => planDefinition(defined, depth, planner));
  const candidates = planner.observes ? () => whole : indexDefinitions(whole, planner);
  let keyed: readonly KeyedDefinition[] | undefined;
  const collect = (target: Collector, context: Context): void => {
    for (const definition of candidates(noArguments, context)) definition.collect(context, target);
  };
  return {
    set: (context) => {
      const target = new Collector();
      collect(target, context);
      return target.set;
    },
    fill: (tree, path, context) => collect(new Collector(tree, path), context),
    fillAt: (key, tree, context) => {
      keyed ??= rules.map((defined) => planKeyed(defined, depth, planner));
      const target = new Collector(tree);
      for (const definition of keyed) definition(key, context, target);
    },
  };
}

const noArguments: readonly Value[] = [];

function planDefinition({ rule, reference }: DefinedRule, depth: number, planner: Planner): Definition {
  const conditions = conditionsOf(rule, planner);
  const scope = Scope.start("any");
  const slot = scope.layout.reserve();
  const run = planBody(rule.body, scope, planner, (bodyScope) =>
    collectAtEnd(planCollect(rule, reference.path.slice(depth), bodyScope, planner), slot),
  );
  const gather = planGathering(run, rule, slot, planner);
  const excludes = planDefinitionExclusion(conditions, planner);
  return {
    rule,
    conditions,
    collect: (context, target) => {
      if (excludes?.(noArguments, context) === true) return;
      const frame: Frame = new Array<undefined>(scope.layout.size);
      gather(frame, context, target);
    },
  };
}

/** Observers see all definitions tried. */
const planDefinitionExclusion = ({ conditions }: Conditions, planner: Planner): Exclude | undefined =>
  planner.observes ? undefined : planExclusion(conditions, planner);

/** Runs a body until it has no further solution; each is gathered in the collector. */
function planGathering(run: Run, rule: Rule, slot: number, planner: Planner): Gather {
  return (frame, context, target) => {
    const { budget, observer } = context.evaluation;
    placeCollector(frame, slot, target);
    budget.enter();
    if (planner.observes) observer?.enterRule?.(rule);
    target.latest = undefined;
    run(frame, context);
    if (planner.observes) observer?.exitRule?.(rule, target.latest);
    budget.leave();
  };
}

function collectAtEnd(collect: Collect, slot: number): Run {
  return (frame, context) => {
    const target = collectorAt(frame, slot);
    target.latest = collect(frame, context, target);
    return false;
  };
}

function planCollect(rule: Rule, path: readonly Term[], scope: Scope, planner: Planner): Collect {
  const keys = path.map((part) => planTerm(part, scope, planner));
  const { key, value: term } = rule.head;
  const leaf = planTerm(certain(key ?? term, "member or value"), scope, planner);
  if (key !== undefined && keys.length === 0) {
    return (frame, context, target) => {
      const member = certain(leaf(frame, context), "member");
      target.set.add(member);
      return member;
    };
  }
  return (frame, context, target) => {
    const place = [...target.path, ...certain(evaluateAll(keys, frame, context), "path")];
    const value = certain(leaf(frame, context), "member or value");
    if (key === undefined) target.tree.set(place, value, rule.location);
    else target.tree.add(place, value, rule.location);
    return value;
  };
}

type KeyedDefinition = (key: Value, context: Context, target: Collector) => void;

/** Plans a definition for one known key: the first part of its path is matched before the body. */
function planKeyed({ rule, reference }: DefinedRule, depth: number, planner: Planner): KeyedDefinition {
  const scope = Scope.start("any");
  const path = reference.path.slice(depth);
  const [first] = path;
  const slot = scope.layout.reserve();
  const match: Match = first === undefined || !isPattern(first, scope) ? () => true : planMatch(first, scope, planner);
  const run = planBody(rule.body, scope, planner, (bodyScope) =>
    collectAtEnd(planCollect(rule, path, bodyScope, planner), slot),
  );
  const gather = planGathering(run, rule, slot, planner);
  const excludes = planDefinitionExclusion(conditionsOf(rule, planner), planner);
  return (key, context, target) => {
    if (excludes?.(noArguments, context) === true) return;
    const frame: Frame = new Array<undefined>(scope.layout.size);
    if (match(key, frame, context)) gather(frame, context, target);
  };
}

/** Can a value be matched with the term before the body has bound its variables? */
function isPattern(term: Term, scope: Scope): boolean {
  if (term.kind === "scalar" || term.kind === "variable") return true;
  if (term.kind === "array") return term.items.every((item) => isPattern(item, scope));
  if (term.kind !== "object") return false;
  return term.entries.every(([key, value]) => scope.knows(key) && isPattern(value, scope));
}
