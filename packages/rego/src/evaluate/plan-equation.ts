import type { Reference, Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { equal } from "../value/equal.js";
import { planMatch } from "./match.js";
import { planSearch } from "./plan-search.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step } from "./step.js";

/** Plans `left = right`. */
export function planEquation(sides: readonly Term[], scope: Scope, planner: Planner): Step {
  const left = certain(sides[0], "left side");
  const right = certain(sides[1], "right side");
  if (isIteration(left, scope)) return planIterated(left, right, scope, planner);
  if (isIteration(right, scope)) return planIterated(right, left, scope, planner);
  if (scope.knows(right)) return planMatching(right, left, scope, planner);
  if (scope.knows(left)) return planMatching(left, right, scope, planner);
  return planPairs(left, right, scope, planner);
}

const isIteration = (term: Term, scope: Scope): term is Reference => term.kind === "reference" && !scope.knows(term);

/** Each value of the reference is matched with the other side. */
function planIterated(reference: Reference, other: Term, scope: Scope, planner: Planner): Step {
  if (isIteration(other, scope)) return planBothIterated(reference, other, scope, planner);
  const search = planSearch(reference, scope, planner);
  const match = planMatch(other, scope, planner);
  return {
    search: (next) => search((value, frame, context) => match(value, frame, context) && next(frame, context)),
  };
}

function planBothIterated(left: Reference, right: Reference, scope: Scope, planner: Planner): Step {
  const searchLeft = planSearch(left, scope, planner);
  const slot = scope.layout.reserve();
  if (scope.knows(right)) {
    const plan = planTerm(right, scope, planner);
    return {
      search: (next) =>
        searchLeft((value, frame, context) => {
          const other = plan(frame, context);
          return other !== undefined && equal(value, other) && next(frame, context);
        }),
    };
  }
  const searchRight = planSearch(right, scope, planner);
  return {
    search: (next) => {
      const inner = searchRight((value, frame, context) => {
        const other = frame[slot];
        return other !== undefined && equal(value, other) && next(frame, context);
      });
      return searchLeft((value, frame, context) => {
        frame[slot] = value;
        return inner(frame, context);
      });
    },
  };
}

function planMatching(source: Term, pattern: Term, scope: Scope, planner: Planner): Step {
  const plan = planTerm(source, scope, planner);
  if (pattern.kind === "variable" && pattern.name !== "input" && !scope.isBound(pattern.name)) {
    const slot = scope.bind(pattern.name);
    return {
      test: (frame, context) => {
        const value = plan(frame, context);
        if (value === undefined) return false;
        frame[slot] = value;
        return true;
      },
    };
  }
  const match = planMatch(pattern, scope, planner);
  return {
    test: (frame, context) => {
      const value = plan(frame, context);
      return value !== undefined && match(value, frame, context);
    },
  };
}

type Pair = readonly [Term, Term];

/** Both sides bind something: they are taken apart, and the parts are solved as soon as one side is known. */
function planPairs(left: Term, right: Term, scope: Scope, planner: Planner): Step {
  const parts = partsOf(left, right);
  if (parts === undefined) return { test: () => false };
  const steps: Step[] = [];
  let pending = parts;
  while (pending.length > 0) {
    const ready = pending.find(([one, other]) => scope.knows(one) || scope.knows(other));
    // Safety has made sure that every variable is bound by some part.
    if (ready === undefined) throw new Error("an unsafe equation was not refused");
    pending = pending.filter((pair) => pair !== ready);
    steps.push(planEquation(ready, scope, planner));
  }
  return joined(steps);
}

/** The smallest parts of two patterns that must be equal; undefined: the patterns cannot be equal. */
function partsOf(left: Term, right: Term): readonly Pair[] | undefined {
  const pairs = innerPairs(left, right);
  if (pairs === "none") return [[left, right]];
  if (pairs === undefined) return undefined;
  const parts: Pair[] = [];
  for (const pair of pairs) {
    const inner = partsOf(...pair);
    if (inner === undefined) return undefined;
    parts.push(...inner);
  }
  return parts;
}

/** The members of two collections in pairs; `none`: at least one side is no pattern. */
function innerPairs(left: Term, right: Term): readonly Pair[] | undefined | "none" {
  if (left.kind === "array" && right.kind === "array") {
    if (left.items.length !== right.items.length) return undefined;
    return left.items.map((item, index): Pair => [item, certain(right.items[index], "item")]);
  }
  if (left.kind !== "object" || right.kind !== "object") return "none";
  if (left.entries.length !== right.entries.length) return undefined;
  const pairs: Pair[] = [];
  for (const [key, value] of left.entries) {
    const other = right.entries.find(([otherKey]) => isSameKey(key, otherKey));
    if (other === undefined) return undefined;
    pairs.push([value, other[1]]);
  }
  return pairs;
}

const isSameKey = (left: Term, right: Term): boolean =>
  left.kind === "scalar" && right.kind === "scalar" && equal(left.value, right.value);

function joined(steps: readonly Step[]): Step {
  const tests = steps.flatMap((step) => ("test" in step ? [step.test] : []));
  if (tests.length === steps.length) return { test: (frame, context) => tests.every((test) => test(frame, context)) };
  return { search: (next) => steps.reduceRight((run, step) => searchOf(step)(run), next) };
}

const searchOf = (step: Step) =>
  "search" in step
    ? step.search
    : (next: Parameters<Extract<Step, { search: unknown }>["search"]>[0]) =>
        ((frame, context) => step.test(frame, context) && next(frame, context)) satisfies typeof next;
