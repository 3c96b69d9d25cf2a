import { expect, test } from "vitest";
import { mergeNetworks } from "./cidr-merge.js";
import { parseCidr } from "./ip-address.js";

test.each([
  [["10.0.0.0/25", "10.0.0.128/25"], ["10.0.0.0/24"]],
  [["10.0.0.0/8", "10.1.0.0/16"], ["10.0.0.0/8"]],
  [
    ["10.0.0.0/24", "10.0.2.0/24"],
    ["10.0.2.0/24", "10.0.0.0/24"],
  ],
  [
    ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"],
    ["10.0.0.0/23", "10.0.2.0/24"],
  ],
  [["::/1", "10.0.0.0/8"], ["::/1"]],
  [["2001:db8::/33", "2001:db8:8000::/33"], ["2001:db8::/32"]],
  [["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"]],
  [[], []],
])("%j become %j", (texts, expected) => {
  const networks = texts.map(parseCidr).filter((network) => network !== undefined);
  expect(mergeNetworks(networks)).toStrictEqual(expected);
});
