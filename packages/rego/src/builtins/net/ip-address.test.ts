import { describe, expect, test } from "vitest";
import { addressText, containsAddress, lastAddress, parseCidr, parseIp } from "./ip-address.js";

describe("addresses are read as Go reads them, and printed in their canonical form", () => {
  test.each([
    ["10.0.0.1", "10.0.0.1"],
    ["::", "::"],
    ["::1", "::1"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["1:0:0:2:0:0:0:3", "1:0:0:2::3"],
    ["1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["1::1.2.3.4", "1::102:304"],
  ])("%s", (text, expected) => {
    const address = parseIp(text);
    expect(address === undefined ? undefined : addressText(address)).toBe(expected);
  });

  test.each([
    "",
    "1.2.3",
    "01.2.3.4",
    "1.2.3.256",
    "1.2.3.4.5",
    ":::",
    "1::2::3",
    "12345::",
    "fe80::1%eth0",
    "1:2:3:4:5:6:7",
    "::1.2.3",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7::8",
    "g::",
  ])("`%s` is none", (text) => {
    expect(parseIp(text)).toBeUndefined();
  });
});

test("a CIDR clears host bits and bounds its prefix", () => {
  expect(parseCidr("10.1.2.3/8")).toStrictEqual({ value: 10n << 24n, bits: 32, prefix: 8 });
  expect(
    ["10.0.0.0/33", "::/129", "10.0.0.0", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8/8"].map(parseCidr),
  ).toStrictEqual(Array.from({ length: 6 }, () => undefined));
});

test("a network ends where its host bits are all set", () => {
  const network = parseCidr("10.0.0.0/30");
  expect(network && lastAddress(network)).toBe((10n << 24n) + 3n);
  expect(network && containsAddress(network, { value: (10n << 24n) + 4n, bits: 32 })).toBe(false);
  expect(network && containsAddress(network, { value: 10n << 24n, bits: 128 })).toBe(false);
});
