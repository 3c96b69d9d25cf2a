import { decodeBase64 } from "./base64.js";

const BLOCK = /^-----BEGIN ([^\n-]{0,100})-----[ \t\r]*\n([^-]*)-----END ([^\n-]{0,100})-----[ \t\r]*$/m;

/** Longer bundles are refused: no list of authorities takes a megabyte. */
const LONGEST_BUNDLE = 2 ** 20;

/**
 * Finds what Gatekeeper has against `spec.caBundle` of a Provider. Of the certificate only the outline is read.
 *
 * @source open-policy-agent/frameworks, constraint/pkg/externaldata/cache.go, isValidCABundle
 */
export const findBundleFault = (bundle: string): string | undefined => {
  if (bundle.length > LONGEST_BUNDLE) return "bad caBundle";
  const decoded = decodeBase64(bundle);
  if (!decoded.ok) return `failed to base64 decode caBundle: ${decoded.error}`;
  const certificate = decodePem(decoded.value);
  if (certificate === undefined) return "bad caBundle";
  return isSequence(certificate) ? undefined : "failed to parse caBundle: x509: malformed certificate";
};

/** The bytes of the first block. */
const decodePem = (text: string): string | undefined => {
  const [, type, content = "", end] = BLOCK.exec(text) ?? [];
  if (type === undefined || type !== end) return undefined;
  const decoded = decodeBase64(content.replace(/[ \t]/g, ""));
  return decoded.ok ? decoded.value : undefined;
};

const SEQUENCE = 0x30;

/** Whether bytes are one sequence of ASN.1 that holds another, as every certificate is. */
const isSequence = (bytes: string): boolean => {
  if (bytes.charCodeAt(0) !== SEQUENCE) return false;
  const first = bytes.charCodeAt(1);
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (Number.isNaN(first) || lengthBytes > 4) return false;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index++) length = length * 256 + bytes.charCodeAt(2 + index);
  const start = 2 + lengthBytes;
  return bytes.length === start + length && bytes.charCodeAt(start) === SEQUENCE;
};
