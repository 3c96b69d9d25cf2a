const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const LONGEST_NAME = 63;
const LONGEST_SUBDOMAIN = 253;

const explain = (what: string, examples: readonly string[], regex: string): string =>
  `${what} alphanumeric character (e.g. '${examples.join("',  or '")}', regex used for validation is '${regex}')`;

const NAME_EXPECTATION = explain(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an",
  ["MyName", "my.name", "123-abc"],
  "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
);
const VALUE_EXPECTATION = explain(
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an",
  ["MyValue", "my_value", "12345"],
  "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
);
const SUBDOMAIN_EXPECTATION = explain(
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an",
  ["example.com"],
  "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*",
);
const PREFIX_ALLOWED = "with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

/** The first characters that take more than one byte, and more than two, in UTF-8. */
const LONGER_FROM: readonly string[] = ["\u0080", "\u0800"];

const bytesOf = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** What UTF-16 writes in two units takes four bytes. */
const widthOf = (character: string): number =>
  character.length > 1 ? 4 : 1 + LONGER_FROM.filter((first) => character >= first).length;

const noLongerThan = (text: string, limit: number): readonly string[] =>
  bytesOf(text) > limit ? [`must be no more than ${limit} bytes`] : [];

/**
 * What is wrong with the key of a label, in Kubernetes' words.
 *
 * @returns nothing for a good key
 * @source k8s.io/apimachinery, util/validation, IsQualifiedName
 */
export const labelKeyFaults = (key: string): readonly string[] => {
  const parts = key.split("/");
  const [name = "", prefix] = parts.toReversed();
  if (parts.length > 2) return [`a valid label key ${NAME_EXPECTATION} ${PREFIX_ALLOWED}`];
  return [...(prefix === undefined ? [] : prefixFaults(prefix)), ...nameFaults(name)];
};

const prefixFaults = (prefix: string): readonly string[] => {
  if (prefix === "") return ["prefix part must be non-empty"];
  const faults = [
    ...noLongerThan(prefix, LONGEST_SUBDOMAIN),
    ...(SUBDOMAIN.test(prefix) ? [] : [SUBDOMAIN_EXPECTATION]),
  ];
  return faults.map((fault) => `prefix part ${fault}`);
};

const nameFaults = (name: string): readonly string[] => {
  const length = name === "" ? ["must be non-empty"] : noLongerThan(name, LONGEST_NAME);
  const faults = [...length, ...(NAME.test(name) ? [] : [NAME_EXPECTATION])];
  return faults.map((fault) => `name part ${fault}`);
};

/**
 * What is wrong with the value of a label, in Kubernetes' words.
 *
 * @returns nothing for a good value
 * @source k8s.io/apimachinery, util/validation, IsValidLabelValue
 */
export const labelValueFaults = (value: string): readonly string[] => [
  ...noLongerThan(value, LONGEST_NAME),
  ...(VALUE.test(value) ? [] : [VALUE_EXPECTATION]),
];
