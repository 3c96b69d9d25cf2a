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
  if (!/^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(spelling)) {
    parser.illegal("invalid float");
    return undefined;
  }
  if (Math.abs(binaryExponent(spelling)) > maximumExponent) {
    parser.error("number too big");
    return undefined;
  }
  return { kind: "scalar", value: numberFromText(spelling), location: { ...location, end: parser.token.end } };
}

/** The power of two just above the number's magnitude, near enough for a limit. */
function binaryExponent(spelling: string): number {
  const [mantissa = "", exponent = "0"] = spelling.replace("-", "").toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const significant = whole.replace(/^0+/, "");
  if (significant === "" && /^0*$/.test(fraction)) return 0;
  const leadingZeros = fraction.length - fraction.replace(/^0+/, "").length;
  const magnitude = significant === "" ? -leadingZeros : significant.length;
  return (magnitude + Number(exponent)) * Math.log2(10);
}
