/** A double's exact decimal digits: `0.d1d2… * 10 ** point`. */
interface Digits {
  readonly text: string;
  readonly point: number;
}

/** A double as `mantissa * 2 ** exponent`. */
interface Binary {
  readonly mantissa: bigint;
  readonly exponent: number;
}

function binaryOf(value: number): Binary {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return exponent === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: exponent - 1075 };
}

function exactDigits(value: number): Digits {
  const { mantissa, exponent } = binaryOf(value);
  if (mantissa === 0n) return { text: "", point: 0 };
  const text = (exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent)).toString();
  return { text: text.replace(/0+$/, ""), point: text.length + Math.min(0, exponent) };
}

/** The fewest digits that read back as the same double. */
function shortestDigits(value: number): Digits {
  if (value === 0) return { text: "", point: 0 };
  const [digits = "", exponent = "0"] = value.toExponential().split("e");
  return { text: digits.replace(".", ""), point: Number(exponent) + 1 };
}

/** Keeps so many digits, half to even. */
function rounded(digits: Digits, count: number): Digits {
  const { text, point } = digits;
  if (count >= text.length) return digits;
  if (count < 0) return { text: "", point };
  const kept = text.slice(0, count);
  if (!roundsUp(text, count)) return { text: kept.replace(/0+$/, ""), point };
  const raised = (BigInt(kept || "0") + 1n).toString();
  const carry = raised.length > count && count > 0 ? 1 : 0;
  return { text: raised.replace(/0+$/, ""), point: point + (count === 0 ? 1 : carry) };
}

function roundsUp(text: string, count: number): boolean {
  const rest = text.slice(count);
  const isHalf = rest === "5";
  return isHalf ? Number(text.charAt(count - 1) || "0") % 2 === 1 : rest >= "5";
}

/** `%e`: one digit before the point, at least two in the exponent. */
export function exponentForm(value: number, precision: number | undefined): string {
  const digits = precision === undefined ? shortestDigits(value) : rounded(exactDigits(value), precision + 1);
  return exponentText(digits, precision ?? Math.max(digits.text.length - 1, 0));
}

function exponentText({ text, point }: Digits, precision: number): string {
  const exponent = text === "" ? 0 : point - 1;
  const fraction = precision > 0 ? `.${text.slice(1).padEnd(precision, "0")}` : "";
  const magnitude = String(Math.abs(exponent)).padStart(2, "0");
  return `${text.charAt(0) || "0"}${fraction}e${exponent < 0 ? "-" : "+"}${magnitude}`;
}

/** `%f`: so many digits after the point. */
export function fixedForm(value: number, precision: number | undefined): string {
  const exact = precision === undefined ? shortestDigits(value) : exactDigits(value);
  const digits = precision === undefined ? exact : rounded(exact, exact.point + precision);
  return fixedText(digits, precision ?? Math.max(digits.text.length - digits.point, 0));
}

function fixedText({ text, point }: Digits, precision: number): string {
  const whole = point > 0 ? text.slice(0, point).padEnd(point, "0") : "0";
  if (precision === 0) return whole;
  const fraction = point > 0 ? text.slice(point) : "0".repeat(Math.min(-point, precision)) + text;
  return `${whole}.${fraction.padEnd(precision, "0")}`;
}

/** `%g`: exponent form when the exponent is below -4 or not below the precision, which is 6 for shortest digits. */
export function generalForm(value: number, precision: number | undefined): string {
  const significant = precision === 0 ? 1 : precision;
  const digits = significant === undefined ? shortestDigits(value) : rounded(exactDigits(value), significant);
  const exponent = digits.text === "" ? 0 : digits.point - 1;
  if (exponent < -4 || exponent >= exponentLimit(digits, significant)) {
    return exponentText(digits, Math.max(digits.text.length - 1, 0));
  }
  return fixedText(digits, Math.max(digits.text.length - digits.point, 0));
}

function exponentLimit({ text, point }: Digits, precision: number | undefined): number {
  if (precision === undefined) return 6;
  return precision > text.length && text.length >= point ? text.length : precision;
}

/** `%b`: the mantissa and the binary exponent. */
export function binaryForm(value: number): string {
  const { mantissa, exponent } = binaryOf(value);
  return `${mantissa}p${exponent < 0 ? "" : "+"}${exponent}`;
}

/** `%x`: hexadecimal digits, one before the point, and a binary exponent. */
export function hexadecimalForm(value: number, precision: number | undefined): string {
  const { mantissa, exponent } = binaryOf(value);
  if (mantissa === 0n) return `0x0${precision ? `.${"0".repeat(precision)}` : ""}p+00`;
  const shift = 53 - mantissa.toString(2).length;
  const scaled = roundBits((mantissa << BigInt(shift)) << 8n, precision === undefined ? 60 : 4 * precision);
  const carry = scaled >> 61n === 1n ? 1 : 0;
  const power = exponent - shift + 52 + carry;
  const fraction = (carry === 1 ? scaled >> 1n : scaled).toString(16).slice(1).replace(/0+$/, "");
  const digits = precision === undefined ? fraction : fraction.padEnd(precision, "0");
  const magnitude = String(Math.abs(power)).padStart(2, "0");
  return `0x1${digits === "" ? "" : `.${digits}`}p${power < 0 ? "-" : "+"}${magnitude}`;
}

/** Rounds a number of 61 bits to so many after the first, half to even. */
function roundBits(value: bigint, count: number): bigint {
  if (count >= 60) return value;
  const unit = 1n << BigInt(60 - count);
  const rest = value % unit;
  const isUp = rest > unit / 2n || (rest === unit / 2n && (value / unit) % 2n === 1n);
  return value - rest + (isUp ? unit : 0n);
}
