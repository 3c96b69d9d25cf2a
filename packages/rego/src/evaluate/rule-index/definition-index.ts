import type { Rule } from "../../syntax/ast.js";
import { certain } from "../../value/certain.js";
import type { Value } from "../../value/value.js";
import type { Context } from "../context.js";
import type { Planner } from "../planner.js";
import { type Conditions, type Source, sourceKey } from "./conditions.js";
import { orderOfDefinitions } from "./definition-order.js";
import { planSource, type ReadSource } from "./exclusion.js";

/** One definition of a rule with what its first body demands. */
export interface Indexable {
  readonly rule: Rule;
  readonly conditions: Conditions;
}

/** Which definitions may have a value, in the order in which they are tried. */
export type Candidates<Definition> = (args: readonly Value[], context: Context) => readonly Definition[];

/** Fewer definitions than this are tried one after the other, unless they differ in an argument. */
const worthIndexing = 4;

/**
 * Sorts definitions by the text they demand of one source, e.g. `spec("CronJob", object)` or `input.kind = "Pod"`: only those of
 * the text that is there are tried, and those that demand none.
 */
export function indexDefinitions<Definition extends Indexable>(
  definitions: readonly Definition[],
  planner: Planner,
): Candidates<Definition> {
  const order = orderOfDefinitions(definitions.map(({ conditions }) => conditions));
  const ordered = order.map((position) => certain(definitions[position], "definition"));
  const source = bestSource(ordered);
  if (source === undefined) return () => ordered;
  return lookUpBy(planSource(source, planner), groupByText(ordered, source), source);
}

interface Groups<Definition> {
  readonly all: readonly Definition[];
  readonly byText: ReadonlyMap<string, readonly Definition[]>;
  /** Those that demand no text. */
  readonly others: readonly Definition[];
}

function lookUpBy<Definition>(
  read: ReadSource,
  { all, byText, others }: Groups<Definition>,
  source: Source,
): Candidates<Definition> {
  // A list that contains the text counts as well where a document is asked, and the bodies themselves check that.
  const forCollections = source.kind === "argument" ? others : all;
  return (args, context) => {
    const value = read(args, context);
    if (typeof value === "string") return byText.get(value) ?? others;
    return typeof value === "object" && value !== null ? forCollections : others;
  };
}

function groupByText<Definition extends Indexable>(
  definitions: readonly Definition[],
  source: Source,
): Groups<Definition> {
  const texts = definitions.map((definition) => demandedTexts(definition).get(sourceKey(source))?.text);
  const byText = new Map<string, readonly Definition[]>();
  for (const text of texts) {
    if (text === undefined || byText.has(text)) continue;
    byText.set(
      text,
      definitions.filter((_, index) => texts[index] === undefined || texts[index] === text),
    );
  }
  return { all: definitions, byText, others: definitions.filter((_, index) => texts[index] === undefined) };
}

/** The source of which most definitions demand a text. */
function bestSource(definitions: readonly Indexable[]): Source | undefined {
  const counts = new Map<string, { readonly source: Source; count: number }>();
  for (const definition of definitions) {
    for (const [key, { source }] of demandedTexts(definition)) {
      const known = counts.get(key) ?? { source, count: 0 };
      known.count += 1;
      counts.set(key, known);
    }
  }
  const [best] = [...counts.values()].sort((left, right) => right.count - left.count);
  if (best === undefined || best.count * 2 <= definitions.length) return undefined;
  return best.source.kind === "argument" || definitions.length >= worthIndexing ? best.source : undefined;
}

interface Demand {
  readonly source: Source;
  readonly text: string;
}

/** The texts that a definition demands, by the key of their source; a definition with branches may have a value without them. */
function demandedTexts({ rule, conditions }: Indexable): ReadonlyMap<string, Demand> {
  const demands = new Map<string, Demand>();
  if (rule.else === undefined) {
    for (const { key, source, expectations } of conditions.conditions) {
      const [only, ...others] = expectations;
      const isText = others.length === 0 && only?.kind === "scalar" && typeof only.value === "string";
      if (isText && typeof only.value === "string") demands.set(key, { source, text: only.value });
    }
  }
  for (const [position, term] of (rule.head.args ?? []).entries()) {
    const source: Source = { kind: "argument", position };
    if (term.kind === "scalar" && typeof term.value === "string")
      demands.set(sourceKey(source), { source, text: term.value });
  }
  return demands;
}
