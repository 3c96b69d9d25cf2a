import { quoteCharacter, quoteToAscii } from "../../value/quote.js";
import { type FormatFlags, pad } from "./format-directive.js";

const bases: ReadonlyMap<string, number> = new Map([
  ["v", 10],
  ["d", 10],
  ["b", 2],
  ["o", 8],
  ["O", 8],
  ["x", 16],
  ["X", 16],
]);

const maximumCodePoint = 0x10ffffn;

/** An integer under a verb; undefined when integers do not have that verb. */
export function formatInteger(value: bigint, verb: string, flags: FormatFlags): string | undefined {
  const base = bases.get(verb);
  if (base !== undefined) return formatDigits(value, base, verb, flags);
  if (verb === "c") return pad(characterOf(value), flags);
  if (verb === "q") return pad(quoteRune(characterOf(value), flags), flags);
  return verb === "U" ? formatUnicode(value, flags) : undefined;
}

/** The character of a code point, U+FFFD for what is none. */
function characterOf(value: bigint): string {
  const isCharacter = value >= 0n && value <= maximumCodePoint && !(value >= 0xd800n && value < 0xe000n);
  return String.fromCodePoint(isCharacter ? Number(value) : 0xfffd);
}

function quoteRune(character: string, flags: FormatFlags): string {
  const quoted = quoteCharacter(character);
  return flags.plus && !/^[ -~]*$/.test(quoted) ? `'${quoteToAscii(character).slice(1, -1)}'` : quoted;
}

/** Zeros fill the width only where no precision is given; then the precision does. */
function formatDigits(value: bigint, base: number, verb: string, flags: FormatFlags): string {
  const blank: FormatFlags = { ...flags, zero: false };
  if (flags.precision === 0 && value === 0n) return pad("", blank);
  const sign = signOf(value < 0n, flags);
  const digits = (value < 0n ? -value : value).toString(base).padStart(minimumDigits(sign, flags), "0");
  const cased = verb === "X" ? digits.toUpperCase() : digits;
  return pad(sign + prefixOf(cased, verb, base, flags) + cased, blank);
}

function signOf(isNegative: boolean, flags: FormatFlags): string {
  if (isNegative) return "-";
  if (flags.plus) return "+";
  return flags.space ? " " : "";
}

function minimumDigits(sign: string, flags: FormatFlags): number {
  if (flags.precision !== undefined) return flags.precision;
  return flags.zero && !flags.minus ? (flags.width ?? 0) - sign.length : 0;
}

function prefixOf(digits: string, verb: string, base: number, flags: FormatFlags): string {
  if (verb === "O") return "0o";
  if (!flags.sharp || base === 10) return "";
  if (base === 2) return "0b";
  if (base === 16) return verb === "X" ? "0X" : "0x";
  return digits.startsWith("0") ? "" : "0";
}

function formatUnicode(value: bigint, flags: FormatFlags): string {
  const digits = BigInt.asUintN(64, value)
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(4, flags.precision ?? 0), "0");
  const quoted = quoteCharacter(characterOf(value));
  const isPrintable = value >= 0n && value <= maximumCodePoint && !quoted.startsWith("'\\");
  const suffix = flags.sharp && isPrintable ? ` '${characterOf(value)}'` : "";
  return pad(`U+${digits}${suffix}`, { ...flags, zero: false });
}
