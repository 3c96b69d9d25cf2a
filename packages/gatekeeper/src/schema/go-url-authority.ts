import { goQuote } from "@ostiary/rules";
import { isIpv6 } from "./address-formats.js";

/**
 * Finds an escape that is none.
 *
 * @source net/url, unescape
 */
export const findEscapeFault = (text: string): string | undefined => {
  const broken = /%(?![0-9a-fA-F]{2}).{0,2}/s.exec(text)?.[0];
  return broken === undefined ? undefined : `invalid URL escape ${goQuote(broken)}`;
};

/**
 * Finds what Go has against the part of a URL that names a host.
 *
 * @source net/url, parseAuthority
 */
export const findAuthorityFault = (scheme: string, authority: string): string | undefined => {
  const at = authority.lastIndexOf("@");
  const fault = findHostFault(scheme, authority.slice(at + 1));
  if (fault !== undefined || at < 0) return fault;
  const user = authority.slice(0, at);
  return /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) ? findEscapeFault(user) : "net/url: invalid userinfo";
};

const findHostFault = (scheme: string, host: string): string | undefined => {
  const bracket = host.lastIndexOf("[");
  if (bracket > 0) return "invalid IP-literal";
  if (bracket === 0) return findLiteralFault(host);
  // Some databases list several hosts with their ports.
  const isStrict = scheme === "http" || scheme === "https";
  const colon = isStrict ? host.indexOf(":") : host.lastIndexOf(":");
  return (colon < 0 ? undefined : findPortFault(host.slice(colon))) ?? findCharacterFault(host);
};

const findPortFault = (port: string): string | undefined =>
  /^(:\d*)?$/.test(port) ? undefined : `invalid port ${goQuote(port)} after host`;

/** An address between brackets, perhaps with a zone. */
const findLiteralFault = (host: string): string | undefined => {
  const end = host.lastIndexOf("]");
  if (end < 0) return "missing ']' in host";
  const fault = findPortFault(host.slice(end + 1));
  if (fault !== undefined) return fault;
  const literal = host.slice(1, end);
  const [address = ""] = literal.split("%25", 1);
  const odd = findCharacterFault(address);
  if (odd !== undefined) return odd;
  if (isIpv6(address)) return undefined;
  const isIpv4 = /^\d+(\.\d+){3}$/.test(literal);
  return isIpv4 ? "invalid IP-literal" : `invalid host: ParseAddr(${goQuote(literal)}): unable to parse IP`;
};

/** In the name of a host only characters beyond ASCII may be escaped. */
const findCharacterFault = (host: string): string | undefined => {
  for (const [found] of host.matchAll(/%.{0,2}|[^%]/gs)) {
    if (found.startsWith("%")) {
      if (!/^%([89a-fA-F][0-9a-fA-F]|25)$/.test(found)) return `invalid URL escape ${goQuote(found)}`;
    } else if (found < "\u0080" && !/[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]/.test(found)) {
      return `invalid character ${goQuote(found)} in host name`;
    }
  }
  return undefined;
};
