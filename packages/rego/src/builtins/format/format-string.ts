import { quote, quoteToAscii } from "../../value/quote.js";
import { encodeUtf8 } from "../text/utf8.js";
import { type FormatFlags, pad } from "./format-directive.js";

/** A text under a verb; undefined when texts do not have that verb. */
export function formatString(text: string, verb: string, flags: FormatFlags): string | undefined {
  switch (verb) {
    case "v":
      return flags.sharp
        ? pad(quoted(truncate(text, flags), { ...flags, plus: false, sharp: false }), flags)
        : pad(truncate(text, flags), flags);
    case "s":
      return pad(truncate(text, flags), flags);
    case "q":
      return pad(quoted(truncate(text, flags), flags), flags);
    case "x":
    case "X":
      return formatBytes(text, verb, flags);
    default:
      return undefined;
  }
}

/** The precision counts code points. */
const truncate = (text: string, { precision }: FormatFlags): string =>
  precision === undefined ? text : Array.from(text).slice(0, precision).join("");

function quoted(text: string, flags: FormatFlags): string {
  if (flags.sharp && canBackquote(text)) return `\`${text}\``;
  return flags.plus ? quoteToAscii(text) : quote(text);
}

/** Backquotes cannot hold control characters but the tab, nor backquotes, nor a byte order mark. */
const canBackquote = (text: string): boolean => !/(?!\t)\p{Cc}|[`\ufeff]|\p{Cs}/u.test(text);

/** The bytes in hexadecimal; the precision counts bytes. */
function formatBytes(text: string, verb: string, flags: FormatFlags): string {
  const bytes = Array.from(encodeUtf8(text)).slice(0, flags.precision);
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0"));
  const cased = verb === "X" ? digits.map((pair) => pair.toUpperCase()) : digits;
  if (cased.length === 0) return pad("", flags);
  const prefix = flags.sharp ? `0${verb}` : "";
  return pad(prefix + cased.join(flags.space ? ` ${prefix}` : ""), flags);
}
