import { describe, expect, test } from "vitest";
import {
  alternativeNames,
  authority,
  bytes,
  type CertificatePlan,
  certificateOf,
  critical,
  der,
  extension,
  identifier,
  sequence,
} from "./test-certificates.js";
import { type Certificate, readCertificates } from "./x509-certificate.js";
import { type ChainDemands, findChain } from "./x509-chain.js";
import { X509Fault } from "./x509-fault.js";

const made = (plan: CertificatePlan): Certificate => {
  const [certificate] = readCertificates(certificateOf(plan));
  if (certificate === undefined) throw new X509Fault("none");
  return certificate;
};

const root = made({ extensions: [authority] });
const middlePlan: CertificatePlan = { subject: "middle", issuer: "root", key: 2, signer: 1, extensions: [authority] };
const leafPlan: CertificatePlan = { subject: "leaf", issuer: "middle", key: 3, signer: 2 };
const demands: ChainDemands = { now: 1_700_000_000_000_000_000n, host: "", usages: [], charge: () => undefined };

const lengthOf = (leaf: CertificatePlan, middle: CertificatePlan = middlePlan, changes: Partial<ChainDemands> = {}) =>
  findChain(made(leaf), [made(middle)], root, { ...demands, ...changes })?.length;

const usages = (...list: readonly string[]): Uint8Array => extension(37, sequence(...list.map(identifier)));

describe("a chain", () => {
  test.each<[string, CertificatePlan, CertificatePlan, Partial<ChainDemands>]>([
    ["from the leaf to the root", leafPlan, middlePlan, {}],
    ["whose usages include servers", { ...leafPlan, extensions: [usages("1.3.6.1.5.5.7.3.1")] }, middlePlan, {}],
    ["for any usage", { ...leafPlan, extensions: [usages("1.2.3")] }, middlePlan, { usages: [0] }],
    ["of a host", { ...leafPlan, extensions: [alternativeNames("a")] }, middlePlan, { host: "a" }],
    [
      "through an authority that may sign",
      leafPlan,
      { ...middlePlan, extensions: [authority, extension(15, der(3, bytes(2, 4)))] },
      {},
    ],
  ])("%s", (_what, leaf, middle, changes) => {
    expect(lengthOf(leaf, middle, changes)).toBe(3);
  });

  test("of the root alone, and of one below", () => {
    expect(findChain(root, [], root, demands)).toStrictEqual([root]);
    expect(findChain(made(middlePlan), [], root, demands)).toHaveLength(2);
  });
});

describe("no chain", () => {
  const short = extension(19, sequence(der(1, bytes(0xff)), der(2, bytes(0))));
  test.each<[string, CertificatePlan, CertificatePlan, Partial<ChainDemands>]>([
    ["with another signature", { ...leafPlan, signer: 9 }, middlePlan, {}],
    ["with another issuer", { ...leafPlan, issuer: "other" }, middlePlan, {}],
    ["that has ended", { ...leafPlan, until: "210101000000Z" }, middlePlan, {}],
    ["that has not begun", leafPlan, { ...middlePlan, from: "300101000000Z" }, {}],
    ["through what is no authority", leafPlan, { ...middlePlan, extensions: [extension(19, sequence())] }, {}],
    ["through what does not say so", leafPlan, { ...middlePlan, extensions: [] }, {}],
    [
      "through an authority that may not sign",
      leafPlan,
      { ...middlePlan, extensions: [authority, extension(15, der(3, bytes(7, 0x80)))] },
      {},
    ],
    [
      "with what is critical and not understood",
      { ...leafPlan, extensions: [extension(99, bytes(), critical)] },
      middlePlan,
      {},
    ],
    ["of another host", { ...leafPlan, extensions: [alternativeNames("a")] }, middlePlan, { host: "b" }],
    ["for another usage", { ...leafPlan, extensions: [usages("1.2.3")] }, middlePlan, {}],
    [
      "for a usage that an authority excludes",
      leafPlan,
      { ...middlePlan, extensions: [authority, usages("1.2.3")] },
      { usages: [2] },
    ],
    [
      "with names that an authority excludes",
      { ...leafPlan, extensions: [alternativeNames("a")] },
      { ...middlePlan, extensions: [authority, extension(30, sequence(der(0xa1, sequence(der(0x82, bytes(97))))))] },
      {},
    ],
  ])("%s", (_what, leaf, middle, changes) => {
    expect(lengthOf(leaf, middle, changes)).toBeUndefined();
  });

  test("longer than an authority allows", () => {
    const below = made({ subject: "below", issuer: "middle", key: 4, signer: 2, extensions: [authority] });
    const leaf = made({ ...leafPlan, issuer: "below", signer: 4 });
    const bounded = made({ ...middlePlan, extensions: [short] });
    expect(findChain(leaf, [below, made(middlePlan)], root, demands)).toHaveLength(4);
    expect(findChain(leaf, [below, bounded], root, demands)).toBeUndefined();
  });
});

test("authorities that sign each other in circles end", () => {
  const circle = [4, 5, 6].flatMap((key) =>
    [4, 5, 6].map((signer) => made({ subject: `${key}`, issuer: `${signer}`, key, signer, extensions: [authority] })),
  );
  const leaf = made({ ...leafPlan, issuer: "4", signer: 4 });
  expect(findChain(leaf, circle, root, demands)).toBeUndefined();
});

test("signatures cost, and are looked at a hundred times at most", () => {
  const twins = Array.from({ length: 150 }, (_, index) =>
    made({ ...middlePlan, signer: 9, extensions: [authority, extension(98, der(4, bytes(index)))] }),
  );
  let cost = 0;
  const charge = (units: number): void => {
    cost += units;
  };
  expect(findChain(made(leafPlan), twins, root, { ...demands, charge })).toBeUndefined();
  expect(cost).toBeGreaterThan(50_000);
  expect(cost).toBeLessThan(150_000);
});
