import { type DocumentDirective, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { hasInvalidEscape } from "./escape.js";
import { isOctalNotation, resolvePlainScalar, type ScalarValue } from "./plain-scalar.js";
import type { Remarks } from "./remarks.js";
import { readTag, resolveTaggedScalar } from "./tag.js";

/**
 * Whether a text is YAML, or JSON that is read as YAML: then the parts of JSON that libyaml refuses are in order. In
 * `yaml-1.2` only `true` and `false` are booleans.
 */
export type Dialect = "json" | "yaml" | "yaml-1.2";

/** The document a scalar belongs to. */
export interface ScalarContext {
  readonly dialect: Dialect;
  readonly text: string;
  readonly directives: readonly DocumentDirective[];
  readonly remarks: Remarks;
}

/** A scalar: its text, and what it stands for. */
export interface Scalar {
  readonly text: string;
  readonly value: ScalarValue;
}

const LONGEST_KEY = 1024;

/** What is a boolean in every version of YAML. */
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;

const isQuoted = (event: ScalarEvent): boolean =>
  event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;

/** Where a scalar is written, its quotes included; -1 for one that is not written at all. */
export const scalarStart = (event: ScalarEvent): number => {
  if (event.valueStart >= 0) return isQuoted(event) ? event.valueStart - 1 : event.valueStart;
  return event.tagStart >= 0 ? event.tagStart : event.anchorStart;
};

/** Where a scalar ends, its quotes included. */
export const scalarEnd = (event: ScalarEvent): number => {
  if (event.valueEnd >= 0) return isQuoted(event) ? event.valueEnd + 1 : event.valueEnd;
  return Math.max(event.tagEnd, event.anchorEnd);
};

/**
 * Whether a scalar is the merge key `<<`.
 *
 * @param event - the scalar, where a key is expected
 */
export const isMergeKey = (event: ScalarEvent, context: ScalarContext): boolean => {
  if (context.text[event.valueStart] !== "<" || getScalarValue(context.text, event) !== "<<") return false;
  if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN;
  const tag = readTag(context.text.slice(event.tagStart, event.tagEnd), context.directives);
  return tag.core === "merge" || (tag.known && tag.core === undefined);
};

/** Reads a scalar, and remarks on what is odd about it. */
export const readScalar = (event: ScalarEvent, context: ScalarContext): Scalar => {
  const text = getScalarValue(context.text, event);
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) checkEscapes(event, context);
  if (event.tagStart >= 0) return readTagged(event, text, context);
  if (event.style !== SCALAR_STYLE.PLAIN) return { text, value: text };
  const value = resolvePlainScalar(text);
  if (context.dialect === "yaml-1.2" && typeof value === "boolean" && !BOOLEAN.test(text)) return { text, value: text };
  if (typeof value === "number") remarkOnOctal(event, text, value, context);
  return { text, value };
};

const checkEscapes = (event: ScalarEvent, { text, dialect, remarks }: ScalarContext): void => {
  if (dialect === "json" || !hasInvalidEscape(text.slice(event.valueStart, event.valueEnd))) return;
  remarks.fail("syntax", "a string has an unknown escape sequence", event.valueStart);
};

/** A key without `?` has to stand on one line and be short (libyaml: 1024 characters). */
export const checkKey = (event: ScalarEvent, { text, dialect, remarks }: ScalarContext): void => {
  const isShort = event.valueEnd - event.valueStart <= LONGEST_KEY;
  if (dialect === "json" || (event.fast && isShort) || event.valueStart < 0) return;
  const isOneLine = !/[\r\n]/.test(text.slice(event.valueStart, event.valueEnd));
  if ((isOneLine && isShort) || /\?\s*$/.test(text.slice(0, scalarStart(event)).slice(-LONGEST_KEY))) return;
  remarks.fail("syntax", "a key is too long, or goes over several lines", scalarStart(event));
};

/**
 * A key of a block mapping has to be the first on its line, unless it is the first of the mapping: our parser takes
 * one behind a flow collection, too.
 *
 * @param mappingStart - where the mapping begins
 */
export const checkKeyPlace = (event: ScalarEvent, mappingStart: number, { text, remarks }: ScalarContext): void => {
  let start = scalarStart(event);
  if (event.tagStart >= 0) start = Math.min(start, event.tagStart);
  if (event.anchorStart >= 0) start = Math.min(start, event.anchorStart - 1);
  if (start <= mappingStart) return;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  if ("\r\n?".includes(text[start - 1] ?? "\n")) return;
  remarks.fail("syntax", "a key has to begin on a line of its own", scalarStart(event));
};

const remarkOnOctal = (event: ScalarEvent, text: string, value: number, { remarks }: ScalarContext): void => {
  if (!isOctalNotation(text) || value === 0) return;
  remarks.note("warning", "octal-number", `\`${text}\` is read as an octal number: ${value}`, event.valueStart);
};

const readTagged = (event: ScalarEvent, text: string, context: ScalarContext): Scalar => {
  const written = context.text.slice(event.tagStart, event.tagEnd);
  const tag = readTag(written, context.directives);
  if (!tag.known) remarkOnUnknownTag(written, event.tagStart, context.remarks);
  const value = resolveTaggedScalar(tag, text);
  if (value !== undefined) return { text, value };
  context.remarks.fail("invalid-tag-value", `the value does not fit its tag \`${written}\``, event.tagStart);
  return { text, value: null };
};

/** Remarks on a tag of a collection; Kubernetes ignores these altogether. */
export const checkCollectionTag = (start: number, end: number, context: ScalarContext): void => {
  if (start < 0) return;
  const written = context.text.slice(start, end);
  if (!readTag(written, context.directives).known) remarkOnUnknownTag(written, start, context.remarks);
};

/** An error, though Kubernetes drops the tag: whoever wrote it expects a program to act on it before that. */
const remarkOnUnknownTag = (written: string, offset: number, remarks: Remarks): void =>
  remarks.note("error", "unknown-tag", `unknown tag \`${written}\`: kubernetes drops it`, offset);
