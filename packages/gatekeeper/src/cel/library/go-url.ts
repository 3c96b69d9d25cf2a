import { goQuote } from "@ostiary/rules";

/** The parts of an address as Go's `net/url` takes it apart. */
export interface GoUrl {
  readonly text: string;
  readonly scheme: string;
  /** Host and port as written. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
}

type Parsed = { readonly url: GoUrl } | { readonly fault: string };

const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2}).{0,2}/;

const DELETE = "\u007f";

const hasControlCharacter = (text: string): boolean =>
  [...text].some((character) => character < " " || character === DELETE);

const escapeFault = (text: string): string | undefined => {
  const match = BAD_ESCAPE.exec(text);
  return match === null ? undefined : `invalid URL escape ${goQuote(match[0])}`;
};

const portFault = (port: string): string | undefined =>
  /^(:\d*)?$/.test(port) ? undefined : `invalid port ${goQuote(port)} after host`;

/** What is wrong with the part between `//` and the path; `undefined` when nothing is. */
const authorityFault = (authority: string): string | undefined => {
  const at = authority.lastIndexOf("@");
  const [user, host] = at === -1 ? ["", authority] : [authority.slice(0, at), authority.slice(at + 1)];
  if (/[^A-Za-z0-9\-._:~!$&'()*+,;=%@]/.test(user)) return "net/url: invalid userinfo";
  if (host.startsWith("[")) {
    const end = host.lastIndexOf("]");
    return end === -1 ? "missing ']' in host" : portFault(host.slice(end + 1));
  }
  const invalid = /[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(host);
  if (invalid !== null) return `invalid character ${goQuote(invalid[0])} in host name`;
  const colon = host.lastIndexOf(":");
  return escapeFault(host) ?? (colon === -1 ? undefined : portFault(host.slice(colon)));
};

const split = (text: string, separator: string): readonly [string, string] => {
  const index = text.indexOf(separator);
  return index === -1 ? [text, ""] : [text.slice(0, index), text.slice(index + 1)];
};

const parseHierarchy = (text: string, scheme: string, rest: string): Parsed => {
  const [beforeQuery, query] = split(rest, "?");
  if (!beforeQuery.startsWith("/")) {
    if (scheme === "") return { fault: "invalid URI for request" };
    return { url: { text, scheme, host: "", path: "", query } };
  }
  const hasAuthority = scheme !== "" && beforeQuery.startsWith("//");
  const pathStart = hasAuthority ? beforeQuery.indexOf("/", 2) : 0;
  const authority = hasAuthority ? beforeQuery.slice(2, pathStart === -1 ? undefined : pathStart) : "";
  const path = pathStart === -1 ? "" : beforeQuery.slice(pathStart);
  const fault = authorityFault(authority) ?? escapeFault(path);
  if (fault !== undefined) return { fault };
  return { url: { text, scheme, host: authority.slice(authority.lastIndexOf("@") + 1), path, query } };
};

const parse = (text: string): Parsed => {
  if (hasControlCharacter(text)) return { fault: "net/url: invalid control character in URL" };
  if (text === "") return { fault: "empty url" };
  if (text === "*") return { url: { text, scheme: "", host: "", path: "*", query: "" } };
  if (text.startsWith(":")) return { fault: "missing protocol scheme" };
  const scheme = /^([A-Za-z][A-Za-z0-9+\-.]*):/.exec(text)?.[1] ?? "";
  return parseHierarchy(text, scheme.toLowerCase(), scheme === "" ? text : text.slice(scheme.length + 1));
};

/**
 * Takes an absolute address or path apart as Go's `url.ParseRequestURI` does, but for the fragment, which is left out of it.
 *
 * @returns its parts; or what is wrong with it, in Go's words
 */
export const parseGoUrl = (text: string): Parsed => {
  const whole = parse(text);
  if ("fault" in whole) return { fault: `parse ${goQuote(text)}: ${whole.fault}` };
  const [withoutFragment] = split(text, "#");
  const parsed = parse(withoutFragment);
  return "fault" in parsed ? { fault: `parse ${goQuote(text)}: ${parsed.fault}` } : { url: { ...parsed.url, text } };
};
