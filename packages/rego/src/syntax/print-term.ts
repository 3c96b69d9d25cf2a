import { toText } from "../value/text.js";
import type { Body, Literal, Term } from "./ast.js";
import { type Layout, TermPrinter } from "./term-printer.js";
import type { TextLines } from "./text-lines.js";

export { sourceName } from "./print-names.js";

/** Everything on one line, strings as Go quotes them. */
const oneLine: Layout = {
  breaks: () => false,
  endRow: () => 0,
  spell: ({ value }) => toText(value),
  dotsKeyword: () => false,
};

const printer = new TermPrinter(oneLine);

const textOf = (lines: TextLines): string => lines[0].text;

/** Prints a term on one line; parsing the text gives the same term. */
export const printTerm = (term: Term): string => textOf(printer.term(term));

/** Prints a query on one line. */
export const printBody = (body: Body): string => textOf(printer.body(body));

/** Prints a condition on one line. */
export const printLiteral = (literal: Literal): string => textOf(printer.literal(literal));
