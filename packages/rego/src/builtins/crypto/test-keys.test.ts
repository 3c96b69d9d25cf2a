import { expect, test } from "vitest";
import { readPem } from "./pem.js";
import { ellipticCertificate, rsaPublicKey } from "./test-keys.js";

test("the keys are readable", () => {
  expect(readPem(ellipticCertificate)?.type).toBe("CERTIFICATE");
  expect(readPem(rsaPublicKey)?.type).toBe("PUBLIC KEY");
});
