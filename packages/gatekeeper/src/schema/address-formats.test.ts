import { expect, it } from "vitest";
import { isCidr, isIpv4, isIpv6, isMacAddress } from "./address-formats.js";

const CASES = {
  ipv4: [isIpv4, ["1.2.3.4", "01.02.03.004", "::ffff:1.2.3.4"], ["1.2.3", "1.2.3.256", "::1", "", "1.2.3.4."]],
  ipv6: [
    isIpv6,
    ["::", "::1", "1:2:3:4:5:6:7:8", "fe80::1:2", "::ffff:1.2.3.4"],
    ["1.2.3.4", ":::", "1::2::3", "1:2:3:4:5:6:7", "12345::", "::ffff:01.2.3.4", "1:2:3:4:5:6:7::8", "1.2.3.4::"],
  ],
  cidr: [isCidr, ["1.2.3.4/0", "10.0.0.0/32", "fe80::/64"], ["1.2.3.4", "1.2.3.4/33", "::/129", "1.2.3.4/8/8", "a/1"]],
  mac: [
    isMacAddress,
    ["00:11:22:aa:BB:cc", "00-11-22-33-44-55", "0011.2233.4455", "00:11:22:33:44:55:66:77", "001122334455"],
    ["00:11:22:33:44", "00:11-22:33:44:55", "0011:2233:4455", "00112233"],
  ],
} as const;

it.each(Object.entries(CASES))("%s", (_, [isValid, good, bad]) => {
  expect(good.filter((text) => !isValid(text))).toEqual([]);
  expect(bad.filter((text) => isValid(text))).toEqual([]);
});
