import { isAmbiguous } from "./yaml-scalar.js";

/** Where a text is written: texts that are too wide are folded, but for keys. */
export interface YamlPlace {
  readonly isKey: boolean;
  /** The column at which the text begins. */
  readonly column: number;
  /** The indent of further lines. */
  readonly indent: number;
}

const bestWidth = 80;

/** A text of YAML as Go's encoder writes it: plain where it may be, else quoted, and in lines where it has some. */
export function writeYamlText(text: string, place: YamlPlace): string {
  const traits = inspect(text);
  if (text.includes("\n")) return !place.isKey && traits.allowsBlock ? literal(text, place) : doubleQuoted(text, place);
  if (isAmbiguous(text)) return doubleQuoted(text, place);
  if (traits.allowsPlain) return fold(text, place);
  return traits.allowsSingle ? `'${fold(text.replaceAll("'", "''"), place)}'` : doubleQuoted(text, place);
}

interface Traits {
  readonly allowsPlain: boolean;
  readonly allowsSingle: boolean;
  readonly allowsBlock: boolean;
}

const printable = /^[\n -~\u0085\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/u;
const indicator = /^(?:---|\.\.\.)|^[#,[\]{}&*!|>'"%@`]|^[?:-](?:\s|$)|:(?:\s|$)|\s#/;

function inspect(text: string): Traits {
  const isSpecial = !printable.test(text) || / \n/.test(text);
  const isEdged = /^[ \n]|[ \n]$/.test(text);
  return {
    allowsPlain: !isSpecial && !isEdged && !text.includes("\n") && !indicator.test(text),
    allowsSingle: !isSpecial && !/\n /.test(text),
    allowsBlock: !isSpecial && !text.endsWith(" "),
  };
}

/** A block of lines; the sign after the bar says what becomes of line ends at the end. */
function literal(text: string, { indent }: YamlPlace): string {
  const hint = /^[ \n]/.test(text) ? "2" : "";
  const content = text.endsWith("\n") ? text.slice(0, -1) : text;
  const keep = content.endsWith("\n") || content === "" ? "+" : "";
  const chomping = text.endsWith("\n") ? keep : "-";
  const lines = content.split("\n").map((line) => (line === "" ? "" : " ".repeat(indent) + line));
  return `|${hint}${chomping}\n${lines.join("\n")}`;
}

/** Breaks a line that is too wide at a single space. */
function fold(text: string, place: YamlPlace): string {
  if (place.isKey || place.column + text.length <= bestWidth) return text;
  let folded = "";
  let column = place.column;
  for (const [index, character] of Array.from(text).entries()) {
    const isSingle = character === " " && text.charAt(index - 1) !== " " && text.charAt(index + 1) !== " ";
    if (isSingle && column > bestWidth) {
      folded += `\n${" ".repeat(place.indent)}`;
      column = place.indent;
    } else {
      folded += character;
      column += 1;
    }
  }
  return folded;
}

const escapes: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\u0085": "\\N",
  "\u00a0": "\\_",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

function doubleQuoted(text: string, place: YamlPlace): string {
  const quoted = text.replace(
    /["\\\u0085\u00a0\u2028\u2029]|[^ -~\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd]/gu,
    escapeOf,
  );
  return `"${fold(quoted, { ...place, column: place.column + 1 })}"`;
}

function escapeOf(character: string): string {
  const known = escapes[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
  const digits = code.toString(16).toUpperCase();
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
