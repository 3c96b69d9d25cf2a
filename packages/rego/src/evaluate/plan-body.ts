import type { Body } from "../syntax/ast.js";
import type { Run } from "./context.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step, Test } from "./step.js";

/**
 * Plans a body: its literals in order, then `end`.
 *
 * @param end - plans what happens at each solution; all variables of the body are bound in its scope
 */
export function planBody(body: Body, scope: Scope, planner: Planner, end: (scope: Scope) => Run): Run {
  const steps = body.map((literal) => planner.observeStep(planner.planLiteral(literal, scope), literal, scope));
  return linkSteps(steps, end(scope));
}

/** Chains steps from the last to the first; tests in a row become one run. */
export function linkSteps(steps: readonly Step[], end: Run): Run {
  let run = end;
  let tests: Test[] = [];
  for (const step of [...steps].reverse()) {
    if ("test" in step) {
      tests.push(step.test);
      continue;
    }
    run = step.search(runTests(tests.reverse(), run));
    tests = [];
  }
  return runTests(tests.reverse(), run);
}

/** Tests in a row; four at a time, because calls from one place are the quicker the fewer functions they meet. */
function runTests(tests: readonly Test[], next: Run): Run {
  const [first, second, third, fourth, ...others] = tests;
  if (first === undefined) return next;
  if (second === undefined) return (frame, context) => first(frame, context) && next(frame, context);
  if (third === undefined) {
    return (frame, context) => first(frame, context) && second(frame, context) && next(frame, context);
  }
  if (fourth === undefined) {
    return (frame, context) =>
      first(frame, context) && second(frame, context) && third(frame, context) && next(frame, context);
  }
  const rest = runTests(others, next);
  return (frame, context) =>
    first(frame, context) &&
    second(frame, context) &&
    third(frame, context) &&
    fourth(frame, context) &&
    rest(frame, context);
}

/** Does the body have a solution? */
export function planExistence(body: Body, scope: Scope, planner: Planner): Test {
  return planBody(body, scope, planner, () => () => true);
}
