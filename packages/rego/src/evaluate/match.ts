import { variablesOf } from "../compile/scope-variables.js";
import type { Term } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { property, sizeOf } from "../value/collection.js";
import { equal } from "../value/equal.js";
import { isArray, isObjectValue, type Value } from "../value/value.js";
import { constantValue } from "./constant.js";
import type { Match } from "./context.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";

/** Plans the comparison of a value with a pattern; variables that are not bound yet take the value's parts. */
export function planMatch(pattern: Term, scope: Scope, planner: Planner): Match {
  const constant = constantValue(pattern);
  if (constant !== undefined) return matchConstant(constant);
  if (pattern.kind === "variable") return matchVariable(pattern.name, scope);
  if (scope.knows(pattern)) return matchExpression(pattern, scope, planner);
  if (pattern.kind === "array") return matchArray(pattern.items, scope, planner);
  if (pattern.kind === "object") return matchObject(pattern.entries, scope, planner);
  return matchNothing(pattern, scope);
}

/** A set with unbound members equals no value: they stay unbound, although they are safe. */
function matchNothing(pattern: Term, scope: Scope): Match {
  for (const name of variablesOf([pattern])) scope.bind(name);
  return () => false;
}

/** A wildcard: callers that see it may leave out the call. */
export const matchAnything: Match = () => true;

function matchConstant(constant: Value): Match {
  const isSimple = typeof constant === "string" || typeof constant === "boolean" || constant === null;
  return isSimple ? (value) => value === constant : (value) => equal(value, constant);
}

function matchVariable(name: string, scope: Scope): Match {
  if (name === "input") return (value, _frame, context) => context.input !== undefined && equal(value, context.input);
  if (scope.isBound(name)) {
    const slot = scope.slotOf(name);
    return (value, frame) => {
      const other = frame[slot];
      return other !== undefined && equal(value, other);
    };
  }
  if (name.startsWith("$")) return matchAnything;
  const slot = scope.bind(name);
  return (value, frame) => {
    frame[slot] = value;
    return true;
  };
}

function matchExpression(pattern: Term, scope: Scope, planner: Planner): Match {
  const plan = planTerm(pattern, scope, planner);
  return (value, frame, context) => {
    const other = plan(frame, context);
    return other !== undefined && equal(value, other);
  };
}

function matchArray(items: readonly Term[], scope: Scope, planner: Planner): Match {
  const matches = items.map((item) => planMatch(item, scope, planner));
  return (value, frame, context) => {
    if (!isArray(value) || value.length !== matches.length) return false;
    return matches.every((match, index) => {
      const element = value[index];
      return element !== undefined && match(element, frame, context);
    });
  };
}

function matchObject(entries: readonly (readonly [Term, Term])[], scope: Scope, planner: Planner): Match {
  const parts = entries.map(
    ([key, value]) => [planTerm(key, scope, planner), planMatch(value, scope, planner)] as const,
  );
  return (value, frame, context) => {
    if (!isObjectValue(value) || sizeOf(value) !== parts.length) return false;
    return parts.every(([planKey, match]) => {
      const part = property(value, certain(planKey(frame, context), "key"));
      return part !== undefined && match(part, frame, context);
    });
  };
}
