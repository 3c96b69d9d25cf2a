import { goQuote } from "@ostiary/rules";
import { type Outcome, succeed } from "../outcome.js";
import { findAuthorityFault, findEscapeFault } from "./go-url-authority.js";

/** What is looked at in a URL. */
export interface GoUrl {
  /** In lower case; empty for none. */
  readonly scheme: string;
}

/** What a URL is taken for: a reference from somewhere, or what a request asks for, which stands for itself. */
type Form = "reference" | "request";

const refuse = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error });

/** Divides a text at the first separator. */
const cut = (text: string, separator: string): readonly [before: string, after: string] => {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ""] : [text.slice(0, index), text.slice(index + separator.length)];
};

/**
 * Reads a URL as Go does, and refuses what it refuses, in its words.
 *
 * @source net/url, Parse
 */
export const parseGoUrl = (text: string): Outcome<GoUrl, string> => {
  const [address, fragment] = cut(text, "#");
  const parsed = parse(address, "reference");
  if (!parsed.ok) return refuse(`parse ${goQuote(address)}: ${parsed.error}`);
  const fault = findEscapeFault(fragment);
  return fault === undefined ? parsed : refuse(`parse ${goQuote(text)}: ${fault}`);
};

/**
 * Whether a text is a URI as a request names one: absolute, or a path from the root.
 *
 * @source net/url, ParseRequestURI
 */
export const isRequestUri = (text: string): boolean => text !== "" && parse(text, "request").ok;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
const FIRST_SEGMENT = "first path segment in URL cannot contain colon";

const parse = (text: string, form: Form): Outcome<GoUrl, string> => {
  if (CONTROL.test(text)) return refuse("net/url: invalid control character in URL");
  if (text === "*") return succeed({ scheme: "" });
  if (text.startsWith(":")) return refuse("missing protocol scheme");
  const [start] = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text) ?? [""];
  const scheme = start.slice(0, -1).toLowerCase();
  const [rest] = cut(text.slice(start.length), "?");
  if (!rest.startsWith("/")) {
    if (scheme !== "") return succeed({ scheme });
    if (form === "request") return refuse("invalid URI for request");
    if (cut(rest, "/")[0].includes(":")) return refuse(FIRST_SEGMENT);
  }
  const fault = findPathFault(rest, scheme, form);
  return fault === undefined ? succeed({ scheme }) : refuse(fault);
};

const findPathFault = (rest: string, scheme: string, form: Form): string | undefined => {
  const mayHaveHost = scheme !== "" || (form === "reference" && !rest.startsWith("///"));
  if (!mayHaveHost || !rest.startsWith("//")) return findEscapeFault(rest);
  const [authority, path] = cut(rest.slice("//".length), "/");
  return findAuthorityFault(scheme, authority) ?? findEscapeFault(path);
};
