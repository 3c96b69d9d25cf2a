import { quote } from "../../value/quote.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";

/** The parts of a URI, as Go's `url.Parse` finds them; a part that is not there is empty. */
export interface UriReference {
  readonly scheme: string;
  /** Host and port, as written. */
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
  /** The path as written, where that is not how it would be escaped. */
  readonly rawPath: string;
  /** The path with escapes. */
  readonly escapedPath: string;
  readonly rawQuery: string;
  readonly fragment: string;
}

/** A URI, or why there is none, in Go's words. */
export type UriReading =
  | { readonly ok: true; readonly uri: UriReference }
  | { readonly ok: false; readonly message: string };

/** Thrown inside the reader only. */
class UriFault {
  constructor(readonly message: string) {}
}

/** Reads a URI reference. */
export function readUri(text: string): UriReading {
  const [whole = "", ...fragments] = text.split("#");
  try {
    const uri = readWhole(whole);
    return { ok: true, uri: { ...uri, fragment: unescaped(fragments.join("#")) } };
  } catch (fault) {
    if (!(fault instanceof UriFault)) throw fault;
    return { ok: false, message: `parse ${quote(text)}: ${fault.message}` };
  }
}

function readWhole(text: string): UriReference {
  if (/\p{Cc}/u.test(text.replace(/[\u0080-\u009f]/g, "")))
    throw new UriFault("net/url: invalid control character in URL");
  const scheme = /^([A-Za-z][A-Za-z\d+.-]*):/.exec(text)?.[1] ?? "";
  if (text.startsWith(":")) throw new UriFault("missing protocol scheme");
  const [rest = "", ...queries] = text.slice(scheme === "" ? 0 : scheme.length + 1).split("?");
  const blank = {
    scheme: scheme.toLowerCase(),
    host: "",
    hostname: "",
    port: "",
    rawQuery: queries.join("?"),
    fragment: "",
  };
  if (!rest.startsWith("/") && scheme !== "") return { ...blank, path: "", rawPath: "", escapedPath: "" };
  if (!rest.startsWith("/") && rest.split("/")[0]?.includes(":"))
    throw new UriFault("first path segment in URL cannot contain colon");
  const hasAuthority = rest.startsWith("//") && (scheme !== "" || !rest.startsWith("///"));
  const authority = hasAuthority ? (/^\/\/([^/]*)/.exec(rest)?.[1] ?? "") : "";
  const path = hasAuthority ? rest.slice(authority.length + 2) : rest;
  return {
    ...blank,
    ...hostParts(authority.slice(authority.lastIndexOf("@") + 1)),
    ...pathParts(path),
  };
}

function hostParts(host: string): Pick<UriReference, "host" | "hostname" | "port"> {
  const end = host.startsWith("[") ? host.lastIndexOf("]") + 1 : host.lastIndexOf(":");
  if (host.startsWith("[") && end === 0) throw new UriFault("missing ']' in host");
  const [name, rest] = end < 0 ? [host, ""] : [host.slice(0, end), host.slice(end)];
  if (!/^(?::\d*)?$/.test(rest)) throw new UriFault(`invalid port ${quote(rest)} after host`);
  const wrong = /[^\w.~!$&'()*+,;=:[\]<>"%\u0080-\uffff-]/u.exec(name);
  if (wrong !== null) throw new UriFault(`invalid character ${quote(wrong[0])} in host name`);
  const ascii = /%(?:[0-7][\da-f])?/i.exec(name.replace(/%25/, ""));
  if (ascii !== null) throw new UriFault(`invalid URL escape "${ascii[0]}"`);
  const hostname = name.startsWith("[") ? name.slice(1, -1).replace("%25", "%") : unescaped(name);
  return { host, hostname, port: rest.slice(1) };
}

function unescaped(text: string): string {
  const wrong = /%(?![\da-f]{2}).{0,2}/is.exec(text);
  if (wrong !== null) throw new UriFault(`invalid URL escape "${wrong[0]}"`);
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
    decodeUtf8(Uint8Array.from(run.slice(1).split("%"), (digits) => Number.parseInt(digits, 16))),
  );
}

type PathParts = Pick<UriReference, "path" | "rawPath" | "escapedPath">;

/** A path in its three forms; escapes stay as written where they are legal. */
function pathParts(written: string): PathParts {
  const path = unescaped(written);
  const escapedPath = escaped(path);
  const isLegal = /^[\w.~!$&'()*+,;=:@[\]%/-]*$/.test(written);
  return { path, rawPath: written === escapedPath ? path : written, escapedPath: isLegal ? written : escapedPath };
}

const escaped = (path: string): string =>
  Array.from(encodeUtf8(path), (byte) => {
    const character = String.fromCharCode(byte);
    if (/[\w.~$&+,/:;=@-]/.test(character)) return character;
    return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
