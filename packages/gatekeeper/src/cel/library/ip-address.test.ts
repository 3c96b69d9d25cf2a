import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIpAddress, isMapped, parseIpAddress } from "./ip-address.js";

describe("addresses", () => {
  it.each([
    ["1.2.3.4", "1.2.3.4"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
    ["::1.2.3.4", "::102:304"],
    ["64:ff9b::1.2.3.4", "64:ff9b::102:304"],
  ])("%s is read", (text, canonical) => {
    const bytes = parseIpAddress(text);
    expect(bytes && formatIpAddress(bytes)).toBe(canonical);
  });

  it.each([
    "",
    "1.2.3",
    "1.2.3.04",
    "256.0.0.1",
    "1::2::3",
    ":1",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "12345::",
    "1.2.3.4::",
    ":".repeat(1_000),
  ])("`%s` is none", (text) => {
    expect(parseIpAddress(text)).toBeUndefined();
  });

  it("what is written is read again", () => {
    const byte = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));
    const bytes = fc.oneof(
      fc.array(byte, { minLength: 4, maxLength: 4 }),
      fc.array(byte, { minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(bytes, (address) => {
        expect(parseIpAddress(formatIpAddress(address))).toEqual(address);
      }),
    );
  });

  it("knows addresses of version 4 in version 6", () => {
    expect(isMapped(parseIpAddress("::ffff:1.2.3.4") ?? [])).toBe(true);
    expect(isMapped(parseIpAddress("::1") ?? [])).toBe(false);
  });
});
