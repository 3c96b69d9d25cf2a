import { fromJson } from "../value/from-json.js";
import { jsonText } from "../value/json.js";
import type { BodyExplanation, FailedLiteral, SeenValue } from "./explanation.js";

/** Longer values are cut off, in characters. */
const longestValue = 120;

/**
 * Explanations as text: a line for each body, below it the literal that failed with its values, and, further in, the bodies that
 * made it fail.
 */
export const renderExplanation = (bodies: readonly BodyExplanation[]): string =>
  bodies
    .flatMap((body) => bodyLines(body, 0))
    .map((line) => `${line}\n`)
    .join("");

function bodyLines({ rule, file, row, succeeded, value, failed }: BodyExplanation, depth: number): readonly string[] {
  const title = `${indent(depth)}${rule} at ${file}:${row}`;
  if (succeeded) return [`${title} succeeds${value === undefined ? "" : ` with ${shortText(value)}`}`];
  return failed === undefined ? [`${title} has no solution`] : [`${title} fails`, ...literalLines(failed, depth + 1)];
}

function literalLines({ text, row, values, inside, because = [] }: FailedLiteral, depth: number): readonly string[] {
  return [
    `${indent(depth)}line ${row}: ${text}`,
    ...values.map((value) => `${indent(depth + 1)}${describeValue(value)}`),
    ...(inside === undefined ? [] : literalLines(inside, depth + 1)),
    ...because.flatMap((body) => bodyLines(body, depth + 1)),
  ];
}

const describeValue = ({ term, value }: SeenValue): string => `${term} is ${shortText(value)}`;

const indent = (depth: number): string => "  ".repeat(depth);

function shortText(value: unknown): string {
  const text = jsonText(fromJson(value) ?? null);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
