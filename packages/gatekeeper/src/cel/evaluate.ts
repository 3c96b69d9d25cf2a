import { access, accessOptional, isPresent } from "./access.js";
import { callFunction } from "./call-function.js";
import { CelError, NO_SUCH_OVERLOAD } from "./cel-error.js";
import { CelOptional, type CelValue, type Evaluated } from "./cel-value.js";
import type { Effort } from "./effort.js";
import { evaluateFold } from "./evaluate-fold.js";
import { evaluateList, evaluateMap } from "./evaluate-literal.js";
import type { Evaluator, Scope } from "./evaluator.js";
import type { CallExpression, Expression, LetExpression, SelectExpression } from "./expression.js";
import type { FunctionTable } from "./function-declaration.js";
import { plainName } from "./plain-name.js";
import type { ReadJournal } from "./read-journal.js";
import { runtimeType } from "./runtime-type.js";

/** One evaluation of an expression; created anew for each. */
export class Evaluation implements Evaluator {
  readonly #functions: FunctionTable;
  readonly effort: Effort;
  readonly journal: ReadJournal;

  constructor(functions: FunctionTable, effort: Effort, journal: ReadJournal) {
    this.#functions = functions;
    this.effort = effort;
    this.journal = journal;
  }

  evaluate(expression: Expression, scope: Scope): Evaluated {
    this.effort.enter();
    const value = this.effort.stopped === undefined ? this.#dispatch(expression, scope) : this.effort.stopped;
    this.effort.leave();
    return this.effort.stopped === undefined ? value : this.effort.stopped;
  }

  #dispatch(expression: Expression, scope: Scope): Evaluated {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "identifier":
        return this.#identifier(plainName(expression), scope);
      case "select":
        return this.#select(expression, scope);
      case "call":
        return this.#call(expression, scope);
      case "list":
        return evaluateList(this, expression, scope);
      case "map":
        return evaluateMap(this, expression, scope);
      case "fold":
        return evaluateFold(this, expression, scope);
      case "let":
        return this.#let(expression, scope);
    }
  }

  #identifier(name: string, scope: Scope): Evaluated {
    this.effort.charge(1);
    const value = scope.find(name);
    return value === undefined ? CelError.of(`no such attribute(s): ${name}`) : value;
  }

  all(expressions: readonly Expression[], scope: Scope): readonly CelValue[] | CelError {
    const values: CelValue[] = [];
    for (const expression of expressions) {
      const value = this.evaluate(expression, scope);
      if (value instanceof CelError) return value;
      values.push(value);
    }
    return values;
  }

  #select({ operand, field, mode }: SelectExpression, scope: Scope): Evaluated {
    const container = this.evaluate(operand, scope);
    if (container instanceof CelError) return container;
    if (mode === "presence") return isPresent(container, field, this.journal);
    this.effort.charge(1);
    if (mode === "optional") return accessOptional(container, field, this.journal);
    return access(container, field, this.journal);
  }

  #let({ macro, target, variable, body }: LetExpression, scope: Scope): Evaluated {
    const optional = this.evaluate(target, scope);
    if (optional instanceof CelError) return optional;
    if (!(optional instanceof CelOptional)) {
      return CelError.of(`no such overload: hasValue(${runtimeType(optional).name})`);
    }
    const { value } = optional;
    if (value === undefined) return CelOptional.none;
    const result = this.evaluate(body, { find: (name) => (name === variable ? value : scope.find(name)) });
    return result instanceof CelError || macro === "optFlatMap" ? result : CelOptional.of(result);
  }

  #call(call: CallExpression, scope: Scope): Evaluated {
    const { name, target, args } = call;
    const [first, second, third] = args;
    if (target === undefined && first !== undefined && second !== undefined) {
      if (name === "_&&_") return this.#logical(first, second, false, scope);
      if (name === "_||_") return this.#logical(first, second, true, scope);
      if (name === "_?_:_" && third !== undefined) return this.#choose(first, second, third, scope);
    }
    if (target !== undefined && first !== undefined && (name === "or" || name === "orValue")) {
      return this.#orElse(target, first, name === "orValue" ? "value" : "optional", scope);
    }
    const values = this.all(target === undefined ? args : [target, ...args], scope);
    return values instanceof CelError ? values : this.#apply(name, values);
  }

  #apply(name: string, values: readonly CelValue[]): Evaluated {
    const [container = null, key = null] = values;
    if (name === "_[_]") return this.#index(container, key, access);
    if (name === "_[?_]") return this.#index(container, key, accessOptional);
    const declaration = this.#functions.get(name);
    if (declaration === undefined) return CelError.of(`no such overload: ${name}`);
    return callFunction(declaration, values, this.effort);
  }

  #index(container: CelValue, key: CelValue, read: typeof access): Evaluated {
    this.effort.charge(1);
    return read(container, key, this.journal);
  }

  /**
   * `&&` and `||`: the value that decides wins, even over an error on the other side.
   *
   * @param decisive - `false` for `&&`, `true` for `||`
   */
  #logical(left: Expression, right: Expression, decisive: boolean, scope: Scope): Evaluated {
    const start = this.journal.mark;
    const first = this.evaluate(left, scope);
    if (first === decisive || this.effort.stopped !== undefined) return first;
    const middle = this.journal.mark;
    const second = this.evaluate(right, scope);
    if (second === decisive) this.journal.forget(start, middle);
    if (second === decisive || this.effort.stopped !== undefined) return second;
    if (typeof first !== "boolean") return first instanceof CelError ? first : NO_SUCH_OVERLOAD;
    if (typeof second !== "boolean") return second instanceof CelError ? second : NO_SUCH_OVERLOAD;
    return !decisive;
  }

  #choose(condition: Expression, yes: Expression, no: Expression, scope: Scope): Evaluated {
    const value = this.evaluate(condition, scope);
    if (value instanceof CelError) return value;
    if (typeof value !== "boolean") return NO_SUCH_OVERLOAD;
    return this.evaluate(value ? yes : no, scope);
  }

  /**
   * `optional.or(other)` and `optional.orValue(value)`: the other side is evaluated only when it is needed. What is no optional
   * is taken as it is.
   */
  #orElse(target: Expression, other: Expression, wanted: "value" | "optional", scope: Scope): Evaluated {
    const optional = this.evaluate(target, scope);
    if (!(optional instanceof CelOptional)) return optional;
    if (optional.value === undefined) return this.evaluate(other, scope);
    return wanted === "value" ? optional.value : optional;
  }
}
