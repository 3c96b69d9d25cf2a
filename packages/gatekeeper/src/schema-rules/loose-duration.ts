import { parseDuration } from "../cel/duration-text.js";

const DAY = 86_400_000_000_000n;

/** Units written out, by what they begin with or are: the last of each row only has to begin the word. */
const UNITS: readonly (readonly [nanoseconds: bigint, words: readonly string[]])[] = [
  [1n, ["ns", "nano"]],
  [1_000n, ["us", "µs", "micro"]],
  [1_000_000n, ["ms", "milli"]],
  [1_000_000_000n, ["s", "sec"]],
  [60_000_000_000n, ["m", "min"]],
  [3_600_000_000_000n, ["h", "hr", "hour"]],
  [DAY, ["d", "day"]],
  [7n * DAY, ["w", "wk", "week"]],
];

/**
 * Reads a duration of Go, or one of numbers with units written out: `2 weeks`. A fraction of such a number is not read.
 *
 * @returns nanoseconds; `undefined` when it is none
 * @source k8s.io/kube-openapi, pkg/validation/strfmt/duration.go, ParseDuration
 */
export const parseLooseDuration = (text: string): bigint | undefined => {
  const known = parseDuration(text);
  if (known !== undefined || text.length > LONGEST) return known;
  const parts = [...text.matchAll(/(\d+)\s*([A-Za-zµ]+)/g)].flatMap(([, factor = "", word = ""]) => {
    const unit = UNITS.find(([, words]) => isWordOf(words, word.toLowerCase()));
    return unit === undefined ? [] : [BigInt(factor) * unit[0]];
  });
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0n);
};

const LONGEST = 1_000;

const isWordOf = (words: readonly string[], word: string): boolean =>
  words.includes(word) || word.startsWith(words.at(-1) ?? word);
