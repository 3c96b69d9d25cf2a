import { CelError } from "./cel-error.js";
import { objectType } from "./cel-type.js";
import { type CelType, type CelValue, type Evaluated, OpaqueValue } from "./cel-value.js";
import { Effort } from "./effort.js";
import type { Scope } from "./evaluator.js";
import { fromJson } from "./json-value.js";
import { Origin } from "./origin.js";
import type { CompiledExpression, CompiledVariable, PolicyInput, PolicyProgram } from "./policy-program.js";
import { ReadJournal } from "./read-journal.js";

/** What one expression may cost, each variable that it asks for counted apart. */
export const PER_CALL_LIMIT = 1_000_000;

const OUT_OF_BUDGET = "validation failed due to running out of cost budget, no further validation rules will be run";

/** What an expression came to, and the fields of the object that it read. */
export interface EvaluatedExpression {
  readonly value: Evaluated;
  readonly reads: readonly Origin[];
}

interface EvaluatedVariable extends EvaluatedExpression {
  readonly cost: number;
}

const VARIABLES: CelType<Variables> = objectType("kubernetes.variables", {});

/** `variables`: each is evaluated when it is asked for, once. */
class Variables extends OpaqueValue {
  readonly type = VARIABLES;
  readonly #read: (name: string) => Evaluated | undefined;

  constructor(read: (name: string) => Evaluated | undefined) {
    super();
    this.#read = read;
  }
  override equals(other: OpaqueValue): boolean {
    return other === this;
  }
  override field(name: string): Evaluated | undefined {
    return this.#read(name);
  }
}

/**
 * The variables of one evaluation of a policy, and what it may still cost.
 *
 * @source k8s.io/apiserver, pkg/admission/plugin/cel/activation.go and composition.go
 */
export class Activation implements Scope {
  readonly #program: PolicyProgram;
  readonly #names: ReadonlyMap<string, CelValue>;
  readonly #evaluated = new Map<string, EvaluatedVariable>();
  readonly #journal = new ReadJournal();
  #budget: number;

  /** @param budget - what all expressions together may cost */
  constructor(program: PolicyProgram, input: PolicyInput, budget: number) {
    this.#program = program;
    this.#budget = budget;
    const isDeletion = input.object === null;
    this.#names = new Map<string, CelValue>([
      ["object", fromJson(input.object, isDeletion ? undefined : Origin.root())],
      ["oldObject", fromJson(input.oldObject, isDeletion ? Origin.root() : undefined)],
      ["request", fromJson(input.request)],
      ["namespaceObject", fromJson(input.namespaceObject)],
      ["params", fromJson(input.params)],
      ["variables", new Variables((name) => this.#variable(name))],
    ]);
  }

  find(name: string): Evaluated | undefined {
    return this.#names.get(name);
  }

  /** Why no more may be evaluated; `undefined` while there is budget. */
  get exhausted(): string | undefined {
    return this.#budget < 0 ? OUT_OF_BUDGET : undefined;
  }

  /** Evaluates an expression; an error is told in Kubernetes' words. */
  evaluate({ text, program }: CompiledExpression): EvaluatedExpression {
    if (!program.ok) return { value: CelError.of(`compilation error: ${program.error.message}`), reads: [] };
    const start = this.#journal.mark;
    const effort = new Effort(PER_CALL_LIMIT);
    const value = program.value.run(this, effort, this.#journal);
    this.#budget -= effort.cost;
    const reads = this.#journal.since(start);
    if (!(value instanceof CelError)) return { value, reads };
    return { value: CelError.of(`expression '${text}' resulted in error: ${value.message}`), reads };
  }

  #variable(name: string): Evaluated | undefined {
    const variable = this.#program.variables.get(name);
    if (variable === undefined) return undefined;
    const known = this.#evaluated.get(name);
    if (known !== undefined) {
      this.#journal.replay(known.reads);
      return known.value;
    }
    const evaluated = this.#evaluateVariable(variable);
    this.#evaluated.set(name, evaluated);
    this.#budget -= evaluated.cost;
    return evaluated.value;
  }

  #evaluateVariable({ name, program }: CompiledVariable): EvaluatedVariable {
    if (!program.ok) {
      const message = `composited variable "${name}" fails to compile: ${program.error.message}`;
      return { value: CelError.of(message), reads: [], cost: 0 };
    }
    const start = this.#journal.mark;
    const effort = new Effort(PER_CALL_LIMIT);
    const value = program.value.run(this, effort, this.#journal);
    const evaluated = { reads: this.#journal.since(start), cost: effort.cost };
    if (!(value instanceof CelError)) return { value, ...evaluated };
    return { value: CelError.of(`composited variable "${name}" fails to evaluate: ${value.message}`), ...evaluated };
  }
}
