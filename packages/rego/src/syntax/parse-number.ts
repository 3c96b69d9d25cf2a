import { numberFromText } from "../value/number.js";
import type { Term } from "./ast.js";
import type { ParserState } from "./parser-state.js";

/** Greatest binary exponent, either way, that OPA accepts. */
const maximumExponent = 100_000;

/** Reads a number with an optional sign; the current token is left at its last part. */
export function parseNumber(parser: ParserState): Term | undefined {
  const { location } = parser;
  let prefix = "";
  if (parser.is("minus")) {
    prefix = "-";
    parser.scan();
    if (!parser.is("number") && !parser.is(".")) {
      parser.illegal("expected number");
      return undefined;
    }
  }
  if (parser.is(".")) {
    prefix += ".";
    parser.scan();
    if (!parser.is("number")) {
      parser.illegal("expected number");
      return undefined;
    }
  }
  const { text } = parser.token;
  if (!prefix.endsWith(".") && /^0(\d|[eE]$)/.test(text)) {
    parser.illegal("expected number without leading zero");
    return undefined;
  }
  const spelling = prefix + text;
  const isNumber = parser.token.malformed === undefined && /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(spelling);
  if (!isNumber || !isReadable(spelling)) {
    parser.illegal("invalid float");
    return undefined;
  }
  if (Math.abs(binaryExponent(spelling)) > maximumExponent) {
    parser.error("number too big");
    return undefined;
  }
  return { kind: "scalar", value: numberFromText(spelling), location: { ...location, end: parser.token.end } };
}

interface Parts {
  /** Digits from the first that is not 0. */
  readonly significant: string;
  /** Power of ten with which the digits, read as `0.digits`, are multiplied. */
  readonly magnitude: number;
  readonly exponent: string;
}

function partsOf(spelling: string): Parts {
  const [mantissa = "", exponent = "0"] = spelling.replace("-", "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const significant = (whole + fraction).replace(/^0+/, "");
  const leadingZeros = whole.length + fraction.length - significant.length;
  return { significant, magnitude: whole.length - leadingZeros + Number(exponent), exponent };
}

/** Go reads the exponent as an integer of 64 bits, and keeps the power of two in it as one of 32. */
function isReadable(spelling: string): boolean {
  const { significant, exponent } = partsOf(spelling);
  if (
    Math.abs(Number(exponent)) > Number.MAX_SAFE_INTEGER &&
    BigInt.asIntN(64, BigInt(exponent)) !== BigInt(exponent)
  ) {
    return false;
  }
  return significant === "" || Math.abs(Number(exponent)) < 2 ** 31;
}

/** The power of two just above the number's magnitude. */
function binaryExponent(spelling: string): number {
  const { significant, magnitude } = partsOf(spelling);
  if (significant === "") return 0;
  const leading = Number(`0.${significant.slice(0, 17)}`);
  return Math.floor(Math.log2(leading) + magnitude * Math.log2(10)) + 1;
}
