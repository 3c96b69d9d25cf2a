import type { Call } from "../syntax/ast.js";
import { certain } from "../value/certain.js";
import { membersOf } from "../value/collection.js";
import { toText } from "../value/text.js";
import { isSet, type Value } from "../value/value.js";
import { planTerm } from "./plan-term.js";
import type { Planner } from "./planner.js";
import type { Scope } from "./scope.js";
import type { Step } from "./step.js";

/**
 * Plans `internal.print([operands])`, each operand a set of its values: every combination is one line, an operand
 * without value prints `<undefined>`.
 */
export function planPrint(call: Call, scope: Scope, planner: Planner): Step {
  const plan = planTerm(certain(call.args[0], "operands"), scope, planner);
  const { file, row } = call.location;
  return {
    test: (frame, context) => {
      // The compiler has put the sets into an array.
      const operands = certain(plan(frame, context), "operands") as readonly Value[];
      for (const line of combinations(operands)) {
        context.evaluation.budget.spend(1 + line.length);
        context.evaluation.print({ text: line.join(" "), file, row });
      }
      return true;
    },
  };
}

function combinations(operands: readonly Value[]): readonly (readonly string[])[] {
  let lines: (readonly string[])[] = [[]];
  for (const operand of operands) {
    const texts = isSet(operand) && operand.size > 0 ? membersOf(operand).map(printed) : ["<undefined>"];
    lines = lines.flatMap((line) => texts.map((text) => [...line, text]));
  }
  return lines;
}

const printed = (value: Value): string => (typeof value === "string" ? value : toText(value));
