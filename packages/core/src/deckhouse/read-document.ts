import { type FieldPath, formatFieldPath } from "@ostiary/rules";
import { describeSchemaIssue } from "@ostiary/rules/deckhouse";
import type { z } from "zod/mini";
import type { Problem } from "../decision.js";
import type { PolicyDocument } from "../policy-kind.js";
import { refuseDocument } from "../problems.js";

/** How deep a schema can look, and more: below, nobody asks for anything. */
const DEEPEST = 64;

/** Nulls are dropped by the API server wherever a schema does not allow them. What has none is not copied. */
const withoutNulls = (value: unknown): unknown => (hasNull(value, 0) ? dropNulls(value, 0) : value);

const hasNull = (value: unknown, depth: number): boolean => {
  if (typeof value !== "object" || value === null) return value === null;
  return depth <= DEEPEST && Object.values(value).some((inner) => hasNull(inner, depth + 1));
};

const dropNulls = (value: unknown, depth: number): unknown => {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => dropNulls(item, depth + 1));
  const kept = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(kept.map(([key, field]) => [key, dropNulls(field, depth + 1)]));
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
  const second = schema.safeParse(prune(value, treeOf(unknown)));
  if (second.success) return { content: second.data, problems: warnings };
  return {
    content: undefined,
    problems: [...warnings, ...second.error.issues.map((issue) => refuse(document, issue))],
  };
};

const unknownPaths = (issue: z.core.$ZodIssue): readonly FieldPath[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...pathOf(issue), key]) : [];

const pathOf = ({ path }: z.core.$ZodIssue): FieldPath => path.filter((step) => typeof step !== "symbol");

/** Fields to be removed, step by step; what has no further steps is removed itself. */
interface Tree extends Map<string | number, Tree> {}

const treeOf = (paths: readonly FieldPath[]): Tree => {
  const tree: Tree = new Map();
  for (const path of paths) {
    let branch = tree;
    for (const step of path) {
      const next: Tree = branch.get(step) ?? new Map();
      branch.set(step, next);
      branch = next;
    }
  }
  return tree;
};

const prune = (value: unknown, tree: Tree): unknown => {
  const pruneAt = (step: string | number, inner: unknown): unknown => {
    const branch = tree.get(step);
    return branch === undefined ? inner : prune(inner, branch);
  };
  if (Array.isArray(value)) return value.map((item, index) => pruneAt(index, item));
  const kept = Object.entries(Object(value)).filter(([key]) => tree.get(key)?.size !== 0);
  return Object.fromEntries(kept.map(([key, field]) => [key, pruneAt(key, field)]));
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
