import { quoteForTime } from "./time-quote.js";

const unitNanoseconds: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1_000n],
  ["µs", 1_000n],
  ["μs", 1_000n],
  ["ms", 1_000_000n],
  ["s", 1_000_000_000n],
  ["m", 60_000_000_000n],
  ["h", 3_600_000_000_000n],
  ["d", 86_400_000_000_000n],
  ["w", 604_800_000_000_000n],
  ["y", 31_536_000_000_000_000n],
]);

/** Nanoseconds, or why there are none, in Go's words. */
export type DurationReading =
  | { readonly ok: true; readonly nanoseconds: bigint }
  | { readonly ok: false; readonly message: string };

const component = /(\d*)(\.?)(\d*)([dwy]|[^\d.dwy]*)/y;
const largest = 0x8000_0000_0000_0000n;

/** Reads a duration as Go's `time.ParseDuration` does (`1h30m`, `-1.5s`), with OPA's days, weeks and years of 365 days. */
export function readDuration(text: string): DurationReading {
  const unsigned = text.replace(/^[+-]/, "");
  if (unsigned === "0") return { ok: true, nanoseconds: 0n };
  if (unsigned === "") return invalid(text);
  let sum = 0n;
  for (component.lastIndex = 0; component.lastIndex < unsigned.length; ) {
    const [, whole = "", , fraction = "", unit = ""] = component.exec(unsigned) ?? [];
    if (whole === "" && fraction === "") return invalid(text);
    if (unit === "") return { ok: false, message: `time: missing unit in duration ${quoteForTime(text)}` };
    const scale = unitNanoseconds.get(unit);
    if (scale === undefined)
      return { ok: false, message: `time: unknown unit ${quoteForTime(unit)} in duration ${quoteForTime(text)}` };
    sum += BigInt(whole || "0") * scale + (BigInt(fraction || "0") * scale) / 10n ** BigInt(fraction.length);
    if (sum > largest) return invalid(text);
  }
  const isNegative = text.startsWith("-");
  return sum === largest && !isNegative ? invalid(text) : { ok: true, nanoseconds: isNegative ? -sum : sum };
}

const invalid = (text: string): DurationReading => ({
  ok: false,
  message: `time: invalid duration ${quoteForTime(text)}`,
});
