import type { Term } from "../syntax/ast.js";
import type { Value } from "../value/value.js";
import type { Consume, Context, Evaluate, Frame, Match, Run } from "./context.js";
import { baseGet, type DocumentNode, isReplaced } from "./document.js";
import { planPath } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import { type Part, planParts, type Search, walkPart } from "./walk-path.js";

/** Plans a reference under `data` that has at most one value. */
export function planDataLookup(path: readonly Term[], scope: Scope, planner: Planner): Evaluate {
  const general = planGeneralLookup(path, scope, planner);
  const { node, used } = constantStart(path, planner);
  const rest = path.slice(used);
  const { group } = node;
  if (group !== undefined && group.kind !== "tree" && !node.hasChildren) {
    const plan = planPath((_frame, context) => node.extent(undefined, context), rest, scope, planner);
    return (frame, context) => (context.replaced.length === 0 ? plan(frame, context) : general(frame, context));
  }
  return general;
}

function planGeneralLookup(path: readonly Term[], scope: Scope, planner: Planner): Evaluate {
  const slot = scope.layout.reserve();
  const run = planDataSearch(
    path,
    scope,
    planner,
  )((value, frame) => {
    frame[slot] = value;
    return true;
  });
  return (frame, context) => (run(frame, context) ? frame[slot] : undefined);
}

/** The node that the constant beginning of a path leads to, as far as rules are concerned. */
function constantStart(path: readonly Term[], planner: Planner): { node: DocumentNode; used: number } {
  let node = planner.root;
  let used = 0;
  for (const part of path) {
    const child = part.kind === "scalar" && node.group === undefined ? node.child(part.value) : undefined;
    if (child === undefined) break;
    node = child;
    used += 1;
  }
  return { node, used };
}

/** What follows in a path, for a value and for a place where rules are defined. */
interface Continuation {
  /** For a value of base data. */
  readonly base: Consume;
  /** For a value of a rule. */
  readonly value: Consume;
  readonly node: NodeConsume;
}

type NodeConsume = (node: DocumentNode, base: Value | undefined, frame: Frame, context: Context) => boolean;

/** Plans a reference under `data` that may have several values. */
export function planDataSearch(path: readonly Term[], scope: Scope, planner: Planner): Search {
  const parts = planParts(path, scope, planner);
  const { node: start, used } = constantStart(path, planner);
  return (consume) => {
    const whole = continuePath(parts, consume, scope.order);
    const rest = continuePath(parts.slice(used), consume, scope.order);
    return startAt(planner.root, start, whole, rest);
  };
}

function startAt(root: DocumentNode, start: DocumentNode, whole: Continuation, rest: Continuation): Run {
  return (frame, context) => {
    if (context.replaced.length > 0) return enterNode(root, context.data, whole, frame, context);
    let base: Value | undefined = context.data;
    for (const key of start.path) base = baseGet(base, key);
    return rest.node(start, base, frame, context);
  };
}

function enterNode(
  node: DocumentNode,
  base: Value | undefined,
  next: Continuation,
  frame: Frame,
  context: Context,
): boolean {
  if (isReplaced(node.path, context)) return base !== undefined && next.base(base, frame, context);
  return next.node(node, base, frame, context);
}

function continuePath(parts: readonly Part[], consume: Consume, order: Scope["order"]): Continuation {
  let next: Continuation = { base: consume, value: consume, node: consumeExtent(consume) };
  for (const part of [...parts].reverse()) next = continuePart(part, next, order);
  return next;
}

function continuePart(part: Part, next: Continuation, order: Scope["order"]): Continuation {
  const value = walkPart(part, next.value, order);
  if ("each" in part) {
    return { base: walkPart(part, next.base, order), value, node: nodeAtEach(part.each, next, value) };
  }
  // A name is found in base data as anywhere else; of other keys the store finds the text too.
  const key: Evaluate = "name" in part ? () => part.name : part.key;
  const base = "name" in part ? walkPart(part, next.base, order) : baseAtKey(part.key, next.base);
  return { base, value, node: nodeAtKey(key, next) };
}

const consumeExtent =
  (consume: Consume): NodeConsume =>
  (node, base, frame, context) => {
    const value = node.extent(base, context);
    return value !== undefined && consume(value, frame, context);
  };

function baseAtKey(planKey: Evaluate, next: Consume): Consume {
  return (base, frame, context) => {
    const key = planKey(frame, context);
    const value = key === undefined ? undefined : baseGet(base, key);
    return value !== undefined && next(value, frame, context);
  };
}

function nodeAtKey(planKey: Evaluate, next: Continuation): NodeConsume {
  return (node, base, frame, context) => {
    const key = planKey(frame, context);
    return key !== undefined && atKey(node, base, key, next, frame, context);
  };
}

function atKey(
  node: DocumentNode,
  base: Value | undefined,
  key: Value,
  next: Continuation,
  frame: Frame,
  context: Context,
): boolean {
  if (node.group !== undefined) {
    const value = node.valueAt(key, context);
    return value !== undefined && next.value(value, frame, context);
  }
  const inner = baseGet(base, key);
  const child = node.child(key);
  if (child !== undefined) return enterNode(child, inner, next, frame, context);
  return inner !== undefined && next.base(inner, frame, context);
}

function nodeAtEach(match: Match, next: Continuation, eachOfValue: Consume): NodeConsume {
  return (node, base, frame, context) => {
    if (node.group !== undefined) {
      const whole = node.extent(undefined, context);
      return whole !== undefined && eachOfValue(whole, frame, context);
    }
    const { budget } = context.evaluation;
    for (const key of node.keys(base)) {
      budget.spend(1);
      if (match(key, frame, context) && atKey(node, base, key, next, frame, context)) return true;
    }
    return false;
  };
}
