import { calledOperator, type Every, type Literal, type Reference, type Term } from "../syntax/ast.js";
import { get, keysOf } from "../value/collection.js";
import { isCollection } from "../value/value.js";
import type { Evaluate } from "./context.js";
import { linkSteps, planExistence } from "./plan-body.js";
import { planCall } from "./plan-call.js";
import { planEquation } from "./plan-equation.js";
import { planSearch } from "./plan-search.js";
import { planTerm } from "./plan-term.js";
import { planWith } from "./plan-with.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step, Test } from "./step.js";

/** Plans one literal; what it binds is bound in `scope` afterwards. */
export function planLiteral(literal: Literal, scope: Scope, planner: Planner): Step {
  if (literal.modifiers.length > 0) return planWith(literal, scope, planner);
  if (literal.negated) return planNegation(literal, scope, planner);
  const { expression } = literal;
  switch (expression.kind) {
    case "some":
    case "some-in":
      throw new Error("a declaration was not compiled away");
    case "every":
      return { test: planEvery(expression, scope, planner) };
    case "negated-body": {
      const exists = planExistence(expression.body, scope.inner("any"), planner);
      return { test: (frame, context) => !exists(frame, context) };
    }
    case "call":
      return calledOperator(expression) === "eq" && expression.args.length === 2
        ? planEquation(expression.args, scope, planner)
        : planCall(expression, literal, scope, planner);
    default:
      return planCondition(expression, scope, planner);
  }
}

function planNegation(literal: Literal, scope: Scope, planner: Planner): Step {
  const step = planLiteral({ ...literal, negated: false }, scope.inner("any"), planner);
  const exists = linkSteps([step], () => true);
  return { test: (frame, context) => !exists(frame, context) };
}

function planCondition(term: Term, scope: Scope, planner: Planner): Step {
  if (term.kind === "reference" && !scope.knows(term)) return planIteration(term, scope, planner);
  return { test: holds(planTerm(term, scope, planner)) };
}

/** A term as condition holds unless it is undefined or false. */
const holds =
  (plan: Evaluate): Test =>
  (frame, context) => {
    const value = plan(frame, context);
    return value !== undefined && value !== false;
  };

function planIteration(reference: Reference, scope: Scope, planner: Planner): Step {
  const search = planSearch(reference, scope, planner);
  return {
    search: (next) => search((value, frame, context) => (value === false ? false : next(frame, context))),
  };
}

function planEvery(every: Every, scope: Scope, planner: Planner): Test {
  const domain = planTerm(every.domain, scope, planner);
  const inner = scope.inner("any");
  const keySlot = every.key === undefined ? inner.layout.reserve() : inner.bind(every.key.name);
  const valueSlot = inner.bind(every.value.name);
  const exists = planExistence(every.body, inner, planner);
  return (frame, context) => {
    const collection = domain(frame, context);
    if (!isCollection(collection)) return false;
    for (const key of keysOf(collection)) {
      context.evaluation.budget.spend(1);
      frame[keySlot] = key;
      frame[valueSlot] = get(collection, key);
      if (!exists(frame, context)) return false;
    }
    return true;
  };
}
