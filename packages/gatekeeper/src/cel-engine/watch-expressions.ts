import type { FieldPath } from "@ostiary/core";
import { CelError } from "../cel/cel-error.js";
import { BOOL, isSameType } from "../cel/cel-type.js";
import type { Evaluated } from "../cel/cel-value.js";
import type { CompiledExpression, PolicyProgram } from "../cel/policy-program.js";
import type { Program } from "../cel/program.js";
import { succeed } from "../outcome.js";
import type { NativeSource } from "./native-source.js";

/** An expression of a template's rule in CEL. */
export interface CelExpression {
  /** Where it is written in the source, e.g. `["validations", 0, "expression"]`. */
  readonly path: FieldPath;
  readonly text: string;
  /** `boolean` when it can come to nothing but true, false and errors. */
  readonly type: "boolean" | "other";
}

/** What an expression came to. */
export type CelOutcome = "true" | "false" | "other" | "error";

/** Watches the evaluation of expressions. */
export interface CelObserver {
  /** An expression was evaluated; a variable once for each constraint at most, when it is asked for. */
  evaluated(expression: CelExpression, outcome: CelOutcome): void;
}

/** Is told of the expressions of a rule, with the kind of its constraints, and gives who watches them. */
export type CelWatch = (kind: string, expressions: readonly CelExpression[]) => CelObserver;

/** Has the expressions that an author wrote tell what they come to; those that do not compile are never evaluated. */
export const watchExpressions = (
  program: PolicyProgram,
  { variables }: NativeSource,
  watch: (expressions: readonly CelExpression[]) => CelObserver,
): PolicyProgram => {
  const watched = new WatchedExpressions();
  const places = new Map(variables.map(({ name }, index) => [name, index] as const));
  const result: PolicyProgram = {
    ...program,
    variables: new Map(
      [...program.variables].map(([name, variable]) => {
        const index = places.get(name);
        return [name, index === undefined ? variable : watched.add(variable, ["variables", index, "expression"])];
      }),
    ),
    matchConditions: program.matchConditions.map((condition, index) =>
      watched.add(condition, ["matchCondition", index, "expression"]),
    ),
    validations: program.validations.map(({ messageExpression, ...validation }, index) => ({
      ...watched.add(validation, ["validations", index, "expression"]),
      messageExpression:
        messageExpression && watched.add(messageExpression, ["validations", index, "messageExpression"]),
    })),
  };
  watched.observer = watch(watched.expressions);
  return result;
};

class WatchedExpressions {
  readonly expressions: CelExpression[] = [];
  observer: CelObserver | undefined;

  /** Takes an expression up, and gives one that tells. */
  add<Compiled extends CompiledExpression>(compiled: Compiled, path: FieldPath): Compiled {
    const { text, program } = compiled;
    const isBoolean = program.ok && isSameType(program.value.type, BOOL);
    const expression: CelExpression = { path, text, type: isBoolean ? "boolean" : "other" };
    this.expressions.push(expression);
    if (!program.ok) return compiled;
    const run: Program["run"] = (scope, effort, journal) => {
      const value = program.value.run(scope, effort, journal);
      this.observer?.evaluated(expression, outcomeOf(value));
      return value;
    };
    return { ...compiled, program: succeed({ ...program.value, run }) };
  }
}

const outcomeOf = (value: Evaluated): CelOutcome => {
  if (value instanceof CelError) return "error";
  if (typeof value !== "boolean") return "other";
  return value ? "true" : "false";
};
