import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { subjectUnder } from "../../test/judge-security.js";
import { forbidHostNamespace, matchHostNamespace } from "./host-namespace.js";

const HOST_PID = { rule: "allowHostPID", field: "hostPID" };
const maybe = fc.constantFrom(true, false, undefined);

const subjectOf = (hostPID: boolean | undefined, allowedValue: boolean | undefined) =>
  subjectUnder(podWith({ hostPID }), { exception: { network: { hostPID: { allowedValue } } } });

describe("forbidHostNamespace", () => {
  it("never refuses more for an exception", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, (allowed, found, excepted) => {
        const without = forbidHostNamespace(HOST_PID, allowed, subjectOf(found, undefined));
        const result = forbidHostNamespace(HOST_PID, allowed, subjectOf(found, excepted));
        expect(result === undefined || without !== undefined).toBe(true);
      }),
    );
  });
});

describe("matchHostNamespace", () => {
  it("asks for just what an exception says, whatever the policy", () => {
    fc.assert(
      fc.property(maybe, maybe, fc.boolean(), (allowed, found, excepted) => {
        const result = matchHostNamespace(HOST_PID, allowed, subjectOf(found, excepted));
        expect(result === undefined).toBe((found ?? false) === excepted);
      }),
    );
  });

  it("agrees with forbidHostNamespace where there is no exception", () => {
    fc.assert(
      fc.property(maybe, maybe, (allowed, found) => {
        const subject = subjectOf(found, undefined);
        const matched = matchHostNamespace(HOST_PID, allowed, subject)?.findings;
        expect(matched).toEqual(forbidHostNamespace(HOST_PID, allowed, subject)?.findings);
      }),
    );
  });
});
