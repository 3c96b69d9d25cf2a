import type { Expression, FoldKind, IdentifierExpression } from "./expression.js";

/** Why a macro cannot be expanded. */
export interface MacroFault {
  readonly offset: number;
  readonly message: string;
}

interface MethodCall {
  readonly offset: number;
  readonly name: string;
  readonly target: Expression;
  readonly args: readonly Expression[];
}

/** A macro over elements: how many names it binds, and whether a predicate comes before its body. */
interface FoldShape {
  readonly fold: FoldKind;
  readonly names: number;
  readonly rest: "body" | "predicate" | "predicate and body";
}

const shape = (fold: FoldKind, names: number, rest: FoldShape["rest"]): FoldShape => ({ fold, names, rest });

/** Macros by name and number of arguments. */
const FOLDS: ReadonlyMap<string, FoldShape> = new Map([
  ["all/2", shape("all", 1, "body")],
  ["all/3", shape("all", 2, "body")],
  ["exists/2", shape("exists", 1, "body")],
  ["exists/3", shape("exists", 2, "body")],
  ["exists_one/2", shape("existsOne", 1, "body")],
  ["exists_one/3", shape("existsOne", 2, "body")],
  ["existsOne/3", shape("existsOne", 2, "body")],
  ["filter/2", shape("filter", 1, "predicate")],
  ["map/2", shape("map", 1, "body")],
  ["map/3", shape("map", 1, "predicate and body")],
  ["transformList/3", shape("transformList", 2, "body")],
  ["transformList/4", shape("transformList", 2, "predicate and body")],
  ["transformMap/3", shape("transformMap", 2, "body")],
  ["transformMap/4", shape("transformMap", 2, "predicate and body")],
  ["transformMapEntry/3", shape("transformMapEntry", 2, "body")],
  ["transformMapEntry/4", shape("transformMapEntry", 2, "predicate and body")],
]);

/** What macros call their result, and nobody else may. */
const ACCUMULATOR = "__result__";

const isName = (expression: Expression): expression is IdentifierExpression => expression.kind === "identifier";

/** What is said of an argument that is no name. */
const notSimple = (fold: FoldKind, { offset }: Expression): MacroFault => ({
  offset,
  message: fold === "map" || fold === "filter" ? "argument is not an identifier" : "argument must be a simple name",
});

const expandFold = (call: MethodCall, { fold, names, rest }: FoldShape): Expression | MacroFault => {
  const variables = call.args.slice(0, names);
  const wrong = variables.find((variable) => !isName(variable));
  if (wrong !== undefined) return notSimple(fold, wrong);
  const taken = variables.find((variable) => isName(variable) && variable.name === ACCUMULATOR);
  if (taken !== undefined) {
    return { offset: taken.offset, message: "iteration variable overwrites accumulator variable" };
  }
  const [first, second] = variables.filter(isName).map(({ name }) => name);
  if (first === second) return { offset: variables[1]?.offset ?? 0, message: `duplicate variable name: ${first}` };
  return {
    kind: "fold",
    offset: call.offset,
    fold,
    range: call.target,
    variables: variables.filter(isName).map(({ name }) => name),
    predicate: rest === "body" ? undefined : call.args[names],
    body: rest === "predicate" ? undefined : call.args.at(-1),
  };
};

const expandLet = (call: MethodCall, macro: "optMap" | "optFlatMap"): Expression | MacroFault => {
  const [variable, body] = call.args;
  if (variable === undefined || body === undefined || !isName(variable)) {
    return { offset: variable?.offset ?? 0, message: `${macro}() variable name must be a simple identifier` };
  }
  return { kind: "let", offset: call.offset, macro, target: call.target, variable: variable.name, body };
};

/** `list.sortBy(name, key)`: the list, sorted by what the key is for each element. */
const expandSortBy = (call: MethodCall): Expression | MacroFault => {
  if (call.target.kind === "literal" || call.target.kind === "map") {
    const message = "sortBy can only be applied to a list, identifier, comprehension, call or select expression";
    return { offset: call.target.offset, message };
  }
  const keys = expandFold(call, shape("map", 1, "body"));
  if (!("kind" in keys)) return keys;
  return { kind: "call", offset: call.offset, name: "@sortByAssociatedKeys", target: call.target, args: [keys] };
};

/**
 * Expands the macro that a method call stands for.
 *
 * @returns `undefined` when it is no macro; what it stands for; or why it cannot be expanded
 * @source google/cel-go, parser/macro.go, ext/comprehensions.go, cel/library.go
 */
export const expandMethodMacro = (call: MethodCall): Expression | MacroFault | undefined => {
  const fold = FOLDS.get(`${call.name}/${call.args.length}`);
  if (fold !== undefined) return expandFold(call, fold);
  if (call.args.length !== 2) return undefined;
  if (call.name === "optMap" || call.name === "optFlatMap") return expandLet(call, call.name);
  return call.name === "sortBy" ? expandSortBy(call) : undefined;
};

/** Expands `has(a.b)`. */
export const expandHas = (offset: number, argument: Expression): Expression | MacroFault => {
  if (argument.kind !== "select" || argument.mode !== "value") {
    return { offset: argument.offset, message: "invalid argument to has() macro" };
  }
  return { ...argument, offset, mode: "presence" };
};
