import { CelError } from "./cel-error.js";
import { ValueList } from "./cel-list.js";
import { ValueMap } from "./cel-map.js";
import { CelOptional, type CelValue, type Evaluated } from "./cel-value.js";
import type { Evaluator, Scope } from "./evaluator.js";
import type { Expression, ListExpression, MapExpression } from "./expression.js";
import { formatKey } from "./format-key.js";

/** What evaluating a literal of a list or map costs, as in cel-go, where not all of it is literals. */
const LIST_COST = 10;
const MAP_COST = 30;

const isLiteral = ({ kind }: Expression): boolean => kind === "literal";

/** What an optional element stands for: its value, or `undefined` for none. */
const unwrap = (value: CelValue, place: string): Evaluated | undefined => {
  if (value instanceof CelOptional) return value.value;
  return CelError.of(`cannot initialize optional ${place} from non-optional value ${formatKey(value)}`);
};

/** Evaluates a literal of a list. Optional elements that have no value are left out. */
export const evaluateList = (
  evaluation: Evaluator,
  { elements, optionals }: ListExpression,
  scope: Scope,
): Evaluated => {
  if (!elements.every(isLiteral)) evaluation.effort.charge(LIST_COST);
  const values: CelValue[] = [];
  for (const [index, element] of elements.entries()) {
    const evaluated = evaluation.evaluate(element, scope);
    if (evaluated instanceof CelError) return evaluated;
    const value = optionals.has(index) ? unwrap(evaluated, "list element") : evaluated;
    if (value instanceof CelError) return value;
    if (value !== undefined) values.push(value);
  }
  return new ValueList(values);
};

/** Evaluates a literal of a map. Optional entries that have no value are left out. */
export const evaluateMap = (evaluation: Evaluator, { entries, optionals }: MapExpression, scope: Scope): Evaluated => {
  if (!entries.flat().every(isLiteral)) evaluation.effort.charge(MAP_COST);
  const values: (readonly [CelValue, CelValue])[] = [];
  for (const [index, pair] of entries.entries()) {
    const evaluated = evaluation.all(pair, scope);
    if (evaluated instanceof CelError) return evaluated;
    const [key = null, given = null] = evaluated;
    const value = optionals.has(index) ? unwrap(given, `entry '${formatKey(key)}'`) : given;
    if (value instanceof CelError) return value;
    if (value !== undefined) values.push([key, value]);
  }
  return new ValueMap(values);
};
