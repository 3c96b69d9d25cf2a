import type { ProviderAnswers } from "@ostiary/gatekeeper";

/** What stands for a provider's whole answer, where it is not a list of keys with their values. */
const ANSWERS = ["response", "transportError"] as const;

/**
 * Reads canned answers of providers of external data: by the provider's name its answer, either as it is sent, with `response`
 * or `transportError`, or in short the keys with their values.
 *
 * @returns or what is wrong, as one line
 */
export const readProviderAnswers = (value: unknown): ProviderAnswers | string => {
  if (!isFields(value)) return "expected an object: by the names of providers what they answer";
  const wrong = Object.entries(value).find(([, answer]) => !isFields(answer));
  if (wrong !== undefined) return `the answer of \`${wrong[0]}\` is no object`;
  // Whoever uses an answer looks at what it is made of.
  return Object.fromEntries(
    Object.entries(value).map(([name, answer]) => [name, readAnswer(answer)]),
  ) as ProviderAnswers;
};

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readAnswer = (answer: unknown): unknown => {
  if (!isFields(answer) || ANSWERS.some((name) => Object.hasOwn(answer, name))) return answer;
  const items = Object.entries(answer).map(([key, value]) => ({ key, value }));
  return { response: { idempotent: true, items } };
};
