import { canonicalJson } from "./canonical-json.js";
import { type Outcome, PASSED } from "./suite.js";

type Answer = Readonly<Record<string, unknown>>;

/** How much of a value is shown, and how much of it before the place where it differs. */
const SHOWN = 240;
const BEFORE = 80;

/**
 * Compares an answer with the expected one, field by field. A field that is `undefined` equals an absent one, the order of
 * the fields of an object does not matter.
 */
export const compare = (actual: Answer, expected: Answer): Outcome => {
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  const differences = [...names].flatMap((name) => describeDifference(name, actual[name], expected[name]));
  return differences.length === 0 ? PASSED : { kind: "failed", difference: differences.join("\n") };
};

const describeDifference = (name: string, actual: unknown, expected: unknown): readonly string[] => {
  const [ours, theirs] = [write(actual), write(expected)];
  if (ours === theirs) return [];
  const start = Math.max(0, commonLength(ours, theirs) - BEFORE);
  return [
    `${name}: expected ${excerpt(theirs, start)}`,
    `${" ".repeat(name.length)}  actual   ${excerpt(ours, start)}`,
  ];
};

const write = (value: unknown): string => (value === undefined ? "nothing" : canonicalJson(value));

const commonLength = (one: string, other: string): number => {
  const end = Math.min(one.length, other.length);
  let index = 0;
  while (index < end && one[index] === other[index]) index++;
  return index;
};

const excerpt = (text: string, start: number): string => {
  const end = start + SHOWN;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
};
