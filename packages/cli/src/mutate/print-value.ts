import type { Json } from "@ostiary/core";
import { Document, type ToStringOptions } from "yaml";

/** How new parts of a document are written, so that they look like the rest of it. */
export interface PrintStyle {
  /** `json`: every text in double quotes, collections in brackets. */
  readonly syntax: "yaml" | "json";
  /** Whether the items of a list are indented deeper than the key that the list belongs to. */
  readonly lists: "indented" | "flush";
}

/** Texts are quoted where either YAML 1.1, which Kubernetes reads, or YAML 1.2 would take them for something else. */
const SCHEMA = { version: "1.1", schema: "yaml-1.1", compat: "core", aliasDuplicateObjects: false } as const;
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false } as const satisfies ToStringOptions;
const FLOW_LAYOUT = { ...LAYOUT, collectionStyle: "flow" } as const satisfies ToStringOptions;
const JSON_LAYOUT = {
  ...FLOW_LAYOUT,
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "QUOTE_DOUBLE",
  doubleQuotedAsJSON: true,
} as const satisfies ToStringOptions;

/** Writes a value as lines of block style, without a line break at the end. */
export const printBlock = (value: Json, { lists }: Pick<PrintStyle, "lists">): string =>
  print(value, { ...LAYOUT, indentSeq: lists === "indented" });

/** Writes a value as it can stand between brackets, on one line. */
export const printFlow = (value: Json, { syntax }: Pick<PrintStyle, "syntax">): string => {
  const text = syntax === "json" ? "\n" : printBracketed(value, FLOW_LAYOUT);
  // JSON is YAML too, and has no line breaks.
  return text.includes("\n") ? printBracketed(value, JSON_LAYOUT) : text;
};

/** In a list, so that texts are quoted where brackets and commas would mean something. */
const printBracketed = (value: Json, layout: ToStringOptions): string => print([value], layout).slice(1, -1).trim();

/** Writes a field as it can stand between braces. */
export const printFlowField = (name: string, value: Json, style: Pick<PrintStyle, "syntax">): string =>
  `${printFlow(name, style)}: ${printFlow(value, style)}`;

const print = (value: Json, layout: ToStringOptions): string => new Document(value, SCHEMA).toString(layout).trimEnd();

/** Indents lines, empty ones excepted. */
export const indentLines = (text: string, columns: number): string => text.replace(/^(?=[^\n])/gm, " ".repeat(columns));
