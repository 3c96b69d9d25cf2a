import type { Json } from "@ostiary/core";
import { type Fault, fail } from "../outcome.js";
import { objectFields, struct, TEXT } from "../schema/go-decode.js";
import { parseGoUrl } from "../schema/go-url.js";
import { findBundleFault } from "./certificate-bundle.js";
import { decodeResource, type ResourceKind } from "./decode-resource.js";

const PROVIDER: ResourceKind = {
  group: "externaldata.gatekeeper.sh",
  kind: "Provider",
  versions: ["v1alpha1", "v1beta1"],
  type: (version) => {
    const fields = { caBundle: TEXT, timeout: { kind: "integer", name: "int" } as const, url: TEXT };
    const spec = struct(`${version}.ProviderSpec`, () => fields);
    return struct(`${version}.Provider`, () => objectFields({ spec }));
  },
};

/**
 * Finds what Gatekeeper has against a Provider of external data.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/externaldata/cache.go, Upsert
 */
export const findProviderFault = (document: Json): Fault | undefined => {
  const decoded = decodeResource(document, [PROVIDER]);
  if (!decoded.ok) return decoded.error;
  const spec = decoded.value.object("spec");
  const name = decoded.value.object("metadata").string("name") ?? "";
  const message = findFault({
    name,
    url: spec.string("url") ?? "",
    timeout: spec.integer("timeout", 64) ?? 0,
    caBundle: spec.string("caBundle") ?? "",
  });
  return message === undefined ? undefined : fail("invalid-provider", message).error;
};

interface Provider {
  readonly name: string;
  readonly url: string;
  /** Seconds. */
  readonly timeout: number | bigint;
  readonly caBundle: string;
}

/** A timeout of nothing passes, although the message says otherwise. */
const findFault = ({ name, url, timeout, caBundle }: Provider): string | undefined => {
  if (name === "") return "provider name can not be empty. value ";
  if (url === "") return "invalid provider url. value: ";
  if (timeout < 0) return `provider timeout should be a positive integer. value: ${timeout}`;
  const parsed = parseGoUrl(url);
  if (!parsed.ok) return parsed.error;
  if (parsed.value.scheme !== "https") return "only HTTPS scheme is supported for Providers";
  return caBundle === "" ? "caBundle should be set for HTTPS scheme" : findBundleFault(caBundle);
};
