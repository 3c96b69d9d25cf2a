import { longValue, parseIp } from "../net/ip-address.js";
import { bigIntegerOf } from "./der.js";
import type { GeneralNames } from "./x509-general-names.js";

/** Whether a certificate with these names is that of a host; a name may be that of an address, in brackets or not. */
export function isCertificateOf(host: string, { dns, addresses }: GeneralNames): boolean {
  const address = parseIp(/^\[.+\]$/s.test(host) ? host.slice(1, -1) : host);
  if (address !== undefined) return addresses.some((bytes) => longAddress(bytes) === longValue(address));
  const name = lowerCase(host);
  const isHost = isHostName(name.replace(/\.$/, ""), "name");
  return dns.some((pattern) =>
    isHost && isHostName(pattern, "pattern") ? isMatch(pattern, name) : isSame(pattern, name),
  );
}

const longAddress = (bytes: Uint8Array): bigint =>
  longValue({ value: bigIntegerOf(bytes), bits: bytes.length === 4 ? 32 : 128 });

const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Names consist of labels; the first of a pattern may be a star. */
function isHostName(text: string, use: "name" | "pattern"): boolean {
  if (text === "*") return false;
  const labels = text.split(".");
  const isWild = use === "pattern" && labels[0] === "*";
  return (isWild ? labels.slice(1) : labels).every((label) => /^[a-zA-Z\d_][a-zA-Z\d_-]*$/.test(label));
}

function isMatch(pattern: string, name: string): boolean {
  const [labels, parts] = [lowerCase(pattern).split("."), name.replace(/\.$/, "").split(".")];
  if (labels.length !== parts.length) return false;
  return labels.every((label, index) => label === parts[index] || (index === 0 && label === "*"));
}

const isSame = (pattern: string, name: string): boolean =>
  pattern !== "" && pattern !== "." && name !== "" && name !== "." && lowerCase(pattern) === name;
