import type { Literal } from "../syntax/ast.js";
import type { Context, Frame, Run } from "./context.js";
import type { Bindings } from "./observer.js";
import type { Step } from "./step.js";

/** A step that tells the observer when it begins, each time it has a solution, and when it has no more. */
export function observed(step: Step, literal: Literal, bindingsOf: (frame: Frame) => Bindings): Step {
  const search = (next: Run): Run => {
    const pass = (frame: Frame, context: Context): boolean => {
      context.evaluation.observer?.pass?.(literal, bindingsOf(frame));
      return next(frame, context);
    };
    const run =
      "search" in step
        ? step.search(pass)
        : (frame: Frame, context: Context) => step.test(frame, context) && pass(frame, context);
    return (frame, context) => {
      const { observer } = context.evaluation;
      observer?.enter?.(literal, bindingsOf(frame));
      const stopped = run(frame, context);
      if (!stopped) observer?.fail?.(literal, bindingsOf(frame));
      return stopped;
    };
  };
  return { search };
}
