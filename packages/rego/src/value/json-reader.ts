import { JsonCursor, JsonFault, readScalar, readString } from "./json-scalars.js";
import { isNumber, numberText } from "./number.js";
import { setOwn } from "./own-property.js";
import type { Value } from "./value.js";

/** The value of a JSON text, or why there is none, in the words of Go's decoder. */
export type JsonReading =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

/** The value of a JSON text, with all digits of its numbers; undefined when the text is not one JSON value. */
export function parseJson(text: string): Value | undefined {
  const reading = readJson(text);
  return reading.ok ? reading.value : undefined;
}

/** Numbers whose spelling a JavaScript number may lose, and surrogates, which may stand alone. */
const needsOwnReader = /\d{16}|\d[.eE]|-0|\\u[dD]/;

/**
 * Reads a JSON text with all digits of its numbers. Of repeated keys the last one counts; nesting beyond 10,000 is a fault.
 * Faults are worded as OPA words those of `json.unmarshal`.
 */
export function readJson(text: string): JsonReading {
  const native = needsOwnReader.test(text) ? undefined : parseNatively(text);
  if (native !== undefined) return { ok: true, value: native };
  try {
    return { ok: true, value: readDocument(new JsonCursor(text)) };
  } catch (fault) {
    if (fault instanceof JsonFault) return { ok: false, message: fault.message };
    throw fault;
  }
}

function parseNatively(text: string): Value | undefined {
  try {
    // The native reader yields JSON, which is a value.
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

function readDocument(cursor: JsonCursor): Value {
  cursor.skipSpace();
  if (cursor.peek() === "") throw new JsonFault("EOF");
  const value = readValue(cursor);
  cursor.skipSpace();
  if (cursor.peek() !== "") refuseTrailing(cursor);
  return value;
}

/** OPA reads one more token and names it; `null` there passes unnoticed. */
function refuseTrailing(cursor: JsonCursor): void {
  const isBracket = cursor.peek() === "[" || cursor.peek() === "{";
  const token = isBracket ? cursor.peek() : readScalar(cursor);
  if (token !== null) throw new JsonFault(`error: invalid character '${tokenText(token)}' after top-level value`);
}

const tokenText = (token: Value): string => {
  if (typeof token === "string") return token;
  return isNumber(token) ? numberText(token) : `%!s(bool=${String(token)})`;
};

/** A collection that is being read, and the key that the next value belongs to. */
type Frame =
  | { readonly kind: "array"; readonly target: Value[] }
  | { readonly kind: "object"; readonly target: Record<string, Value>; key: string };

const maximumDepth = 10_000;

function readValue(cursor: JsonCursor): Value {
  const open: Frame[] = [];
  for (;;) {
    let value = readInnermost(cursor, open);
    for (let frame = open.at(-1); ; frame = open.at(-1)) {
      if (frame === undefined) return value;
      attach(frame, value);
      if (continues(cursor, frame)) break;
      value = frame.target;
      open.pop();
    }
  }
}

/** Opens collections until a scalar or an empty collection is complete. */
function readInnermost(cursor: JsonCursor, open: Frame[]): Value {
  for (;;) {
    cursor.skipSpace();
    if (cursor.peek() !== "[" && cursor.peek() !== "{") return readScalar(cursor);
    if (open.length === maximumDepth) throw cursor.unexpected("exceeded max depth");
    const frame: Frame =
      cursor.peek() === "[" ? { kind: "array", target: [] } : { kind: "object", target: {}, key: "" };
    cursor.position += 1;
    cursor.skipSpace();
    if (closes(cursor, frame)) return frame.target;
    if (frame.kind === "object") readKey(cursor, frame);
    open.push(frame);
  }
}

function closes(cursor: JsonCursor, frame: Frame): boolean {
  if (cursor.peek() !== (frame.kind === "array" ? "]" : "}")) return false;
  cursor.position += 1;
  return true;
}

function readKey(cursor: JsonCursor, frame: Extract<Frame, { kind: "object" }>): void {
  cursor.skipSpace();
  if (cursor.peek() !== '"') throw cursor.unexpected("looking for beginning of object key string");
  frame.key = readString(cursor);
  cursor.skipSpace();
  if (cursor.peek() !== ":") throw cursor.unexpected("after object key");
  cursor.position += 1;
}

function attach(frame: Frame, value: Value): void {
  if (frame.kind === "array") frame.target.push(value);
  else setOwn(frame.target, frame.key, value);
}

/** Whether a further member follows; for an object its key is read. */
function continues(cursor: JsonCursor, frame: Frame): boolean {
  cursor.skipSpace();
  if (closes(cursor, frame)) return false;
  if (cursor.peek() !== ",")
    throw cursor.unexpected(frame.kind === "array" ? "after array element" : "after object key:value pair");
  cursor.position += 1;
  if (frame.kind === "object") readKey(cursor, frame);
  return true;
}
