import { expect, test } from "vitest";
import { base64Of, bytes, certificateOf, der, extension, identifier, pemOf, sequence } from "./test-certificates.js";
import { readCertificates } from "./x509-certificate.js";

test("elements have their length before them", () => {
  expect(der(4, bytes(1, 2))).toStrictEqual(bytes(4, 2, 1, 2));
  expect(der(4, new Uint8Array(300)).subarray(0, 4)).toStrictEqual(bytes(4, 0x82, 1, 44));
  expect(identifier("1.2.840")).toStrictEqual(bytes(6, 3, 0x2a, 0x86, 0x48));
  expect(extension(15, sequence())).toHaveLength(11);
});

test("certificates are sound, and have the forms that builtins read", () => {
  const certificate = certificateOf({ subject: "a", issuer: "b" });
  expect(readCertificates(certificate)[0]?.raw).toStrictEqual(certificate);
  expect(pemOf("X", bytes(97))).toBe("-----BEGIN X-----\nYQ==\n-----END X-----\n");
  expect(base64Of(bytes(97), bytes(98))).toBe("YWI=");
});
