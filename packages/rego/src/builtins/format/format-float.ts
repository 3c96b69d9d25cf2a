import { binaryForm, exponentForm, fixedForm, generalForm, hexadecimalForm } from "./float-forms.js";
import { type FormatFlags, pad } from "./format-directive.js";

const defaultPrecision: ReadonlyMap<string, number> = new Map([
  ["e", 6],
  ["E", 6],
  ["f", 6],
  ["F", 6],
]);

/** A float under a verb; undefined when floats do not have that verb. */
export function formatFloat(value: number, verb: string, flags: FormatFlags): string | undefined {
  const digits = unsignedForm(Math.abs(value), verb, flags.precision ?? defaultPrecision.get(verb));
  if (digits === undefined) return undefined;
  const isNegative = value < 0 || Object.is(value, -0);
  const number = flags.sharp && verb !== "b" ? withPoint(digits, verb, flags) : digits;
  const sign = signOf(isNegative, flags);
  const missing = (flags.width ?? 0) - sign.length - number.length;
  if (sign !== "" && sign !== " " && flags.zero && !flags.minus && missing > 0)
    return sign + "0".repeat(missing) + number;
  return pad(sign + number, flags);
}

function unsignedForm(value: number, verb: string, precision: number | undefined): string | undefined {
  const form = forms.get(verb.toLowerCase());
  if (form === undefined || (verb !== verb.toLowerCase() && (verb === "V" || verb === "B"))) return undefined;
  const text = form(value, precision);
  return verb === verb.toLowerCase() ? text : text.toUpperCase();
}

const forms: ReadonlyMap<string, (value: number, precision: number | undefined) => string> = new Map([
  ["v", generalForm],
  ["g", generalForm],
  ["e", exponentForm],
  ["f", fixedForm],
  ["b", binaryForm],
  ["x", hexadecimalForm],
]);

function signOf(isNegative: boolean, flags: FormatFlags): string {
  if (isNegative) return "-";
  if (flags.plus) return "+";
  return flags.space ? " " : "";
}

/** The sharp flag: always a point, and for the general form so many digits. */
function withPoint(number: string, verb: string, flags: FormatFlags): string {
  const tailStart = number.search(verb.toLowerCase() === "x" ? /p/i : /e/i);
  const head = tailStart < 0 ? number : number.slice(0, tailStart);
  const tail = tailStart < 0 ? "" : number.slice(tailStart);
  const wanted = "vgGx".includes(verb) ? (flags.precision ?? 6) : 0;
  const significant = head.replace(/\./, "").replace(/^0+/, "").length;
  const isZero = head === "0";
  const pointed = head.includes(".") ? head : `${head}.`;
  return pointed + "0".repeat(Math.max(0, wanted - significant - (isZero ? 1 : 0))) + tail;
}
