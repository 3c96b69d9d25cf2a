import { goQuote } from "@ostiary/rules";
import { type Outcome, succeed } from "../outcome.js";

/** What is looked at in a URL. */
export interface GoUrl {
  /** In lower case; empty for none. */
  readonly scheme: string;
  /** With its port; empty for none. */
  readonly host: string;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/;

/**
 * Reads a URL as Go's `url.Parse` does, and refuses what it refuses, in its words.
 *
 * @source net/url, Parse
 */
export const parseGoUrl = (text: string): Outcome<GoUrl, string> => {
  const refuse = (reason: string) => ({ ok: false, error: `parse ${goQuote(text)}: ${reason}` }) as const;
  const [whole = ""] = text.split("#", 1);
  if (CONTROL.test(text)) return refuse("net/url: invalid control character in URL");
  const colon = whole.search(/[^A-Za-z0-9+.-]/);
  const start = colon >= 0 && whole[colon] === ":" ? whole.slice(0, colon) : undefined;
  if (start === "") return refuse("missing protocol scheme");
  const scheme = start !== undefined && SCHEME.test(start) ? start : undefined;
  if (start !== undefined && scheme === undefined && /^[0-9+.-]/.test(start)) {
    return refuse("first path segment in URL cannot contain colon");
  }
  const [rest = ""] = (scheme === undefined ? whole : whole.slice(scheme.length + 1)).split("?", 1);
  if (scheme !== undefined && !rest.startsWith("/")) return succeed({ scheme: scheme.toLowerCase(), host: "" });
  if (scheme === undefined && (rest.split("/", 1)[0] ?? "").includes(":")) {
    return refuse("first path segment in URL cannot contain colon");
  }
  const authority = rest.startsWith("//") ? (rest.slice(2).split("/", 1)[0] ?? "") : "";
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const fault = findHostFault(host) ?? findEscapeFault(rest);
  return fault === undefined ? succeed({ scheme: (scheme ?? "").toLowerCase(), host }) : refuse(fault);
};

const findHostFault = (host: string): string | undefined => {
  const isBracketed = host.startsWith("[");
  const end = host.lastIndexOf("]");
  if (isBracketed && end < 0) return "missing ']' in host";
  const port = isBracketed ? host.slice(end + 1) : host.slice(host.includes(":") ? host.lastIndexOf(":") : host.length);
  if (!/^(:\d*)?$/.test(port)) return `invalid port ${goQuote(port)} after host`;
  const odd = /[ "<>^`{|}\\]/.exec(host)?.[0];
  return odd === undefined ? undefined : `invalid character ${goQuote(odd)} in host name`;
};

const findEscapeFault = (text: string): string | undefined => {
  const broken = /%(?![0-9a-fA-F]{2}).{0,2}/.exec(text)?.[0];
  return broken === undefined ? undefined : `invalid URL escape ${goQuote(broken)}`;
};

/**
 * Whether a text is a URI as a request names one: absolute, or a path from the root.
 *
 * @source net/url, ParseRequestURI
 */
export const isRequestUri = (text: string): boolean => {
  if (text === "") return false;
  const parsed = parseGoUrl(text.replaceAll("#", "%23"));
  return parsed.ok && (text.startsWith("/") || text === "*" || parsed.value.scheme !== "");
};
