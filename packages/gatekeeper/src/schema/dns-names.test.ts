import { expect, it } from "vitest";
import { labelNameFaults, subdomainFaults } from "./dns-names.js";

it.each(["a", "a.b-c.d", "0", "a".repeat(253)])("%s is a domain", (name) => {
  expect(subdomainFaults(name)).toEqual([]);
});

it.each(["", "A", "a_b", "-a", "a.", "a..b", "ä"])("%j is none", (name) => {
  expect(subdomainFaults(name)).toEqual([expect.stringContaining("a lowercase RFC 1123 subdomain must consist of")]);
});

it("names are too long in bytes", () => {
  expect(subdomainFaults("a".repeat(254))).toEqual(["must be no more than 253 characters"]);
  expect(labelNameFaults("a".repeat(64))).toEqual(["must be no more than 63 characters"]);
  expect(labelNameFaults("ä".repeat(32))).toHaveLength(2);
});

it("a label begins with a letter", () => {
  expect([labelNameFaults("a1-b"), labelNameFaults("a".repeat(63))]).toEqual([[], []]);
  expect(labelNameFaults("1a")).toEqual([expect.stringContaining("a DNS-1035 label must consist of")]);
  expect(labelNameFaults("a.b")).toHaveLength(1);
});
