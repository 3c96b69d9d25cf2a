import { expect, test } from "vitest";
import {
  alternativeNames,
  bytes,
  critical,
  der,
  extension,
  identifier,
  nameOf,
  sequence,
  text,
} from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { requestToJson } from "./x509-request.js";

const algorithm = sequence(identifier("1.3.101.112"));
const info = sequence(algorithm, der(3, bytes(0), new Uint8Array(32)));
const version = der(2, bytes(0));
const signature = der(3, bytes(0, 97));

const requestOf = (...body: readonly Uint8Array[]): Uint8Array => sequence(sequence(...body), algorithm, signature);
const requestWith = (...attributes: readonly Uint8Array[]): Uint8Array =>
  requestOf(version, nameOf("a"), info, der(0xa0, ...attributes));
const asks = (...extensions: readonly Uint8Array[]): Uint8Array =>
  sequence(identifier("1.2.840.113549.1.9.14"), der(0x31, sequence(...extensions)));

test("all members of Go's structure are there", () => {
  expect(requestToJson(requestWith())).toMatchObject({
    Attributes: null,
    DNSNames: null,
    EmailAddresses: null,
    Extensions: null,
    ExtraExtensions: null,
    IPAddresses: null,
    PublicKeyAlgorithm: 4,
    Signature: "YQ==",
    SignatureAlgorithm: 16,
    Subject: { CommonName: "a" },
    URIs: null,
    Version: 0,
  });
});

test("extensions that are asked for are attributes, too", () => {
  const json = requestToJson(requestWith(asks(alternativeNames("b"), extension(19, bytes(97), critical))));
  expect(json).toMatchObject({
    Attributes: [
      {
        Type: [1, 2, 840, 113549, 1, 9, 14],
        Value: [
          [
            { Type: [2, 5, 29, 17], Value: "MAOCAWI=" },
            { Type: [2, 5, 29, 19], Value: true },
          ],
        ],
      },
    ],
    DNSNames: ["b"],
    Extensions: [
      { Critical: false, Id: [2, 5, 29, 17], Value: "MAOCAWI=" },
      { Critical: true, Id: [2, 5, 29, 19], Value: "YQ==" },
    ],
  });
});

test("other attributes are left out, other values of names kept", () => {
  const password = sequence(identifier("1.2.840.113549.1.9.7"), der(0x31, text(0x0c, "x")));
  expect(requestToJson(requestWith(password))).toMatchObject({ Attributes: null, Extensions: null });
  const name = sequence(
    der(0x31, sequence(identifier("2.5.4.3"), der(2, bytes(5))), sequence(identifier("2.5.4.9"), der(4, bytes(97)))),
  );
  expect(requestToJson(requestOf(version, name, info, der(0xa0)))).toMatchObject({
    Subject: {
      CommonName: "",
      Names: [
        { Type: [2, 5, 4, 3], Value: 5 },
        { Type: [2, 5, 4, 9], Value: "YQ==" },
      ],
      StreetAddress: null,
    },
  });
});

test.each<[Uint8Array, string]>([
  [bytes(), "asn1: structure error: tags don't match"],
  [bytes(4, 0), "asn1: structure error: tags don't match"],
  [sequence(), "asn1: syntax error: sequence truncated"],
  [requestOf(version, nameOf("a"), info), "asn1: syntax error: sequence truncated"],
  [
    requestWith(asks(alternativeNames("b"), alternativeNames("b"))),
    "x509: certificate request contains duplicate requested extensions",
  ],
  [requestWith(asks(bytes(5, 0))), "asn1: structure error: sequence tag mismatch"],
  [requestWith(asks(extension(17, bytes()))), "x509: invalid subject alternative names"],
])("row %#: %s", (bytesOf, message) => {
  expect(() => requestToJson(bytesOf)).toThrow(new X509Fault(message));
});

test("what follows a request is a fault", () => {
  const twice = Uint8Array.from([...requestWith(), 0]);
  expect(() => requestToJson(twice)).toThrow(new X509Fault("asn1: syntax error: trailing data"));
});
