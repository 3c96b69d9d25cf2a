import { fail, type Outcome, succeed } from "../outcome.js";
import type { KnownNames } from "./build-expression.js";
import type { Expression } from "./expression.js";
import { nestsTooDeep } from "./expression-depth.js";
import { ExpressionParser } from "./expression-parser.js";
import { formatIssues } from "./source-issue.js";
import { tokenize } from "./tokenize.js";

/** Kubernetes takes no longer expression. */
const MAXIMUM_LENGTH = 100_000;

/**
 * Parses a text and expands its macros.
 *
 * @returns the expression; or all faults in cel-go's words, with their places marked
 */
export type ExpressionParse = (text: string) => Outcome<Expression>;

/** What is wrong with a text as a whole. */
const refuse = (message: string): Outcome<never> => fail("syntax", `ERROR: <input>:-1:0: ${message}`);

/**
 * Creates a parser.
 *
 * @param known - tells names with dots from fields, and calls of functions with dots in their name from calls of methods
 */
export const createExpressionParser =
  (known: KnownNames): ExpressionParse =>
  (text) => {
    if (text.length > MAXIMUM_LENGTH && [...text].length > MAXIMUM_LENGTH) {
      return refuse(`expression code point size exceeds limit: size: ${[...text].length}, limit ${MAXIMUM_LENGTH}`);
    }
    const { tokens, issues } = tokenize(text);
    const parser = new ExpressionParser(text, tokens, known);
    const expression = parser.parse();
    if (parser.isTooDeep) return refuse("expression recursion limit exceeded: 250");
    const all = [...issues, ...parser.reader.issues, ...parser.builder.issues];
    if (all.length > 0) return fail("syntax", formatIssues(text, all));
    return nestsTooDeep(expression) ? refuse("max recursion depth exceeded") : succeed(expression);
  };
