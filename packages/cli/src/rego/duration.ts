import { UsageError } from "../usage-error.js";

const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|[smh]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|[smh])/g;

/**
 * Reads a duration as Go writes it, e.g. `500ms`, `1m30s`.
 *
 * @param option - the option that it is given to, for the message
 * @returns milliseconds
 * @throws {@link UsageError}
 */
export const readDuration = (text: string, option: string): number => {
  if (!DURATION.test(text)) throw new UsageError(`\`${option}\` takes a duration such as \`5s\`, not \`${text}\``);
  return [...text.matchAll(PART)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (MILLISECONDS[unit] ?? 0),
    0,
  );
};
