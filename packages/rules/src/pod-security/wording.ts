import { sortedSet } from "../language/byte-order.js";
import type { Finding } from "../rule.js";

/** `one` for exactly one thing, else `many`. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

/** Puts each text between double quotes, unescaped, and joins them with commas. */
export const quoteEach = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(", ");

/** The values that the findings quote, each once, in byte order. */
export const foundValues = (findings: readonly Finding[]): readonly string[] =>
  sortedSet(findings.map((finding) => String(finding.found)));

/** The names of the containers concerned: each container once, in the order visited, equal names repeated. */
export const containerNames = (findings: readonly Finding[]): readonly string[] => {
  const names: string[] = [];
  let last: Finding["container"];
  for (const { container } of findings) {
    if (container !== undefined && container !== last) names.push(container.name);
    last = container;
  }
  return names;
};

/** `container "a"` or `containers "a", "b"`. */
export const nameContainers = (names: readonly string[]): string =>
  `${plural(names.length, "container", "containers")} ${quoteEach(names)}`;

/** Who set the values: `pod`, `containers "a", "b"`, or `pod and container "a"`. */
export const nameSetters = (findings: readonly Finding[]): string => {
  const names = containerNames(findings);
  const setters = findings.some(({ container }) => container === undefined) ? ["pod"] : [];
  if (names.length > 0) setters.push(nameContainers(names));
  return setters.join(" and ");
};
