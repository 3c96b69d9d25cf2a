import { quote } from "../../value/quote.js";
import type { Value } from "../../value/value.js";
import { readUri, type UriReference } from "../encoding/uri-reference.js";
import { X509Fault } from "./x509-fault.js";

/** A URI of a certificate: as Go's structure in JSON, and as it is written again. */
export interface CertificateUri {
  /** Host and port. */
  readonly host: string;
  readonly text: string;
  readonly json: Value;
}

/**
 * Reads a URI, which is ASCII.
 *
 * @throws X509Fault when it is none
 */
export function readCertificateUri(text: string): CertificateUri {
  const reading = readUri(text);
  if (!reading.ok) throw new X509Fault(`x509: cannot parse URI ${quote(text)}: ${reading.message}`);
  const { uri } = reading;
  const parts = partsOf(text, uri);
  if (parts.user !== undefined && !/^[\w.~!$&'()*+,;=:%@-]*$/.test(parts.user))
    throw new X509Fault(`x509: cannot parse URI ${quote(text)}: parse ${quote(text)}: net/url: invalid userinfo`);
  const json = {
    ForceQuery: parts.hasEmptyQuery,
    Fragment: uri.fragment,
    Host: parts.host,
    OmitHost: parts.omitsHost,
    Opaque: parts.opaque,
    Path: uri.path,
    RawFragment: isUsual(parts.fragment, usualInFragment) ? "" : parts.fragment,
    // A star alone stays, whatever is usual.
    RawPath: parts.path === "*" || isUsual(parts.path, usualInPath) ? "" : parts.path,
    RawQuery: uri.rawQuery,
    Scheme: uri.scheme,
    User: parts.user === undefined ? null : {},
  };
  return { host: parts.host, text: written(uri, parts), json };
}

/** What a reference does not tell. */
interface UriParts {
  readonly user: string | undefined;
  readonly host: string;
  readonly opaque: string;
  readonly path: string;
  readonly fragment: string;
  readonly omitsHost: boolean;
  readonly hasEmptyQuery: boolean;
}

function partsOf(text: string, { scheme, host, rawQuery }: UriReference): UriParts {
  const [whole = "", ...fragments] = text.split("#");
  const rest = whole.slice(scheme === "" ? 0 : scheme.length + 1);
  const [hierarchy = "", ...queries] = rest.split("?");
  const isOpaque = scheme !== "" && !hierarchy.startsWith("/");
  const hasAuthority = hierarchy.startsWith("//") && (scheme !== "" || !hierarchy.startsWith("///"));
  const authority = hasAuthority ? (/^\/\/([^/]*)/.exec(hierarchy)?.[1] ?? "") : "";
  const path = isOpaque ? "" : hierarchy.slice(hasAuthority ? authority.length + 2 : 0);
  return {
    user: authority.includes("@") ? authority.slice(0, authority.lastIndexOf("@")) : undefined,
    // In the name of a zone the percent sign is escaped.
    host: host.replace("%25", "%"),
    opaque: isOpaque ? hierarchy : "",
    path,
    fragment: fragments.join("#"),
    omitsHost: scheme !== "" && hierarchy.startsWith("/") && !hasAuthority,
    hasEmptyQuery: queries.length === 1 && rawQuery === "",
  };
}

const usualInPath = /[\w.~$&+,/:;=@-]/;
const usualInFragment = /[\w.~$&+,/:;=?@!()*-]/;

/** Whether a part is written as Go would write it: without escapes where none are needed, with those that are. */
const isUsual = (text: string, usual: RegExp): boolean => text === escaped(unescaped(text), usual);

const escaped = (bytes: string, usual: RegExp): string =>
  Array.from(bytes, (byte) =>
    usual.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  ).join("");

const unescaped = (text: string): string =>
  text.replace(/%([\da-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));

/** The text that Go makes of a URI. */
function written({ scheme, rawQuery, escapedPath, path }: UriReference, parts: UriParts): string {
  const start = scheme === "" ? "" : `${scheme}:`;
  const query = rawQuery !== "" || parts.hasEmptyQuery ? `?${rawQuery}` : "";
  const isLegal = /^[\w.~!$&'()*+,;=:@[\]%/?-]*$/.test(parts.fragment);
  const kept = isLegal ? parts.fragment : escaped(unescaped(parts.fragment), usualInFragment);
  const fragment = parts.fragment === "" ? "" : `#${kept}`;
  if (parts.opaque !== "") return start + parts.opaque + query + fragment;
  const hasAuthority =
    parts.host !== "" || parts.user !== undefined || (scheme !== "" && path !== "" && !parts.omitsHost);
  const user = parts.user === undefined ? "" : `${userText(parts.user)}@`;
  const authority = hasAuthority ? `//${user}${parts.host.replace("%", "%25")}` : "";
  return start + authority + escapedPath + query + fragment;
}

const usualInUser = /[\w.~$&+,;=-]/;

/** Name and password are escaped each on its own. */
function userText(user: string): string {
  const colon = user.indexOf(":");
  const parts = colon < 0 ? [user] : [user.slice(0, colon), user.slice(colon + 1)];
  return parts.map((part) => escaped(unescaped(part), usualInUser)).join(":");
}
