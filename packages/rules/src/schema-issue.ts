import type { z } from "zod/mini";
import type { FieldPath } from "./field-path.js";
import { typeName } from "./subject/object-view.js";

/** What a value should have been, and where. */
export interface SchemaIssue {
  readonly path: FieldPath;
  /** One line for people: `expected one of Warn, Deny, Dryrun, found \`deny\``. */
  readonly message: string;
}

/** How much of a text is quoted. */
const LONGEST_QUOTE = 80;

/** What is counted where a schema bounds something else than a number. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ["array", "item"],
  ["string", "character"],
]);

/** Issues that say what was found themselves. */
const COMPLETE: readonly z.core.$ZodIssue["code"][] = ["custom", "unrecognized_keys"];

/**
 * Words an issue of a schema in our own style.
 *
 * @param input - the value that was read
 */
export const describeSchemaIssue = (issue: z.core.$ZodIssue, input: unknown): SchemaIssue => {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const expected = describeExpectation(issue);
  const found = COMPLETE.includes(issue.code) ? "" : `, found ${describeFound(valueAt(input, path))}`;
  return { path, message: `${expected}${found}` };
};

const describeExpectation = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${issue.expected === "int" ? "integer" : issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `expected at least ${describeAmount(issue.minimum, issue.origin)}`;
    case "too_big":
      return `expected at most ${describeAmount(issue.maximum, issue.origin)}`;
    case "invalid_format":
      return `expected a text like ${issue.pattern ?? issue.format}`;
    case "unrecognized_keys":
      return `unknown ${issue.keys.length === 1 ? "field" : "fields"} ${issue.keys.map((key) => `\`${key}\``).join(", ")}`;
    case "custom":
      return issue.message;
    default:
      return "expected another value";
  }
};

const describeAmount = (amount: number | bigint, origin: string): string => {
  const unit = UNITS.get(origin);
  return unit === undefined ? `${amount}` : `${amount} ${unit}${amount === 1 ? "" : "s"}`;
};

const describeFound = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (typeof value !== "string") return typeof value === "number" ? String(value) : typeName(value);
  return `\`${value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value}\``;
};

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (inner, step) => (isIndexable(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );

const isIndexable = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === "object" && value !== null;
