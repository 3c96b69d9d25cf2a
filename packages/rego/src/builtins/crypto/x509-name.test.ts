import { expect, test } from "vitest";
import { bytes, der, identifier, nameOf, sequence, text } from "./test-certificates.js";
import { X509Fault } from "./x509-fault.js";
import { nameToJson, readName } from "./x509-name.js";

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(identifier(type), value);

test("names are Go's structure: attributes with members of their own, and all of them in order", () => {
  const name = sequence(
    der(0x31, attribute("2.5.4.6", text(0x13, "DE")), attribute("2.5.4.3", text(0x0c, "a"))),
    der(0x31, attribute("2.5.4.3", text(0x0c, "b"))),
    der(0x31, attribute("1.2.3", text(0x0c, "c"))),
  );
  expect(nameToJson(readName(name))).toStrictEqual({
    CommonName: "b",
    Country: ["DE"],
    ExtraNames: null,
    Locality: null,
    Names: [
      { Type: [2, 5, 4, 6], Value: "DE" },
      { Type: [2, 5, 4, 3], Value: "a" },
      { Type: [2, 5, 4, 3], Value: "b" },
      { Type: [1, 2, 3], Value: "c" },
    ],
    Organization: null,
    OrganizationalUnit: null,
    PostalCode: null,
    Province: null,
    SerialNumber: "",
    StreetAddress: null,
  });
  expect(nameToJson(readName(sequence()))).toMatchObject({ CommonName: "", Names: null });
});

test.each<[Uint8Array, string]>([
  [bytes(5, 0), "x509: invalid RDNSequence"],
  [sequence(sequence()), "x509: invalid RDNSequence"],
  [sequence(der(0x31, der(5))), "x509: invalid RDNSequence: invalid attribute"],
  [sequence(der(0x31, sequence())), "x509: invalid RDNSequence: invalid attribute type"],
  [sequence(der(0x31, sequence(identifier("1.2")))), "x509: invalid RDNSequence: invalid attribute value"],
  [
    sequence(der(0x31, attribute("1.2", der(2, bytes(1))))),
    "x509: invalid RDNSequence: invalid attribute value: unsupported string type: 2",
  ],
])("row %#: %s", (name, message) => {
  expect(() => readName(name)).toThrow(new X509Fault(message));
});

test("a name of one attribute", () => {
  expect(readName(nameOf("x")).map(({ type, value }) => [type.text, value])).toStrictEqual([["2.5.4.3", "x"]]);
});
