import * as z from "zod/mini";
import type { ConstraintCheck, ParameterFaults, RuleContext } from "../constraint-kind.js";
import type { FieldPath } from "../field-path.js";
import { sortedSet } from "../language/byte-order.js";
import { printSet } from "../language/print-value.js";
import type { Regex } from "../language/safe-regex.js";
import type { RuleResult } from "../rule.js";
import type { SchemaIssue } from "../schema-issue.js";
import type { ObjectView } from "../subject/object-view.js";

/** The part of an object's metadata that is looked at, and what an entry of it is called. */
export interface MetadataPart {
  readonly key: "labels" | "annotations";
  readonly entry: "Label" | "Annotation";
}

/** The items of a constraint's parameters. */
export const metadataItemsSchema = z._default(
  z.array(z.object({ key: z.optional(z.string()), allowedRegex: z.optional(z.string()) })),
  [],
);

type Item = z.infer<typeof metadataItemsSchema>[number];

/** A pattern that the value of a key must contain. */
interface KeyPattern {
  readonly key: string;
  /** The pattern as written. */
  readonly text: string;
  readonly compiled: Regex | { readonly invalid: string };
}

/**
 * Requires that an object has an entry for each key, with a value in which the pattern is found. In a pattern that RE2
 * refuses the rule language finds nothing.
 *
 * @returns faults for patterns that the engine does not know
 */
export const requireMetadata = (
  part: MetadataPart,
  items: readonly Item[],
  { regex }: RuleContext,
): ConstraintCheck | ParameterFaults => {
  const keys = items.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const patterns: KeyPattern[] = [];
  const faults: SchemaIssue[] = [];
  for (const [index, { key, allowedRegex: text = "" }] of items.entries()) {
    if (key === undefined || text === "") continue;
    const compiled = regex(text);
    if ("unsupported" in compiled) faults.push(describeFault([part.key, index, "allowedRegex"], compiled.unsupported));
    else patterns.push({ key, text, compiled });
  }
  if (faults.length > 0) return { faults };
  return ({ object }) => {
    const metadata = object.object("metadata");
    const entries = metadata.stringMap(part.key);
    return [...findMissing(part, keys, metadata, entries), ...findUnmatched(part, patterns, metadata, entries)];
  };
};

const describeFault = (path: FieldPath, unsupported: string): SchemaIssue => ({
  path,
  message: `cannot be searched for: no support for ${unsupported}`,
});

const findMissing = (
  { key: part }: MetadataPart,
  keys: readonly string[],
  metadata: ObjectView,
  entries: ReadonlyMap<string, string>,
): readonly RuleResult[] => {
  const missing = sortedSet(keys.filter((key) => !entries.has(key)));
  if (missing.length === 0) return [];
  return [
    {
      message: `you must provide ${part}: ${printSet(missing)}`,
      findings: missing.map((key) => ({ path: metadata.path(part, key), found: undefined })),
      details: { [`missing_${part}`]: missing },
    },
  ];
};

const findUnmatched = (
  { key: part, entry }: MetadataPart,
  patterns: readonly KeyPattern[],
  metadata: ObjectView,
  entries: ReadonlyMap<string, string>,
): readonly RuleResult[] =>
  patterns.flatMap(({ key, text, compiled }) => {
    const found = entries.get(key);
    if (found === undefined || ("test" in compiled && compiled.test(found))) return [];
    const message = `${entry} <${key}: ${found}> does not satisfy allowed regex: ${text}`;
    return [{ message, findings: [{ path: metadata.path(part, key), found, allowed: text }] }];
  });
