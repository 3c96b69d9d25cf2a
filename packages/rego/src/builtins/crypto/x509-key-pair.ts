import { ed25519 } from "@noble/curves/ed25519";
import type { Value } from "../../value/value.js";
import { decodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { decodeUtf8 } from "../text/utf8.js";
import { type PemBlock, readPem } from "./pem.js";
import { type PrivateKey, readAnyPrivateKey } from "./private-key.js";
import { structure } from "./private-keys.js";
import { areEqual } from "./rsa.js";
import { type Certificate, readCertificates } from "./x509-certificate.js";
import { X509Fault } from "./x509-fault.js";
import { bytesToJson, certificateToJson } from "./x509-json.js";
import type { CertificateKey } from "./x509-key.js";

/**
 * Reads a certificate, with others behind it, and its private key, as Go's structure for TLS in JSON.
 *
 * @throws X509Fault when one is none, or they do not belong together
 */
export function keyPairToJson(certificates: string, key: string): Value {
  const blocks = certificatesIn(blocksOf(certificates, "CERTIFICATE"));
  const keyBytes = keyIn(blocksOf(key, "PRIVATE KEY"));
  const [leaf, ...others] = readCertificates(blocks[0] ?? new Uint8Array());
  if (leaf === undefined) throw new X509Fault("x509: malformed certificate");
  if (others.length > 0) throw new X509Fault("x509: trailing data");
  const privateKey = readAnyPrivateKey(keyBytes);
  if (privateKey === undefined) throw new X509Fault("tls: failed to parse private key");
  if (privateKey.kind === "montgomery") throw new X509Fault("tls: found unknown private key type in PKCS#8 wrapping");
  checkPair(leaf, privateKey);
  return {
    Certificate: blocks.map(bytesToJson),
    Leaf: certificateToJson(leaf),
    OCSPStaple: null,
    PrivateKey: structure(privateKey),
    SignedCertificateTimestamps: null,
    SupportedSignatureAlgorithms: null,
  };
}

/** The blocks of a text: PEM, that in base64, or in base64 one block without its marks. */
function blocksOf(text: string, type: string): readonly PemBlock[] {
  if (text.startsWith("-----BEGIN ")) return blocksIn(text);
  const decoding = decodeBase64(text, standardAlphabet);
  if (!decoding.ok) throw new X509Fault(decoding.message);
  const decoded = decodeUtf8(decoding.bytes);
  return decoded.startsWith("-----BEGIN ") ? blocksIn(decoded) : [{ type, bytes: decoding.bytes, rest: "" }];
}

function blocksIn(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  for (let block = readPem(text); block !== undefined; block = readPem(block.rest)) blocks.push(block);
  return blocks;
}

function certificatesIn(blocks: readonly PemBlock[]): readonly Uint8Array[] {
  const found = blocks.filter(({ type }) => type === "CERTIFICATE").map(({ bytes }) => bytes);
  if (found.length > 0) return found;
  const types = blocks.map(({ type }) => type);
  const [first] = types;
  if (first === undefined) throw new X509Fault("tls: failed to find any PEM data in certificate input");
  const others = `after skipping PEM blocks of the following types: [${types.join(" ")}]`;
  throw new X509Fault(
    types.length === 1 && first.endsWith("PRIVATE KEY")
      ? "tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched"
      : `tls: failed to find "CERTIFICATE" PEM block in certificate input ${others}`,
  );
}

function keyIn(blocks: readonly PemBlock[]): Uint8Array {
  const found = blocks.find(({ type }) => type === "PRIVATE KEY" || type.endsWith(" PRIVATE KEY"));
  if (found !== undefined) return found.bytes;
  const types = blocks.map(({ type }) => type);
  if (types.length === 0) throw new X509Fault("tls: failed to find any PEM data in key input");
  const others = `after skipping PEM blocks of the following types: [${types.join(" ")}]`;
  throw new X509Fault(
    types.length === 1 && types[0] === "CERTIFICATE"
      ? "tls: found a certificate rather than a key in the PEM for the private key"
      : `tls: failed to find PEM block with type ending in "PRIVATE KEY" in key input ${others}`,
  );
}

function checkPair({ key }: Certificate, privateKey: PrivateKey): void {
  if (key === undefined || key.kind === "dsa") throw new X509Fault("tls: unknown public key algorithm");
  if (key.kind !== privateKey.kind) throw new X509Fault("tls: private key type does not match public key type");
  if (!isPair(key, privateKey)) throw new X509Fault("tls: private key does not match public key");
}

function isPair(key: CertificateKey, other: PrivateKey): boolean {
  if (key.kind === "rsa" && other.kind === "rsa")
    return key.modulus === other.modulus && key.exponent === other.exponent;
  if (key.kind === "edwards" && other.kind === "edwards") return areEqual(key.point, ed25519.getPublicKey(other.seed));
  if (key.kind !== "elliptic" || other.kind !== "elliptic") return false;
  const point = Uint8Array.from([4, ...other.x, ...other.y]);
  return key.curve === other.curve && areEqual(key.point, point);
}
