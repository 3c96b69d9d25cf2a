/** A value that was read from the start of a text, and the text after it. */
export interface FieldReading {
  readonly value: number;
  readonly rest: string;
}

/** One or two digits; with `width` 2 or 3 exactly so many. */
export function readNumber(text: string, minimum: number, maximum: number): FieldReading | undefined {
  const digits = new RegExp(`^\\d{${minimum},${maximum}}`).exec(text)?.[0];
  return digits === undefined ? undefined : { value: Number(digits), rest: text.slice(digits.length) };
}

/** A name of a list, in any case; the value is its place. */
export function readName(text: string, names: readonly string[], length: number | undefined): FieldReading | undefined {
  const index = names.findIndex((name) => text.toLowerCase().startsWith(name.slice(0, length).toLowerCase()));
  const name = names[index];
  return name === undefined ? undefined : { value: index, rest: text.slice(name.slice(0, length).length) };
}

/** A point or comma and digits, as nanoseconds; digits after the ninth do not count. */
export function readFraction(text: string, digits: number): FieldReading | undefined {
  const match = new RegExp(`^[.,](\\d{${digits}})`).exec(text);
  if (match === null) return undefined;
  return { value: Number((match[1] ?? "").slice(0, 9).padEnd(9, "0")), rest: text.slice(digits + 1) };
}

/** An offset from UTC, in seconds. */
export interface OffsetReading extends FieldReading {
  /** The part that is out of its range. */
  readonly outOfRange?: string;
}

/** An offset spelled as a field of a layout spells it. */
export function readOffset(text: string, field: string): OffsetReading | undefined {
  if (/^Z(?:07|0700|07:00)$/.test(field) && text.startsWith("Z")) return { value: 0, rest: text.slice(1) };
  const pattern = field.slice(1).replace(/\d\d/g, "(\\d\\d)");
  const match = new RegExp(`^([+-])${pattern}`).exec(text);
  if (match === null) return undefined;
  const [whole, sign, hours = "0", minutes = "0", seconds = "0"] = match;
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const rest = text.slice(whole.length);
  const part = [Number(hours) > 24 && "hour", Number(minutes) > 60 && "minute", Number(seconds) > 60 && "second"].find(
    Boolean,
  );
  const reading = { value: sign === "-" ? -value : value, rest };
  return typeof part === "string" ? { ...reading, outOfRange: `time zone offset ${part}` } : reading;
}

/** The length of an abbreviation of a zone: three to five capital letters, `GMT` with hours, or an offset. */
export function readZoneName(text: string): FieldReading | undefined {
  const match =
    /^(?:UTC|ChST|MeST|GMT(?:[+-]\d{1,2})?|[+-]\d{2}|[A-Z]{4}T(?![A-Z])|(?:[A-Z]{3}T|WITA)(?![A-Z])|[A-Z]{3}(?![A-Z]))/.exec(
      text,
    );
  return match === null ? undefined : { value: 0, rest: text.slice(match[0].length) };
}
