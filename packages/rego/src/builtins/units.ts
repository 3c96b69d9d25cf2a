import { decimalOf } from "../value/decimal.js";
import { numberFromBigInt, numberFromText, type RegoNumber } from "../value/number.js";
import { floatFromBigInt, multiplyFloats, truncate } from "../value/wide-float.js";
import { floatFrom } from "../value/wide-float-reader.js";
import type { BuiltinContext } from "./builtin.js";
import type { BuiltinDefinition } from "./builtin-definition.js";
import type { Operands } from "./operands.js";
import { toLower } from "./text/letter-case.js";

const signature = "x: string -> y: number";

/** Builtins that read quantities. Source: rego.md, section 10.7. */
export const unitBuiltins: readonly BuiltinDefinition[] = [
  { name: "units.parse", signature, call: parseUnits },
  { name: "units.parse_bytes", signature, call: parseBytes },
];

const powers = ["", "k", "m", "g", "t", "p", "e"];

/** A rational number. */
interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** OPA takes the double nearest to one thousandth, not one thousandth, so that `1000m` is no integer. */
const milli: Ratio = { numerator: 1152921504606847n, denominator: 0x1000_0000_0000_0000n };

/** The factor of a unit whose letters after the first are lower case: `M` is a million, `m` a thousandth. */
function factorOf(unit: string): Ratio | undefined {
  if (unit === "m") return milli;
  const isBinary = unit.endsWith("i");
  const letter = isBinary ? unit.slice(0, -1) : unit;
  const power = powers.indexOf(letter.toLowerCase());
  const isUnit = power >= 0 && letter.length <= 1 && !(isBinary && power === 0);
  return isUnit ? { numerator: (isBinary ? 1024n : 1000n) ** BigInt(power), denominator: 1n } : undefined;
}

function parseUnits(operands: Operands, context: BuiltinContext): RegoNumber {
  const { amount, unit } = splitQuantity(operands.string(1), operands, "");
  const normalized = unit.charAt(0) + toLower(unit.slice(1));
  const factor = factorOf(normalized);
  if (factor === undefined) throw operands.fault(`units.parse: unit ${normalized} not recognized`);
  const { numerator, denominator } = amountOf(amount, operands, context, "could not parse amount to a number");
  return ratioText(numerator * factor.numerator, denominator * factor.denominator);
}

/** An integer, or ten decimals, half away from zero. */
function ratioText(numerator: bigint, denominator: bigint): RegoNumber {
  if (numerator % denominator === 0n) return numberFromBigInt(numerator / denominator);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const scaled = (magnitude * 20n ** 10n + denominator * 2n ** 9n) / (denominator * 2n ** 10n);
  const digits = scaled.toString().padStart(11, "0");
  return numberFromText(`${numerator < 0n ? "-" : ""}${digits.slice(0, -10)}.${digits.slice(-10)}`);
}

function parseBytes(operands: Operands, context: BuiltinContext): RegoNumber {
  const { amount, unit } = splitQuantity(toLower(operands.string(1)), operands, "byte ");
  const singular = unit.endsWith("b") && unit !== "b" ? unit.slice(0, -1) : unit;
  const factor = singular === "m" ? { numerator: 1_000_000n } : factorOf(singular);
  if (factor === undefined) throw operands.fault(`units.parse_bytes: byte unit ${unit} not recognized`);
  amountOf(amount, operands, context, "could not parse byte amount to a number");
  return numberFromBigInt(
    truncate(multiplyFloats(floatFrom(numberFromText(amount)), floatFromBigInt(factor.numerator))),
  );
}

const amountPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function amountOf(amount: string, operands: Operands, context: BuiltinContext, message: string): Ratio {
  if (!amountPattern.test(amount)) throw operands.fault(`${operands.name}: ${message}`);
  const { digits, exponent } = decimalOf(amount);
  if (Math.abs(exponent) > context.limits.digits) return context.exceed("digits");
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { numerator: digits, denominator: power } : { numerator: digits * power, denominator: 1n };
}

interface Quantity {
  readonly amount: string;
  readonly unit: string;
}

const exponentLimit = 6;

/** Everything up to the first character that cannot be part of a number; an `e` is part of one only before a digit or sign. */
function splitQuantity(quoted: string, operands: Operands, what: string): Quantity {
  const text = quoted.replaceAll('"', "");
  if (text.includes(" ")) throw operands.fault(`${operands.name}: spaces not allowed in resource strings`);
  const amount = /^(?:[\d.+-]|[eE](?=[\d+-])[+-]?)*/.exec(text)?.[0] ?? "";
  const longest = Math.max(...Array.from(amount.matchAll(/e[+-]?(\d*)/gi), ([, digits = ""]) => digits.length), 0);
  if (longest > exponentLimit) throw operands.fault(`${operands.name}: exponent too large`);
  if (amount === "") throw operands.fault(`${operands.name}: no ${what}amount provided`);
  return { amount, unit: text.slice(amount.length) };
}
