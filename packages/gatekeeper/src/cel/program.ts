import { fail, type Outcome, succeed } from "../outcome.js";
import { CelError } from "./cel-error.js";
import { typeOf } from "./cel-type.js";
import { type CelType, CelTypeValue, type Evaluated } from "./cel-value.js";
import type { Effort } from "./effort.js";
import type { CelEnvironment } from "./environment.js";
import { Evaluation } from "./evaluate.js";
import type { Scope } from "./evaluator.js";
import { constantFault, literalFaults } from "./literal-faults.js";
import type { ReadJournal } from "./read-journal.js";
import { formatIssues } from "./source-issue.js";
import { checkTypes } from "./type-check.js";

/** A compiled expression. Immutable. */
export interface Program {
  /** The type of its value, as far as it is known without the objects. */
  readonly type: CelType;
  /**
   * Evaluates it. Never throws.
   *
   * @param scope - what its variables stand for
   * @param effort - what it may cost
   * @param journal - where the fields that it reads are noted
   */
  run(scope: Scope, effort: Effort, journal: ReadJournal): Evaluated;
}

/** A name that is no variable may be one of a type. */
const withTypes = (scope: Scope, types: CelEnvironment["types"]): Scope => ({
  find: (name) => {
    const value = scope.find(name);
    const type = value === undefined ? types.get(name) : undefined;
    return type === undefined ? value : new CelTypeValue(type);
  },
});

/** Values that nest deeper than the stack allows end the evaluation as any other limit does. */
const guard = (evaluate: () => Evaluated): Evaluated => {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof RangeError) return CelError.stop("operation cancelled: evaluation nests too deep");
    throw error;
  }
};

const compilationFailure = (message: string): Outcome<never> =>
  fail("compilation-failed", `compilation failed: ${message}`);

/**
 * Compiles an expression: parses it, and checks that its parts go together.
 *
 * @param variables - the types of the variables that it may name
 * @returns the program; or what is wrong with the text, in the words of Kubernetes and cel-go
 */
export const compileExpression = (
  text: string,
  variables: ReadonlyMap<string, CelType>,
  { parse, functions, types }: CelEnvironment,
): Outcome<Program> => {
  const parsed = parse(text);
  if (!parsed.ok) return compilationFailure(parsed.error.message);
  const names = new Map([...[...types].map(([name, type]) => [name, typeOf(type)] as const), ...variables]);
  const checked = checkTypes(text, parsed.value, { variables: names, functions });
  if (!checked.ok) return compilationFailure(checked.error.message);
  const faults = literalFaults(parsed.value, functions);
  if (faults.length > 0) return compilationFailure(formatIssues(text, faults));
  const fault = constantFault(parsed.value, functions);
  if (fault !== undefined) return fail("invalid-constant", `program instantiation failed: ${fault}`);
  return succeed({
    type: checked.value,
    run: (scope, effort, journal) =>
      guard(() => new Evaluation(functions, effort, journal).evaluate(parsed.value, withTypes(scope, types))),
  });
};
