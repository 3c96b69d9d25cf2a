import { duration, int, timestamp, uint } from "../arithmetic.js";
import { CelError } from "../cel-error.js";
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, parameter, STRING, TIMESTAMP, typeOf, UINT } from "../cel-type.js";
import { type CelType, CelTypeValue, CelUint, type Evaluated } from "../cel-value.js";
import { formatDuration, parseDuration } from "../duration-text.js";
import { formatDouble } from "../format-double.js";
import { type FunctionDeclaration, functionOverload, type Overload } from "../function-declaration.js";
import { isInt64 } from "../int64.js";
import { runtimeType } from "../runtime-type.js";
import { formatTimestamp, parseTimestamp, splitTimestamp } from "../timestamp-text.js";
import { traversalCost } from "./traversal-cost.js";

const A = parameter("A");

const identity = <Type extends CelType>(type: Type): Overload => functionOverload([type], type, (value) => value);

const cannotConvert = (to: CelType): CelError => CelError.of(`type conversion error from 'string' to '${to.name}'`);

/** From a text; `undefined` stands for a text that does not say such a value. */
const fromText = <Type extends CelType>(type: Type, read: (text: string) => Evaluated | undefined): Overload =>
  functionOverload([STRING], type, (text) => read(text) ?? cannotConvert(type));

/** The longest text of a number that is read. */
const MAXIMUM_DIGITS = 1_000;

const readInt = (text: string): Evaluated | undefined => {
  if (text.length > MAXIMUM_DIGITS || !/^[+-]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ""));
  return isInt64(value) ? value : undefined;
};

const readUint = (text: string): Evaluated | undefined => {
  if (text.length > MAXIMUM_DIGITS || !/^\d+$/.test(text)) return undefined;
  const value = uint(BigInt(text));
  return value instanceof CelUint ? value : undefined;
};

const SPECIAL_DOUBLES: ReadonlyMap<string, number> = new Map([
  ["inf", Number.POSITIVE_INFINITY],
  ["infinity", Number.POSITIVE_INFINITY],
  ["nan", Number.NaN],
]);

const readDouble = (text: string): Evaluated | undefined => {
  const special = SPECIAL_DOUBLES.get(text.toLowerCase().replace(/^[+-]/, ""));
  if (special !== undefined) return text.startsWith("-") ? -special : special;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "TRUE", "true", "True"].map((text) => [text, true] as const),
  ...["0", "f", "F", "FALSE", "false", "False"].map((text) => [text, false] as const),
]);

/** What lies at the ends of the range of a type is refused too, since a double may have been rounded to it. */
const intFromDouble = (value: number): Evaluated =>
  Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : CelError.of("integer overflow");

const uintFromDouble = (value: number): Evaluated =>
  value >= 0 && value < 2 ** 64 ? new CelUint(BigInt(Math.trunc(value))) : CelError.of("unsigned integer overflow");

const decode = (bytes: Uint8Array): Evaluated => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return CelError.of("invalid UTF-8 in bytes, cannot convert to string");
  }
};

const ofText = (text: string, read: typeof parseDuration, make: typeof duration): Evaluated | undefined => {
  const value = read(text);
  return value === undefined ? undefined : make(value);
};

/**
 * Conversions between types.
 *
 * @source google/cel-go, common/stdlib/standard.go and the `ConvertToType` of its types
 */
export const CONVERSIONS: readonly FunctionDeclaration[] = [
  {
    name: "type",
    overloads: [functionOverload([A], typeOf(A), (value) => new CelTypeValue(runtimeType(value)))],
  },
  { name: "dyn", overloads: [functionOverload([A], DYN, (value) => value)] },
  { name: "bool", overloads: [identity(BOOL), fromText(BOOL, (text) => BOOLEANS.get(text))] },
  {
    name: "bytes",
    overloads: [identity(BYTES), functionOverload([STRING], BYTES, (text) => new TextEncoder().encode(text))],
    cost: traversalCost,
  },
  {
    name: "double",
    overloads: [
      identity(DOUBLE),
      functionOverload([INT], DOUBLE, (value) => Number(value)),
      fromText(DOUBLE, readDouble),
      functionOverload([UINT], DOUBLE, ({ value }) => Number(value)),
    ],
  },
  {
    name: "duration",
    overloads: [identity(DURATION), fromText(DURATION, (text) => ofText(text, parseDuration, duration))],
  },
  {
    name: "timestamp",
    overloads: [
      identity(TIMESTAMP),
      fromText(TIMESTAMP, (text) => ofText(text, parseTimestamp, timestamp)),
      functionOverload([INT], TIMESTAMP, (seconds) => timestamp(seconds * 1_000_000_000n)),
    ],
  },
  {
    name: "int",
    overloads: [
      identity(INT),
      functionOverload([DOUBLE], INT, intFromDouble),
      functionOverload([DURATION], INT, ({ nanoseconds }) => nanoseconds),
      fromText(INT, readInt),
      functionOverload([TIMESTAMP], INT, ({ nanoseconds }) => splitTimestamp(nanoseconds)[0]),
      functionOverload([UINT], INT, ({ value }) => int(value)),
    ],
  },
  {
    name: "uint",
    overloads: [
      identity(UINT),
      functionOverload([DOUBLE], UINT, uintFromDouble),
      functionOverload([INT], UINT, (value) => uint(value)),
      fromText(UINT, readUint),
    ],
  },
  {
    name: "string",
    overloads: [
      identity(STRING),
      functionOverload([BOOL], STRING, (value) => String(value)),
      functionOverload([BYTES], STRING, decode),
      functionOverload([DOUBLE], STRING, formatDouble),
      functionOverload([DURATION], STRING, ({ nanoseconds }) => formatDuration(nanoseconds)),
      functionOverload([INT], STRING, (value) => String(value)),
      functionOverload([TIMESTAMP], STRING, ({ nanoseconds }) => formatTimestamp(nanoseconds)),
      functionOverload([UINT], STRING, ({ value }) => String(value)),
    ],
    cost: ([value]) => (value instanceof Uint8Array ? traversalCost([value]) : 1),
  },
];
