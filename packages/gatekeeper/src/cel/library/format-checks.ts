import { parseGoUrl } from "./go-url.js";

/** What is wrong with a text, in Kubernetes' words; nothing for one of the format. */
export type FormatCheck = (text: string) => readonly string[];

/** A pattern, what it demands in words, and examples. */
interface Rule {
  readonly format: string;
  readonly demand: string;
  readonly examples: readonly string[];
  readonly maximum: number;
}

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const NAME = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

const DNS_1123_LABEL: Rule = {
  format: LABEL,
  demand:
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
  examples: ["my-name", "123-abc"],
  maximum: 63,
};
const DNS_1123_SUBDOMAIN: Rule = {
  format: `${LABEL}(\\.${LABEL})*`,
  demand:
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
  examples: ["example.com"],
  maximum: 253,
};
const DNS_1035_LABEL: Rule = {
  format: "[a-z]([-a-z0-9]*[a-z0-9])?",
  demand:
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character",
  examples: ["my-name", "abc-123"],
  maximum: 63,
};
const LABEL_NAME: Rule = {
  format: NAME,
  demand:
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  examples: ["MyName", "my.name", "123-abc"],
  maximum: 63,
};
const LABEL_VALUE: Rule = {
  format: `(${NAME})?`,
  demand:
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  examples: ["MyValue", "my_value", "12345"],
  maximum: 63,
};

const isMatch = ({ format }: Rule, text: string): boolean => new RegExp(`^${format}$`).test(text);

const patternFault = ({ format, demand, examples }: Rule): string => {
  const shown = examples.map((example) => `'${example}', `).join(" or ");
  return `${demand} (e.g. ${shown}regex used for validation is '${format}')`;
};

const lengthFaults = ({ maximum }: Rule, text: string): readonly string[] =>
  text.length > maximum ? [`must be no more than ${maximum} characters`] : [];

const check =
  (rule: Rule): FormatCheck =>
  (text) => [...lengthFaults(rule, text), ...(isMatch(rule, text) ? [] : [patternFault(rule)])];

const checkDnsLabel: FormatCheck = (text) => {
  if (isMatch(DNS_1123_LABEL, text) || !isMatch(DNS_1123_SUBDOMAIN, text)) return check(DNS_1123_LABEL)(text);
  return [...lengthFaults(DNS_1123_LABEL, text), "must not contain dots"];
};

/** Of a prefix that a name is made from, the last character may be a dash. */
const ofPrefix =
  (checkName: FormatCheck): FormatCheck =>
  (text) =>
    checkName(text.length > 1 && text.endsWith("-") ? `${text.slice(0, -2)}a` : text);

const nameFaults = (name: string): readonly string[] => {
  const faults = name === "" ? ["must be non-empty"] : lengthFaults(LABEL_NAME, name);
  return [...faults, ...(isMatch(LABEL_NAME, name) ? [] : [patternFault(LABEL_NAME)])];
};

const checkQualifiedName: FormatCheck = (text) => {
  const parts = text.split("/");
  if (parts.length > 2) {
    const prefix = "with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";
    return [`a valid label key ${patternFault(LABEL_NAME)} ${prefix}`];
  }
  const [name = "", prefix] = parts.toReversed();
  const prefixFaults = prefix === "" ? ["must be non-empty"] : check(DNS_1123_SUBDOMAIN)(prefix ?? "a");
  return [
    ...prefixFaults.map((fault) => `prefix part ${fault}`),
    ...nameFaults(name).map((fault) => `name part ${fault}`),
  ];
};

const demand =
  (holds: (text: string) => boolean, fault: string): FormatCheck =>
  (text) =>
    holds(text) ? [] : [fault];

const isDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const isDateTime = (text: string): boolean => {
  const [date = "", time = ""] = text.toLowerCase().split("t");
  const match = /^(\d{2}):(\d{2}):(\d{2})(.\d+)?(z|[+-]\d{2}:\d{2})$/.exec(time);
  return isDate(date) && match !== null && Number(match[1]) <= 23 && Number(match[2]) <= 59 && Number(match[3]) <= 59;
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

const checkUri: FormatCheck = (text) => {
  const parsed = parseGoUrl(text);
  return "fault" in parsed ? [parsed.fault] : [];
};

/**
 * What each format demands.
 *
 * @source k8s.io/apimachinery, pkg/util/validation and pkg/api/validate/content; k8s.io/kube-openapi, pkg/validation/strfmt
 */
export const FORMAT_CHECKS: ReadonlyMap<string, FormatCheck> = new Map([
  ["dns1123Label", checkDnsLabel],
  ["dns1123Subdomain", check(DNS_1123_SUBDOMAIN)],
  ["dns1035Label", check(DNS_1035_LABEL)],
  ["qualifiedName", checkQualifiedName],
  ["dns1123LabelPrefix", ofPrefix(checkDnsLabel)],
  ["dns1123SubdomainPrefix", ofPrefix(check(DNS_1123_SUBDOMAIN))],
  ["dns1035LabelPrefix", ofPrefix(check(DNS_1035_LABEL))],
  ["labelValue", check(LABEL_VALUE)],
  ["uri", checkUri],
  ["uuid", demand((text) => UUID.test(text), "does not match the UUID format")],
  ["byte", demand((text) => BASE64.test(text), "invalid base64")],
  ["date", demand(isDate, "invalid date")],
  ["datetime", demand(isDateTime, "invalid datetime")],
]);
