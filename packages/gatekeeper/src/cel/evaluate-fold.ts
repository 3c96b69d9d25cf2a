import { CelError, NO_SUCH_OVERLOAD } from "./cel-error.js";
import { ValueList } from "./cel-list.js";
import { keyText, ValueMap } from "./cel-map.js";
import { CelList, CelMap, type CelValue, type Evaluated } from "./cel-value.js";
import type { Evaluator, Scope } from "./evaluator.js";
import type { FoldExpression } from "./expression.js";
import { formatKey } from "./format-key.js";
import type { Origin } from "./origin.js";
import { goTypeName } from "./runtime-type.js";

type Element = readonly CelValue[];

/** What cel-go counts for a macro beside its predicate and body, since it expands them to operations on a result. */
interface FoldCost {
  /** Before each turn: whether the macro goes on. */
  readonly condition: number;
  /** Of each turn whose element is taken. */
  readonly step: number;
  readonly result: number;
}

const COSTS: Readonly<Record<FoldExpression["fold"], FoldCost>> = {
  all: { condition: 2, step: 1, result: 1 },
  exists: { condition: 3, step: 1, result: 1 },
  existsOne: { condition: 0, step: 2, result: 2 },
  map: { condition: 0, step: 12, result: 1 },
  filter: { condition: 0, step: 13, result: 1 },
  transformList: { condition: 0, step: 12, result: 1 },
  transformMap: { condition: 0, step: 3, result: 1 },
  transformMapEntry: { condition: 0, step: 2, result: 1 },
};

function* listElements(list: CelList, names: number): Generator<Element, void> {
  let index = 0n;
  for (const value of list.values()) {
    yield names === 1 ? [value] : [index, value];
    index += 1n;
  }
}

function* mapElements(map: CelMap, names: number): Generator<Element, void> {
  for (const key of map.keys()) {
    yield names === 1 ? [key] : [key, map.find(key) ?? null];
  }
}

const elements = (range: CelValue, names: number): Iterable<Element> | CelError => {
  if (range instanceof CelList) return listElements(range, names);
  if (range instanceof CelMap) return mapElements(range, names);
  const type = goTypeName(range);
  return CelError.of(
    names === 1 ? `got '${type}', expected iterable type` : `unsupported comprehension range type: ${type}`,
  );
};

const bind = (variables: readonly string[], values: Element, outer: Scope): Scope => ({
  find: (name) => {
    const index = variables.indexOf(name);
    return index === -1 ? outer.find(name) : values[index];
  },
});

/** Goes over a list or map as a macro says. */
export const evaluateFold = (evaluation: Evaluator, fold: FoldExpression, scope: Scope): Evaluated => {
  const start = evaluation.journal.mark;
  const range = evaluation.evaluate(fold.range, scope);
  if (range instanceof CelError) return range;
  const all = elements(range, fold.variables.length);
  if (all instanceof CelError) return all;
  const isAfterChoice = evaluation.journal.mark > start;
  const turns = new Turns(evaluation, fold, scope, isAfterChoice);
  if (fold.fold === "all" || fold.fold === "exists") return turns.quantify(all, fold.fold === "exists");
  return turns.collect(all);
};

/** The turns of one macro over its elements. */
class Turns {
  readonly #evaluation: Evaluator;
  readonly #fold: FoldExpression;
  readonly #scope: Scope;
  readonly #isAfterChoice: boolean;

  constructor(evaluation: Evaluator, fold: FoldExpression, scope: Scope, isAfterChoice: boolean) {
    this.#evaluation = evaluation;
    this.#fold = fold;
    this.#scope = scope;
    this.#isAfterChoice = isAfterChoice;
  }

  #charge(part: keyof FoldCost): void {
    this.#evaluation.effort.charge(COSTS[this.#fold.fold][part]);
  }

  get #isStopped(): boolean {
    return this.#evaluation.effort.stopped !== undefined;
  }

  /**
   * `all` and `exists`: the first element that decides ends it; until then the first error is kept.
   *
   * @param decisive - `false` for `all`, `true` for `exists`
   */
  quantify(all: Iterable<Element>, decisive: boolean): Evaluated {
    const { effort, journal } = this.#evaluation;
    const start = journal.mark;
    this.#charge("result");
    let result: Evaluated = !decisive;
    for (const element of all) {
      this.#charge("condition");
      this.#charge("step");
      const turn = journal.mark;
      const value = this.#body(element);
      if (this.#isStopped) break;
      if (value === decisive) {
        journal.forget(start, turn);
        return decisive;
      }
      if (typeof value !== "boolean" && typeof result === "boolean") {
        result = value instanceof CelError ? value : NO_SUCH_OVERLOAD;
      }
    }
    return effort.stopped === undefined ? result : effort.stopped;
  }

  /** All other macros: every element has its turn, and the last error counts. */
  collect(all: Iterable<Element>): Evaluated {
    const { effort, journal } = this.#evaluation;
    const start = journal.mark;
    const taken: Taken = { elements: [], reads: [] };
    this.#charge("result");
    let error: CelError | undefined;
    for (const element of all) {
      if (!effort.step()) break;
      error = this.#take(element, taken) ?? error;
      if (this.#isStopped) break;
    }
    if (error === undefined && taken.elements.length > 0) {
      journal.forget(start);
      journal.replay(taken.reads);
    }
    const stopped = effort.stopped ?? error;
    return stopped === undefined ? this.#result(taken.elements) : stopped;
  }

  #take(element: Element, taken: Taken): CelError | undefined {
    const { journal } = this.#evaluation;
    const turn = journal.mark;
    const isChosen = this.#isChosen(element);
    if (isChosen instanceof CelError) return isChosen;
    if (!isChosen) return undefined;
    this.#charge("step");
    const body = journal.mark;
    const value = this.#made(element);
    if (value instanceof CelError) return value;
    // What words an element that was chosen before says nothing about why it was chosen.
    if (this.#isAfterChoice || this.#fold.predicate !== undefined) journal.forget(body);
    taken.elements.push([element[0] ?? null, value]);
    taken.reads.push(...journal.since(turn));
    return undefined;
  }

  /** `existsOne` chooses by its body, the others by their predicate. */
  #isChosen(element: Element): boolean | CelError {
    const { predicate, fold, body } = this.#fold;
    const condition = fold === "existsOne" ? body : predicate;
    if (condition === undefined) return true;
    const value = this.#evaluation.evaluate(condition, bind(this.#fold.variables, element, this.#scope));
    if (value instanceof CelError || typeof value === "boolean") return value;
    return NO_SUCH_OVERLOAD;
  }

  #made(element: Element): Evaluated {
    const { fold } = this.#fold;
    return fold === "filter" || fold === "existsOne" ? (element[0] ?? null) : this.#body(element);
  }

  #body(element: Element): Evaluated {
    const { body, variables } = this.#fold;
    return body === undefined ? null : this.#evaluation.evaluate(body, bind(variables, element, this.#scope));
  }

  #result(taken: Taken["elements"]): Evaluated {
    const { fold } = this.#fold;
    if (fold === "existsOne") return taken.length === 1;
    if (fold === "transformMap") return new ValueMap(taken);
    if (fold === "transformMapEntry") return mergeEntries(taken.map(([, value]) => value));
    return new ValueList(taken.map(([, value]) => value));
  }
}

/** Elements that a macro has taken, each with the value of its first name, and what was read to take them. */
interface Taken {
  readonly elements: (readonly [CelValue, CelValue])[];
  readonly reads: Origin[];
}

const mergeEntries = (maps: readonly CelValue[]): Evaluated => {
  const entries = new Map<string, readonly [CelValue, CelValue]>();
  for (const map of maps) {
    if (!(map instanceof CelMap)) return NO_SUCH_OVERLOAD;
    for (const key of map.keys()) {
      const text = keyText(key) ?? "";
      if (entries.has(text)) return CelError.of(`insert failed: key ${formatKey(key)} already exists`);
      entries.set(text, [key, map.find(key) ?? null]);
    }
  }
  return new ValueMap(entries.values());
};
