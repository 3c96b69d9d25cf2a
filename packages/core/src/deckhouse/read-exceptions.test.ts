import type { Release } from "@ostiary/rules/deckhouse";
import { expect, it } from "vitest";
import { makeException, toDocuments } from "../../test/deckhouse.js";
import type { Problem } from "../decision.js";
import { readExceptions } from "./read-exceptions.js";

const read = (values: readonly unknown[], release: Release = "1.76") => {
  const problems: Problem[] = [];
  return { exceptions: readExceptions(toDocuments(values), release, problems), problems };
};
const privileged = { securityContext: { privileged: { allowedValue: true } } };

it("exceptions are kept by namespace and name", () => {
  const values = [
    makeException(privileged),
    makeException({}, { namespace: "web" }),
    makeException({}, { namespace: undefined }),
  ];
  const { exceptions, problems } = read(values);
  expect([...exceptions.keys()]).toEqual(["shop/spe", "web/spe", "default/spe"]);
  expect(exceptions.get("shop/spe")).toEqual(privileged);
  expect(problems).toEqual([]);
});

it("one that the API server refuses refuses everything until it is mended, and lifts nothing", () => {
  const { exceptions, problems } = read([makeException({ network: { hostPID: { allowedValue: "yes" } } })]);
  const message = "policy document 0: `spec.network.hostPID.allowedValue`: expected boolean, found `yes`";
  expect(problems).toMatchObject([{ code: "invalid-policy", message, effect: "deny" }]);
  expect(exceptions.size).toBe(0);
});

it("two of one name in one namespace are a problem", () => {
  const { problems } = read([makeException({}), makeException(privileged)]);
  const message = "policy document 1: there is another SecurityPolicyException `spe` in the namespace";
  expect(problems).toMatchObject([{ code: "duplicate-policy", message, document: 1, effect: "deny" }]);
});

it("1.66 has no exceptions: they are reported, and lift nothing", () => {
  const { exceptions, problems } = read([makeException(privileged)], "1.66");
  expect(exceptions.size).toBe(0);
  expect(problems).toMatchObject([
    { message: "policy document 0: release 1.66 has no SecurityPolicyException", effect: "report" },
  ]);
});
