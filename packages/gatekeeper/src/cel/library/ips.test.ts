import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("ip addresses", () => {
  it.each([
    ['ip("192.168.0.1").family()', "4"],
    ['ip("::1").family()', "6"],
    ['ip("::1").isLoopback()', "true"],
    ['ip("127.1.2.3").isLoopback()', "true"],
    ['ip("fe80::1").isLinkLocalUnicast()', "true"],
    ['ip("169.254.1.1").isLinkLocalUnicast()', "true"],
    ['ip("224.0.0.5").isLinkLocalMulticast()', "true"],
    ['ip("ff02::1").isLinkLocalMulticast()', "true"],
    ['ip("8.8.8.8").isGlobalUnicast()', "true"],
    ['ip("255.255.255.255").isGlobalUnicast()', "false"],
    ['ip("::").isUnspecified()', "true"],
    ['ip("0.0.0.0").isUnspecified()', "true"],
    ['ip("1.2.3.4") == ip("1.2.3.4")', "true"],
  ])("addresses are asked what they are: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['string(ip("2001:db8:0:0:1:0:0:1"))', "2001:db8::1:0:0:1"],
    ['string(ip("1.2.3.4"))', "1.2.3.4"],
    ['ip.isCanonical("::0001")', "false"],
    ['ip.isCanonical("::1")', "true"],
    [
      'ip.isCanonical("x")',
      'error: IP Address "x" parse error during conversion from string: ParseAddr("x"): unable to parse IP',
    ],
  ])("addresses are written canonically: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      'ip("1.2.3")',
      'error: IP Address "1.2.3" parse error during conversion from string: ParseAddr("1.2.3"): IPv4 address too short',
    ],
    [
      'ip("01.2.3.4")',
      'error: IP Address "01.2.3.4" parse error during conversion from string: ParseAddr("01.2.3.4"): IPv4 field has octet with leading zero',
    ],
    [
      'ip("1.2.3.256")',
      'error: IP Address "1.2.3.256" parse error during conversion from string: ParseAddr("1.2.3.256"): IPv4 field has value >255',
    ],
    [
      'ip("1.2.3.4.5")',
      'error: IP Address "1.2.3.4.5" parse error during conversion from string: ParseAddr("1.2.3.4.5"): IPv4 address too long',
    ],
    [
      'ip("abc")',
      'error: IP Address "abc" parse error during conversion from string: ParseAddr("abc"): unable to parse IP',
    ],
    ['ip("::ffff:1.2.3.4")', 'error: IPv4-mapped IPv6 address "::ffff:1.2.3.4" is not allowed'],
    ['ip("fe80::1%eth0")', 'error: IP address "fe80::1%eth0" with zone value is not allowed'],
  ])("what is no address is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['isIP("1.2.3.4")', "true"],
    ['isIP("::g")', "false"],
    ['isIP("1.2.3.4/8")', "false"],
  ])("isIP: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
