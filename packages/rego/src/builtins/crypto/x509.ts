import type { Value } from "../../value/value.js";
import type { BuiltinContext } from "../builtin.js";
import type { BuiltinDefinition } from "../builtin-definition.js";
import { decodeBase64, standardAlphabet } from "../encoding/base64-coding.js";
import { heavy } from "../heavy.js";
import type { Operands } from "../operands.js";
import { decodeUtf8, encodeUtf8 } from "../text/utf8.js";
import { readPem } from "./pem.js";
import { concatenated } from "./rsa.js";
import { type Certificate, readCertificates } from "./x509-certificate.js";
import { findChain } from "./x509-chain.js";
import { type ChainOptions, readChainOptions } from "./x509-chain-options.js";
import { X509Fault } from "./x509-fault.js";
import { orNull } from "./x509-general-names.js";
import { certificateToJson } from "./x509-json.js";
import { keyPairToJson } from "./x509-key-pair.js";
import { requestToJson } from "./x509-request.js";

/** Builtins of X.509: certificates, their chains, requests and key pairs, as Go's `crypto/x509` reads and verifies them. */
export const x509Builtins: readonly BuiltinDefinition[] = [
  /* @__PURE__ */ heavy("crypto.x509.parse_certificates", faulting(parseCertificates)),
  /* @__PURE__ */ heavy("crypto.x509.parse_and_verify_certificates", faulting(verify)),
  /* @__PURE__ */ heavy("crypto.x509.parse_and_verify_certificates_with_options", faulting(verifyWithOptions)),
  /* @__PURE__ */ heavy("crypto.x509.parse_certificate_request", faulting(parseRequest)),
  /* @__PURE__ */ heavy("crypto.x509.parse_keypair", faulting(parseKeyPair)),
];

type Call = (operands: Operands, context: BuiltinContext) => Value;

function faulting(call: Call): Call {
  return (operands, context) => {
    context.charge(operands.values.reduce((sum: number, value) => sum + costOf(value), 0));
    try {
      return call(operands, context);
    } catch (fault) {
      throw fault instanceof X509Fault ? operands.fault(fault.message) : fault;
    }
  };
}

/** A certificate's characters cost more than those of a text: its parts appear several times in the result. */
const costOf = (value: Value): number => (typeof value === "string" ? 2 * value.length : 1);

function parseCertificates(operands: Operands): Value {
  return certificatesIn(operands.string(1)).map(extendedToJson);
}

/** OPA adds the URIs as texts. */
const extendedToJson = (certificate: Certificate): Value => ({
  ...certificateToJson(certificate),
  URIStrings: orNull(certificate.contents.names.uris.map(({ text }) => text)),
});

/** Certificates in PEM, in base64 of that, or in base64. */
function certificatesIn(text: string): readonly Certificate[] {
  if (text.startsWith("-----BEGIN")) return readCertificates(blocksIn(text));
  const bytes = decoded(text);
  const inner = decodeUtf8(bytes.subarray(0, 10)) === "-----BEGIN" ? decodeUtf8(bytes) : undefined;
  return readCertificates(inner === undefined ? bytes : blocksIn(inner));
}

function decoded(text: string): Uint8Array {
  const decoding = decodeBase64(text, standardAlphabet);
  if (!decoding.ok) throw new X509Fault(decoding.message);
  return decoding.bytes;
}

function blocksIn(text: string): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let block = readPem(text); block !== undefined; block = readPem(block.rest)) {
    if (block.type !== "CERTIFICATE") throw new X509Fault(`PEM block type is '${block.type}', expected CERTIFICATE`);
    blocks.push(block.bytes);
  }
  return concatenated(blocks);
}

function verify(operands: Operands, context: BuiltinContext): Value {
  const certificates = certificatesOrNone(operands.string(1));
  return verified(certificates, {}, operands, context, extendedToJson);
}

/** Options are looked at only when there are certificates. */
function verifyWithOptions(operands: Operands, context: BuiltinContext): Value {
  const [text, options] = [operands.string(1), operands.object(2)];
  const certificates = certificatesOrNone(text);
  if (certificates === undefined) return [false, []];
  return verified(certificates, readChainOptions(options), operands, context, certificateToJson);
}

function certificatesOrNone(text: string): readonly Certificate[] | undefined {
  try {
    return certificatesIn(text);
  } catch (fault) {
    if (fault instanceof X509Fault) return undefined;
    throw fault;
  }
}

/** The first certificate is the root, the last the leaf; the chain begins with the leaf. */
function verified(
  certificates: readonly Certificate[] | undefined,
  options: ChainOptions,
  operands: Operands,
  context: BuiltinContext,
  toJson: (certificate: Certificate) => Value,
): Value {
  const [root, ...others] = certificates ?? [];
  const leaf = others.at(-1);
  if (root === undefined || leaf === undefined) return [false, []];
  const now = options.now ?? context.now?.();
  if (now === undefined) throw operands.fault("needs a clock: pass `now`");
  const { host = "", usages = [] } = options;
  const charge = (units: number): void => context.charge(units);
  const chain = findChain(leaf, others.slice(0, -1), root, { now, host, usages, charge });
  return chain === undefined ? [false, []] : [true, chain.map(toJson)];
}

/** A request in PEM, in base64 of that, or in base64. */
function parseRequest(operands: Operands): Value {
  const text = operands.string(1);
  const isPem = text.startsWith("-----BEGIN CERTIFICATE REQUEST-----");
  const bytes = isPem ? encodeUtf8(text) : decoded(text);
  const block = readPem(isPem ? text : decodeUtf8(bytes));
  if (block !== undefined && block.type !== "CERTIFICATE REQUEST")
    throw new X509Fault("invalid PEM-encoded certificate signing request");
  return requestToJson(block?.bytes ?? bytes);
}

function parseKeyPair(operands: Operands): Value {
  // OPA names the first operand whichever is wrong.
  const key = operands.value(2);
  if (typeof key !== "string") throw operands.mismatch(1, key, "string");
  return keyPairToJson(operands.string(1), key);
}
