import type { Comprehension, Term } from "./ast.js";
import type { Location } from "./location.js";
import { parseBody } from "./parse-literal.js";
import { parseItem, parseList, parseTerm } from "./parse-term.js";
import type { Checkpoint, ParserState } from "./parser-state.js";

type Entry = readonly [key: Term, value: Term];

/** Reads an array or array comprehension; the current token is left at its `]`. */
export function parseArray(parser: ParserState): Term | undefined {
  const start = parser.location;
  parser.scan();
  if (parser.is("]")) return arrayOf(parser, start, []);
  const mayComprehend = !skipComma(parser);
  const checkpoint = parser.save();
  const head = parseTerm(parser);
  if (head === undefined) return undefined;
  if (parser.is("or") && mayComprehend) {
    parser.scan();
    const body = parseBody(parser, "]");
    if (body !== undefined) return comprehension(parser, start, { collects: "array", head, body });
    // What follows a comma may still be an array whose first item is a union.
    if (!parser.is(",")) return undefined;
  }
  parser.restore(checkpoint);
  const items = parseList(parser, "]");
  return items === undefined ? undefined : arrayOf(parser, start, items);
}

/** OPA tolerates a comma before the first item. */
function skipComma(parser: ParserState): boolean {
  if (!parser.is(",")) return false;
  parser.scan();
  return true;
}

const whole = (parser: ParserState, start: Location): Location => ({ ...start, end: parser.token.end });

const arrayOf = (parser: ParserState, start: Location, items: readonly Term[]): Term => ({
  kind: "array",
  items,
  location: whole(parser, start),
});

const comprehension = (
  parser: ParserState,
  start: Location,
  parts: Omit<Comprehension, "kind" | "location">,
): Comprehension => ({ kind: "comprehension", ...parts, location: whole(parser, start) });

/** Reads a set, an object or one of their comprehensions; the current token is left at its `}`. */
export function parseSetOrObject(parser: ParserState): Term | undefined {
  const start = parser.location;
  parser.scan();
  if (parser.is("}")) return { kind: "object", entries: [], location: whole(parser, start) };
  const mayComprehend = !skipComma(parser);
  const checkpoint = parser.save();
  const term = parseTerm(parser);
  if (term === undefined) return undefined;
  if (parser.is("}") || parser.is(",")) return parseSetItems(parser, start, checkpoint);
  if (parser.is("or") && mayComprehend) return parseSetComprehension(parser, start, checkpoint, term);
  if (parser.is(":")) return parseObject(parser, start, term, mayComprehend ? "any" : "object");
  return parseFromInfix(parser, start, checkpoint, mayComprehend ? "any" : "object");
}

function parseFromInfix(
  parser: ParserState,
  start: Location,
  checkpoint: Checkpoint,
  forms: "any" | "object",
): Term | undefined {
  parser.restore(checkpoint);
  const head = parseItem(parser);
  if (head === undefined) return undefined;
  if (parser.is("}") || parser.is(",")) return parseSetItems(parser, start, checkpoint);
  if (parser.is(":")) return parseObject(parser, start, head, forms);
  parser.illegal("non-terminated set");
  return undefined;
}

function parseSetItems(parser: ParserState, start: Location, checkpoint: Checkpoint): Term | undefined {
  parser.restore(checkpoint);
  const items = parseList(parser, "}");
  return items === undefined ? undefined : { kind: "set", items, location: whole(parser, start) };
}

function parseSetComprehension(
  parser: ParserState,
  start: Location,
  checkpoint: Checkpoint,
  head: Term,
): Term | undefined {
  parser.scan();
  const body = parseBody(parser, "}");
  if (body !== undefined) return comprehension(parser, start, { collects: "set", head, body });
  return parser.is(",") ? parseSetItems(parser, start, checkpoint) : undefined;
}

/** The current token is the colon after the first key. */
function parseObject(parser: ParserState, start: Location, key: Term, forms: "any" | "object"): Term | undefined {
  parser.scan();
  const checkpoint = parser.save();
  const value = parseTerm(parser);
  if (value === undefined) return undefined;
  const isPlain = parser.is("}") || parser.is(",");
  if (forms === "any" && (isPlain || parser.is("or"))) {
    const object = finishObject(parser, start, [key, value], "any");
    // The newer release keeps what is wrong with further entries, as nothing else can stand here.
    if (object !== undefined || (isPlain && parser.options.release === "1.22")) return object;
  }
  parser.restore(checkpoint);
  if (!(forms === "any" && isPlain)) {
    const infixValue = parseItem(parser);
    if (infixValue === undefined) return undefined;

    if (parser.is("}") || parser.is(",")) return finishObject(parser, start, [key, infixValue], "object");
  }
  parser.illegal("non-terminated object");
  return undefined;
}

function finishObject(parser: ParserState, start: Location, first: Entry, forms: "any" | "object"): Term | undefined {
  if (parser.is("}")) return { kind: "object", entries: [first], location: whole(parser, start) };
  if (parser.is("or") && forms === "any") {
    parser.scan();
    const body = parseBody(parser, "}");
    const [key, head] = first;
    return body === undefined ? undefined : comprehension(parser, start, { collects: "object", key, head, body });
  }
  parser.scan();
  const entries = parseEntries(parser, first);
  return entries === undefined ? undefined : { kind: "object", entries, location: whole(parser, start) };
}

function parseEntries(parser: ParserState, first: Entry): readonly Entry[] | undefined {
  const entries = [first];
  while (!parser.is("}")) {
    const entry = parseEntry(parser);
    if (entry === undefined) return undefined;
    entries.push(entry);
    if (parser.is("}")) break;
    if (!parser.is(",")) {
      parser.illegal('expected "," or "}"');
      return undefined;
    }
    parser.scan();
  }
  return entries;
}

function parseEntry(parser: ParserState): Entry | undefined {
  const key = parseItem(parser);
  if (key === undefined) return undefined;
  if (!parser.is(":")) {
    parser.illegal('expected ":"');
    return undefined;
  }
  parser.scan();
  const value = parseItem(parser);
  return value === undefined ? undefined : [key, value];
}
