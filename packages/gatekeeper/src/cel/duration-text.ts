const UNITS: Readonly<Record<string, bigint>> = {
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ns: 1n,
};

const partPattern = (): RegExp => /(\d*)(?:\.(\d*))?(h|ms|m|s|us|µs|μs|ns)/y;

/** The longest text of a duration that is read; a real one has a few characters. */
const MAXIMUM_LENGTH = 1_000;

const partNanoseconds = ([, whole = "", fraction = "", unit = ""]: RegExpExecArray): bigint | undefined => {
  const scale = UNITS[unit];
  if (scale === undefined || whole + fraction === "") return undefined;
  return BigInt(whole || "0") * scale + (BigInt(fraction || "0") * scale) / 10n ** BigInt(fraction.length);
};

/** Reads a duration as Go does: `1h30m`, `-1.5s`. @returns nanoseconds; `undefined` when it is none */
export const parseDuration = (text: string): bigint | undefined => {
  if (text.length > MAXIMUM_LENGTH) return undefined;
  const sign = text.startsWith("-") ? -1n : 1n;
  const rest = text.replace(/^[+-]/, "");
  if (rest === "0") return 0n;
  const pattern = partPattern();
  let sum = 0n;
  let position = 0;
  while (position < rest.length) {
    pattern.lastIndex = position;
    const match = pattern.exec(rest);
    const nanoseconds = match === null ? undefined : partNanoseconds(match);
    if (match === null || nanoseconds === undefined) return undefined;
    sum += nanoseconds;
    position += match[0].length;
  }
  return rest === "" ? undefined : sign * sum;
};

/** Writes a duration as CEL does: in seconds, `5400s`, `0.5s`. */
export const formatDuration = (nanoseconds: bigint): string => {
  const magnitude = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const fraction = String(magnitude % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/, "");
  const sign = nanoseconds < 0n ? "-" : "";
  return `${sign}${magnitude / 1_000_000_000n}${fraction === "" ? "" : `.${fraction}`}s`;
};
