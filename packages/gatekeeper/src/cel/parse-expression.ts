import { type ASTNode, Environment } from "@marcbachmann/cel-js";
import { fail, type Outcome } from "../outcome.js";
import type { Expression } from "./expression.js";
import { takeOptionalElements } from "./optional-elements.js";
import { formatSyntaxError, type ParseFault } from "./syntax-error.js";
import { type KnownNames, toExpression } from "./to-expression.js";

/** Kubernetes takes no longer expression. */
const MAXIMUM_LENGTH = 100_000;

/** How deep operators may nest: a chain of `+` or `&&` is as deep as it is long. */
const MAXIMUM_DEPTH = 1_000;

const createParser = (): Environment =>
  new Environment({
    unlistedVariablesAreDyn: true,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
    limits: {
      maxAstNodes: MAXIMUM_LENGTH,
      maxListElements: MAXIMUM_LENGTH,
      maxMapEntries: MAXIMUM_LENGTH,
      maxCallArguments: MAXIMUM_LENGTH,
    },
  });

/**
 * Parses a text and expands its macros.
 *
 * @returns the expression; or a fault in cel-go's words, with the place marked
 */
export type ExpressionParser = (text: string) => Outcome<Expression>;

/**
 * Creates a parser. The syntax is that of `@marcbachmann/cel-js`: all of CEL but messages (`T{a: 1}`), a dot
 * before a name or a fraction (`.a`, `.5`), and raw bytes. Optional elements of literals are ours.
 *
 * @param known - tells names with dots from fields, and calls of functions with dots in their name from calls of methods
 */
export const createExpressionParser = (known: KnownNames): ExpressionParser => {
  const parser = createParser();
  return (text) => {
    if (text.length > MAXIMUM_LENGTH) return tooLong(text);
    try {
      const { text: plain, optionals } = takeOptionalElements(text);
      const { ast } = parser.parse(plain);
      if (isTooDeep(ast)) return syntaxFailure(text, { code: "too_deep", summary: "", start: 0 });
      return toExpression(text, ast, known, optionals);
    } catch (error) {
      return syntaxFailure(text, readFault(error));
    }
  };
};

const tooLong = (text: string): Outcome<never> => {
  const message = `expression code point size exceeds limit: size: ${[...text].length}, limit ${MAXIMUM_LENGTH}`;
  return fail("syntax", `ERROR: <input>:-1:0: ${message}`);
};

const syntaxFailure = (text: string, fault: ParseFault): Outcome<never> =>
  fail("syntax", formatSyntaxError(text, fault));

/** What the parser throws, read as what it may be; a text that nests too deep for its stack is refused like one too deep. */
const readFault = (error: unknown): ParseFault => {
  if (error instanceof RangeError) return { code: "too_deep", summary: "", start: 0 };
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") {
    return { code: "unreadable", summary: "Unreadable", start: 0 };
  }
  const summary = "summary" in error && typeof error.summary === "string" ? error.summary : error.message;
  const range = "range" in error ? error.range : undefined;
  const start = typeof range === "object" && range !== null && "start" in range ? range.start : 0;
  return { code: error.code, summary, start: typeof start === "number" ? start : 0 };
};

const isNode = (value: unknown): value is ASTNode => typeof value === "object" && value !== null && "op" in value;

const childNodes = (value: unknown): readonly ASTNode[] => {
  if (isNode(value)) return [value];
  return Array.isArray(value) ? value.flatMap(childNodes) : [];
};

/** Goes level by level, so that no depth can exhaust the stack. */
const isTooDeep = (root: ASTNode): boolean => {
  let level: readonly ASTNode[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAXIMUM_DEPTH) return true;
    level = level.flatMap(({ args }) => childNodes(args));
  }
  return false;
};
