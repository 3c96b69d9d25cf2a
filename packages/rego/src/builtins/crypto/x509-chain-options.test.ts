import { expect, test } from "vitest";
import { RegoObject } from "../../value/object.js";
import { RegoSet } from "../../value/set.js";
import type { ObjectValue } from "../../value/value.js";
import { readChainOptions } from "./x509-chain-options.js";
import { X509Fault } from "./x509-fault.js";

test.each<[ObjectValue, object]>([
  [{}, {}],
  [{ DNSName: '"a"' }, { host: "a" }],
  [{ CurrentTime: 0 }, { now: 0n }],
  [{ CurrentTime: 1_700_000_000_000_000_000n }, { now: 1_700_000_000_000_000_000n }],
  [{ MaxConstraintComparisons: 5 }, {}],
  [{ KeyUsages: ["KeyUsageAny", "KeyUsageServerAuth", 1] }, { usages: [0, 1] }],
  [{ KeyUsages: new RegoSet(["KeyUsageMicrosoftKernelCodeSigning"]) }, { usages: [13] }],
  [new RegoObject(Array.from({ length: 200_000 }, (_, key) => [key, 2] as const)), {}],
])("row %#", (options, expected) => {
  expect(readChainOptions(options)).toStrictEqual(expected);
});

test.each<[ObjectValue, string]>([
  [{ DNSName: 1 }, "'DNSName' should be a string"],
  [{ CurrentTime: "x" }, "'CurrentTime' should be a number"],
  [{ CurrentTime: 1.5 }, "'CurrentTime' should be a valid int64 number"],
  [{ CurrentTime: 10n ** 30n }, "'CurrentTime' should be a valid int64 number"],
  [{ MaxConstraintComparisons: "x" }, "'MaxConstraintComparisons' should be a number"],
  [{ MaxConstraintComparisons: 1.5 }, "'MaxConstraintComparisons' should be a valid number"],
  [{ KeyUsages: 1 }, "'KeyUsages' should be an Array or Set"],
  [{ KeyUsages: ["A", "KeyUsageAny", "B"] }, "invalid entries for 'KeyUsages' found: [A B]"],
  [{ x: 1 }, "invalid key option"],
])("row %#: %s", (options, message) => {
  expect(() => readChainOptions(options)).toThrow(new X509Fault(message));
});
