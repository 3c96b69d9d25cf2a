import { expect, test } from "vitest";
import { X509Fault } from "./x509-fault.js";

test("a fault says why", () => {
  expect(new X509Fault("x509: malformed certificate").message).toBe("x509: malformed certificate");
});
