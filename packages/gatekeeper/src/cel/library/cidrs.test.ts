import { describe, expect, it } from "vitest";
import { evaluateCel } from "../../../test/cel.js";

describe("cidrs", () => {
  it.each([
    ['cidr("10.0.0.0/8").containsIP("10.1.2.3")', "true"],
    ['cidr("10.0.0.0/8").containsIP(ip("11.1.2.3"))', "false"],
    ['cidr("10.0.0.0/8").containsIP("::1")', "false"],
    ['cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")', "true"],
    ['cidr("10.0.0.0/8").containsCIDR(cidr("0.0.0.0/0"))', "false"],
    ['cidr("2001:db8::/32").containsIP("2001:db8::1")', "true"],
    ['cidr("10.0.0.0/8").containsIP("x")', "error: no such overload"],
    [
      'cidr("10.0.0.0/8").containsCIDR("x")',
      "error: network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix(\"x\"): no '/'",
    ],
  ])("ranges contain addresses and ranges: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['cidr("10.1.2.3/8").masked() == cidr("10.0.0.0/8")', "true"],
    ['cidr("10.1.2.3/9").prefixLength()', "9"],
    ['string(cidr("10.1.2.3/8").ip())', "10.1.2.3"],
    ['string(cidr("2001:db8::1/33").masked())', "2001:db8::/33"],
  ])("ranges have parts: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    [
      'cidr("10.1.2.3/33")',
      'error: network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("10.1.2.3/33"): prefix length out of range',
    ],
    [
      'cidr("10.1.2.3")',
      "error: network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix(\"10.1.2.3\"): no '/'",
    ],
    [
      'cidr("10.1.2.3/x")',
      'error: network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("10.1.2.3/x"): bad bits after slash: "x"',
    ],
    [
      'cidr("10.1.2.3/08")',
      'error: network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("10.1.2.3/08"): bad bits after slash: "08"',
    ],
  ])("what is no range is an error: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });

  it.each([
    ['isCIDR("::/0")', "true"],
    ['isCIDR("1.2.3.4")', "false"],
    ['isCIDR("::ffff:1.2.3.4/120")', "false"],
  ])("isCIDR: %s", (expression, expected) => {
    expect(evaluateCel(expression)).toBe(expected);
  });
});
