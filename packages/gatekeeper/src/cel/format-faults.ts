import { callFunction } from "./call-function.js";
import { CelError } from "./cel-error.js";
import { ValueList } from "./cel-list.js";
import type { CelValue } from "./cel-value.js";
import { Effort } from "./effort.js";
import type { CallExpression, Expression, LiteralExpression } from "./expression.js";
import type { FunctionTable } from "./function-declaration.js";
import type { SourceIssue } from "./source-issue.js";

const isLiteral = (expression: Expression): expression is LiteralExpression => expression.kind === "literal";

/**
 * What is wrong with `"…".format([…])` of literals alone.
 *
 * @source google/cel-go, ext/formatting.go, stringFormatValidator
 */
export const formatFault = (
  { name, target, args: [list], offset }: CallExpression,
  functions: FunctionTable,
): SourceIssue | undefined => {
  const declaration = functions.get("format");
  if (name !== "format" || target?.kind !== "literal" || list?.kind !== "list" || declaration === undefined) {
    return undefined;
  }
  const elements = list.elements.filter(isLiteral);
  if (elements.length < list.elements.length) return undefined;
  const faultOf = (count: number): string | undefined => {
    const values: readonly CelValue[] = elements.slice(0, count).map(({ value }) => value);
    const result = callFunction(declaration, [target.value, new ValueList(values)], new Effort(FORMAT_LIMIT));
    return result instanceof CelError ? result.message : undefined;
  };
  return findFault(elements, offset, faultOf);
};

/** Clauses that take a text such as `NaN`: whether it is one, only the evaluation asks. */
const NUMBER_CLAUSES = /fixed-point|scientific/;

/** What formatting literals may cost. */
const FORMAT_LIMIT = 1_000_000;

const findFault = (
  elements: readonly LiteralExpression[],
  offset: number,
  faultOf: (count: number) => string | undefined,
): SourceIssue | undefined => {
  for (let count = 0; count <= elements.length; count += 1) {
    const fault = faultOf(count);
    if (fault === undefined) return count === elements.length ? undefined : tooMany(count, elements.length, offset);
    const isTooFew = fault === `index ${count} out of range`;
    if (isTooFew && count < elements.length) continue;
    if (!fault.startsWith("error during formatting")) return { offset, message: fault };
    // It is the last element that does not go with its clause.
    const element = elements[count - 1];
    const isNumberOfText = typeof element?.value === "string" && NUMBER_CLAUSES.test(fault);
    return isNumberOfText ? undefined : { offset: element?.offset ?? offset, message: fault };
  }
  return undefined;
};

const tooMany = (expected: number, found: number, offset: number): SourceIssue => ({
  offset,
  message: `too many arguments supplied to string.format (expected ${expected}, got ${found})`,
});
