/** Quantities are kept in billionths. */
export const NANO = 1_000_000_000n;

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?([eEinumkKMGTP]*)([-+]?\d*)$/;

const DECIMAL_EXPONENTS: ReadonlyMap<string, number> = new Map([
  ["n", -9],
  ["u", -6],
  ["m", -3],
  ["", 0],
  ["k", 3],
  ["M", 6],
  ["G", 9],
  ["T", 12],
  ["P", 15],
  ["E", 18],
]);

const BINARY_EXPONENTS: ReadonlyMap<string, number> = new Map([
  ["Ki", 10],
  ["Mi", 20],
  ["Gi", 30],
  ["Ti", 40],
  ["Pi", 50],
  ["Ei", 60],
]);

/** The largest quantity that Kubernetes keeps of one with a binary suffix. */
const MAXIMUM_BINARY = (2n ** 63n - 1n) * NANO;

/** More digits or a larger exponent than any quantity has. */
const MAXIMUM_DIGITS = 1_000;

const SYNTAX_FAULT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const SUFFIX_FAULT = "unable to parse quantity's suffix";

/** What a number without sign is multiplied by. */
interface Scale {
  readonly multiplier: bigint;
  readonly divisor: bigint;
  readonly isBinary: boolean;
}

const decimalScale = (exponent: number): Scale => ({
  multiplier: 10n ** BigInt(Math.max(0, exponent)),
  divisor: 10n ** BigInt(Math.max(0, -exponent)),
  isBinary: false,
});

const readScale = (suffix: string, exponent: string): Scale | undefined => {
  if (exponent !== "") {
    const isExponent = (suffix === "e" || suffix === "E") && /\d/.test(exponent);
    return isExponent && Math.abs(Number(exponent)) <= MAXIMUM_DIGITS ? decimalScale(Number(exponent)) : undefined;
  }
  const binary = BINARY_EXPONENTS.get(suffix);
  if (binary !== undefined) return { multiplier: 2n ** BigInt(binary), divisor: 1n, isBinary: true };
  const decimal = DECIMAL_EXPONENTS.get(suffix);
  return decimal === undefined ? undefined : decimalScale(decimal);
};

/** A quantity in billionths. */
export interface ParsedQuantity {
  readonly nano: bigint;
  /** Whether Kubernetes can tell that it is a whole number: `1000m` is one, and it cannot. */
  readonly isWhole: boolean;
}

/** Decimal digits that Kubernetes keeps quantities with, of one with a decimal and one with a binary suffix. */
const DECIMAL_DIGITS = 18;
const BINARY_DIGITS = 15;

/** Whether Kubernetes keeps a quantity as an integer, and not as a decimal number of any size. */
const fitsFastPath = (digits: string, { multiplier, isBinary }: Scale): boolean => {
  if (!isBinary) return digits.length <= DECIMAL_DIGITS;
  const bits = multiplier.toString(2).length - 1;
  return BINARY_DIGITS - digits.length - Math.floor((bits * 3) / 10) - 1 >= 0;
};

/** Whether the suffix alone shows that no digits are left behind the point: of `1.5k`, and not of `1000m` or `1.0`. */
const exactDigits = (fraction: string, { multiplier, divisor, isBinary }: Scale): boolean =>
  divisor === 1n && (isBinary ? fraction === "" : fraction.length < String(multiplier).length);

/** Digits beyond billionths are rounded up, away from zero. */
const roundUp = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor;

/**
 * Reads a quantity as Kubernetes does: `100m`, `1.5Gi`, `2e3`.
 *
 * @returns the quantity; or what is wrong with it, in Kubernetes' words
 * @source k8s.io/apimachinery, pkg/api/resource/quantity.go
 */
export const parseQuantity = (text: string): ParsedQuantity | { readonly fault: string } => {
  const match = text.length > MAXIMUM_DIGITS ? null : PATTERN.exec(text);
  const [, sign = "", whole = "", fraction = "", suffix = "", exponent = ""] = match ?? [];
  if (match === null || whole + fraction === "") return { fault: SYNTAX_FAULT };
  const scale = readScale(suffix, exponent);
  if (scale === undefined) return { fault: SUFFIX_FAULT };
  const dividend = BigInt(whole + fraction) * scale.multiplier * NANO;
  const exact = roundUp(dividend, scale.divisor * 10n ** BigInt(fraction.length));
  const capped = scale.isBinary && exact > MAXIMUM_BINARY ? MAXIMUM_BINARY : exact;
  const isWhole = exactDigits(fraction, scale) && fitsFastPath(whole + fraction, scale);
  return { nano: sign === "-" ? -capped : capped, isWhole };
};
