import { BOOL, DYN, FAULTY, formatCheckedType, INT, listOf, mapOf, optionalOf } from "./cel-type.js";
import type { CelType } from "./cel-value.js";
import type { Expression, FoldExpression, LetExpression } from "./expression.js";
import type { ExpressionChecker, Names } from "./expression-checker.js";

/** The types of the names that a macro binds, going over a list or map. */
const variableTypes = (
  checker: ExpressionChecker,
  { range, variables }: FoldExpression,
  names: Names,
): readonly CelType[] => {
  const type = checker.types.resolve(checker.check(range, names));
  const [first = DYN, second = DYN] = type.parameters;
  if (type.kind === "list") return variables.length === 1 ? [first] : [INT, first];
  if (type.kind === "map") return [first, second];
  if (type.kind === "parameter") checker.types.assign([DYN], [type]);
  else if (type.kind !== "dyn" && type.kind !== "error") {
    const shown = formatCheckedType(type);
    const allowed = "must be list, map, or dynamic";
    checker.report(range.offset, `expression of type '${shown}' cannot be range of a comprehension (${allowed})`);
    return [FAULTY, FAULTY];
  }
  return [DYN, DYN];
};

const bind = (names: Names, variables: readonly string[], types: readonly CelType[]): Names =>
  new Map([...names, ...variables.map((name, index) => [name, types[index] ?? DYN] as const)]);

/** A predicate chooses between two values of the same type, and is checked as such a choice. */
const checkChoice = (checker: ExpressionChecker, predicate: CelType, value: CelType, offset: number): void => {
  checker.resolveOverload(checker.declaration("_?_:_"), "function", [predicate, value, value], offset);
};

/** The type of what a macro makes of elements whose body has a type. */
const foldResult = (checker: ExpressionChecker, { fold }: FoldExpression, element: CelType, body: CelType): CelType => {
  if (fold === "filter") return listOf(element);
  if (fold === "map" || fold === "transformList") return listOf(body);
  if (fold === "transformMap") return mapOf(element, body);
  if (fold !== "transformMapEntry") return BOOL;
  const entry = checker.types.resolve(body);
  return entry.kind === "map" ? entry : mapOf(DYN, DYN);
};

/**
 * The type of a macro that goes over a list or map. Problems are told as of what cel-go expands the macro to.
 *
 * @source google/cel-go, parser/macro.go
 */
export const checkFold = (checker: ExpressionChecker, fold: FoldExpression, names: Names): CelType => {
  const types = variableTypes(checker, fold, names);
  const inner = bind(names, fold.variables, types);
  const predicate = fold.predicate === undefined ? undefined : checker.check(fold.predicate, inner);
  const body = fold.body === undefined ? DYN : checker.check(fold.body, inner);
  const result = foldResult(checker, fold, types[0] ?? DYN, body);
  if (fold.fold === "all" || fold.fold === "exists") checker.assertType(fold.body?.offset ?? 0, BOOL, body);
  if (fold.fold === "existsOne") checkChoice(checker, body, INT, fold.offset);
  if (predicate !== undefined) checkChoice(checker, predicate, result, fold.offset);
  return result;
};

/** More issues are not shown. */
const MOST_ISSUES = 100;

/** cel-go expands the macro to what has its target twice, and tells twice what is wrong with it. */
const checkTwice = (checker: ExpressionChecker, target: Expression, names: Names): CelType => {
  const before = checker.issues.length;
  const type = checker.check(target, names);
  const found = checker.issues.slice(before, before + MOST_ISSUES);
  if (checker.issues.length < MOST_ISSUES) for (const { offset, message } of found) checker.report(offset, message);
  return type;
};

/** The type of `optMap` and `optFlatMap`. */
export const checkLet = (checker: ExpressionChecker, expression: LetExpression, names: Names): CelType => {
  const { target, variable, body, macro, offset } = expression;
  const targetType = checkTwice(checker, target, names);
  const value = checker.types.freshParameter();
  if (!checker.types.assign([targetType], [optionalOf(value)])) {
    checker.resolveOverload(checker.declaration("hasValue"), "method", [targetType], offset);
    checker.resolveOverload(checker.declaration("value"), "method", [targetType], offset);
  }
  const bodyType = checker.check(body, bind(names, [variable], [checker.types.resolve(value)]));
  const result = macro === "optMap" ? optionalOf(bodyType) : bodyType;
  const choice = [BOOL, result, optionalOf(checker.types.freshParameter())];
  return checker.resolveOverload(checker.declaration("_?_:_"), "function", choice, offset);
};
