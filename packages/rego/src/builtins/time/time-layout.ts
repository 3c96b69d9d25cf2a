/** A field of a layout, or text that stands for itself. */
export interface LayoutPart {
  /** The field as the layout spells it; empty for text. */
  readonly field: string;
  readonly text: string;
}

const spellings = [
  "January",
  "Jan(?![a-z])",
  "Monday",
  "Mon(?![a-z])",
  "MST",
  "002",
  "0[1-6]",
  "_2006",
  "__2",
  "_2",
  "2006",
  "15",
  "[1-5]",
  "PM",
  "pm",
  "-07:00:00",
  "-070000",
  "-07:00",
  "-0700",
  "-07",
  "Z07:00:00",
  "Z070000",
  "Z07:00",
  "Z0700",
  "Z07",
  "[.,]0+(?!\\d)",
  "[.,]9+(?!\\d)",
];

const fields = /* @__PURE__ */ new RegExp(/* @__PURE__ */ spellings.join("|"), "g");

/** The fields of a Go layout and the text between them. `_2006` is an underscore before a year. */
export function readLayout(layout: string): readonly LayoutPart[] {
  const parts: LayoutPart[] = [];
  let position = 0;
  for (const match of layout.matchAll(fields)) {
    const field = match[0] === "_2006" ? "2006" : match[0];
    const start = match.index + match[0].length - field.length;
    if (start > position) parts.push({ field: "", text: layout.slice(position, start) });
    parts.push({ field, text: field });
    position = start + field.length;
  }
  if (position < layout.length) parts.push({ field: "", text: layout.slice(position) });
  return parts;
}

/** Layouts that have a name. */
export const namedLayouts: ReadonlyMap<string, string> = new Map([
  ["ANSIC", "Mon Jan _2 15:04:05 2006"],
  ["UnixDate", "Mon Jan _2 15:04:05 MST 2006"],
  ["RubyDate", "Mon Jan 02 15:04:05 -0700 2006"],
  ["RFC822", "02 Jan 06 15:04 MST"],
  ["RFC822Z", "02 Jan 06 15:04 -0700"],
  ["RFC850", "Monday, 02-Jan-06 15:04:05 MST"],
  ["RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"],
  ["RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"],
  ["RFC3339", "2006-01-02T15:04:05Z07:00"],
  ["RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"],
]);
