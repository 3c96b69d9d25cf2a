import { type FieldPath, formatFieldPath, type Json } from "@ostiary/rules";
import { describeSchemaIssue } from "@ostiary/rules/deckhouse";
import type { z } from "zod/mini";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";

/** Nulls are dropped by the API server wherever a schema does not allow them. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([key, field]) => [key, withoutNulls(field)]));
};

/** What a document came to: its content, if the API server would take it. */
export interface ReadResult<Content> {
  readonly content: Content | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a policy document by the schema of its custom resource, as the API server does: defaults are filled in, unknown
 * fields are dropped, and reported here because they are nearly always a mistake.
 *
 * @param hint - says where an unknown field belongs, if that can be told
 */
export const readDocument = <Content>(
  document: PolicyDocument,
  schema: z.ZodMiniType<Content>,
  hint: (path: FieldPath) => string | undefined = () => undefined,
): ReadResult<Content> => {
  const value = withoutNulls(document.value);
  const first = schema.safeParse(value);
  if (first.success) return { content: first.data, problems: [] };
  const unknown = first.error.issues.flatMap(unknownPaths);
  const warnings = unknown.map((path) => reportUnknown(document, path, hint(path)));
  const second = schema.safeParse(unknown.reduce(removeAt, value));
  if (second.success) return { content: second.data, problems: warnings };
  return {
    content: undefined,
    problems: [...warnings, ...second.error.issues.map((issue) => refuse(document, issue))],
  };
};

const unknownPaths = (issue: z.core.$ZodIssue): readonly FieldPath[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...pathOf(issue), key]) : [];

const pathOf = ({ path }: z.core.$ZodIssue): FieldPath =>
  path.map((step) => (typeof step === "symbol" ? String(step) : step));

const removeAt = (value: unknown, [step, ...rest]: FieldPath): unknown => {
  if (step === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? removeAt(item, rest) : item));
  const entries = Object.entries(value);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(entries.map(([key, field]) => [key, key === step ? removeAt(field, rest) : field]));
};

const reportUnknown = (document: PolicyDocument, path: FieldPath, hint: string | undefined): Problem => {
  const message = `\`${formatFieldPath(path)}\`: unknown field, the API server drops it${hint === undefined ? "" : `; ${hint}`}`;
  return { ...refuseDocument(document, "unknown-field", message), path, effect: "report" };
};

const refuse = (document: PolicyDocument, issue: z.core.$ZodIssue): Problem => {
  const { path, message } = describeSchemaIssue(issue, document.value);
  const where = path.length === 0 ? "" : `\`${formatFieldPath(path)}\`: `;
  return { ...refuseDocument(document, "invalid-policy", `${where}${message}`), path };
};

/** Content that came out of a schema is JSON; the type says so where the schema was put together at run time. */
export const asJson = (value: unknown): Json => value as Json;
