import { readUri } from "../encoding/uri-reference.js";
import { parseIp } from "../net/ip-address.js";
import type { RegexEngine } from "../regex/regex-engine.js";
import { parseTime } from "../time/time-parse.js";
import type { SchemaFormat } from "./json-schema-model.js";

/** The format of a name; every text has a format that is not known. */
export function formatOf(name: string, regex: RegexEngine): SchemaFormat {
  const accepts = name === "regex" ? (text: string): boolean => regex.compile(text).ok : formats.get(name);
  return { name, accepts: accepts ?? (() => true) };
}

type FormatTest = SchemaFormat["accepts"];

const isTime =
  (...layouts: readonly string[]): FormatTest =>
  (text) =>
    layouts.some((layout) => parseTime(layout, text).ok);

const matches =
  (pattern: RegExp): FormatTest =>
  (text) =>
    pattern.test(text);

const isUriReference: FormatTest = (text) => !text.includes("\\") && readUri(text).ok;

const isUri: FormatTest = (text) => isUriReference(text) && /^[A-Za-z]/.test(text) && schemeOf(text) !== "";

function schemeOf(text: string): string {
  const reading = readUri(text);
  return reading.ok ? reading.uri.scheme : "";
}

function isUriTemplate(text: string): boolean {
  const reading = readUri(text);
  return reading.ok && !text.includes("\\") && /^[^{]*(?:\{[^}]*\}[^{]*)*$/.test(reading.uri.path);
}

/** A mailbox: an address, or a name and an address in angle brackets; comments and folding are not accepted. */
function isMailbox(text: string): boolean {
  const address = /^[^<>]*<([^<>]*)>\s*$/.exec(text)?.[1] ?? text.trim();
  return /^(?:[^\s"(),.:;<>@[\\\]]+(?:\.[^\s"(),.:;<>@[\\\]]+)*|"(?:[^"\\]|\\.)*")@(?:[^\s"(),.:;<>@[\\\]]+(?:\.[^\s"(),.:;<>@[\\\]]+)*|\[[^\s[\]\\]*\])$/.test(
    address,
  );
}

const label = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

const formats: ReadonlyMap<string, FormatTest> = new Map<string, FormatTest>([
  ["date", isTime("2006-01-02")],
  ["time", isTime("15:04:05Z07:00", "15:04:05")],
  ["date-time", isTime("15:04:05", "15:04:05Z07:00", "2006-01-02", "2006-01-02T15:04:05Z07:00")],
  ["hostname", (text) => text.length < 256 && new RegExp(`^${label}(?:\\.${label})*$`).test(text)],
  ["email", isMailbox],
  ["idn-email", isMailbox],
  ["ipv4", (text) => text.includes(".") && parseIp(text) !== undefined],
  ["ipv6", (text) => text.includes(":") && parseIp(text) !== undefined],
  ["uri", isUri],
  ["uri-reference", isUriReference],
  ["iri", isUri],
  ["iri-reference", isUriReference],
  ["uri-template", isUriTemplate],
  ["uuid", matches(/^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/i)],
  ["json-pointer", matches(/^(?:\/(?:[^~/]|~0|~1)*)*$/)],
  ["relative-json-pointer", matches(/^(?:0|[1-9][0-9]*)(?:#|(?:\/(?:[^~/]|~0|~1)*)*)$/)],
]);
