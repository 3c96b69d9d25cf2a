import { CelError } from "../cel-error.js";
import { ValueList } from "../cel-list.js";
import { ValueMap } from "../cel-map.js";
import { BOOL, listOf, mapOf, opaque, STRING } from "../cel-type.js";
import { type CelType, OpaqueValue } from "../cel-value.js";
import { type FunctionDeclaration, functionOverload, methodOverload } from "../function-declaration.js";
import { type GoUrl, parseGoUrl } from "./go-url.js";
import { traversalCost } from "./traversal-cost.js";

const URL_TYPE: CelType<UrlValue> = opaque("kubernetes.URL");

class UrlValue extends OpaqueValue {
  readonly type = URL_TYPE;
  readonly url: GoUrl;
  constructor(url: GoUrl) {
    super();
    this.url = url;
  }
  override equals(other: OpaqueValue): boolean {
    return other instanceof UrlValue && other.url.text === this.url.text;
  }
}

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const hostname = ({ host }: GoUrl): string => {
  const bare = host.replace(/:\d*$/, "");
  return bare.startsWith("[") && bare.endsWith("]") ? bare.slice(1, -1) : bare;
};

const port = ({ host }: GoUrl): string => /:(\d*)$/.exec(host)?.[1] ?? "";

/** Characters that may stand in a path as they are. */
const PLAIN_PATH = /^[A-Za-z0-9\-._~!$&'()*+,;=:@[\]%/]*$/;

const escapedPath = ({ path }: GoUrl): string => {
  if (PLAIN_PATH.test(path)) return path;
  const decoded = decode(path) ?? path;
  return encodeURI(decoded).replace(/[!'()*[\]]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
};

/** The parameters of a query; one that cannot be read is left out, as in Go. */
const queryValues = ({ query }: GoUrl): ValueMap => {
  const values = new Map<string, string[]>();
  for (const pair of query.split("&")) {
    if (pair === "" || pair.includes(";")) continue;
    const [name, ...rest] = pair.replaceAll("+", " ").split("=");
    const [key, value] = [decode(name ?? ""), decode(rest.join("="))];
    if (key === undefined || value === undefined) continue;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return new ValueMap([...values].map(([key, list]) => [key, new ValueList(list)] as const));
};

const getter = (name: string, read: (url: GoUrl) => string): FunctionDeclaration => ({
  name,
  overloads: [methodOverload([URL_TYPE], STRING, ({ url }) => read(url))],
});

/**
 * Addresses.
 *
 * @source k8s.io/apiserver, pkg/cel/library/urls.go
 */
export const URLS: readonly FunctionDeclaration[] = [
  {
    name: "url",
    overloads: [
      functionOverload([STRING], URL_TYPE, (text) => {
        const parsed = parseGoUrl(text);
        if ("url" in parsed) return new UrlValue(parsed.url);
        return CelError.of(`URL parse error during conversion from string: ${parsed.fault}`);
      }),
    ],
    cost: traversalCost,
  },
  { name: "isURL", overloads: [functionOverload([STRING], BOOL, (text) => "url" in parseGoUrl(text))] },
  getter("getScheme", ({ scheme }) => scheme),
  getter("getHost", ({ host }) => host),
  getter("getHostname", hostname),
  getter("getPort", port),
  getter("getEscapedPath", escapedPath),
  {
    name: "getQuery",
    overloads: [methodOverload([URL_TYPE], mapOf(STRING, listOf(STRING)), ({ url }) => queryValues(url))],
  },
];
