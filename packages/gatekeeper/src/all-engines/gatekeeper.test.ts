import { evaluate, readPolicies } from "@ostiary/core";
import { expect, test } from "vitest";
import { constraintOf, POD, templateOf } from "../../test/policies.js";
import { type GatekeeperOptions, gatekeeper } from "./gatekeeper.js";

const CLOCK = 'violation[{"msg": msg}] { msg := sprintf("%d", [time.now_ns()]) }';

const messages = (options?: GatekeeperOptions): readonly string[] => {
  const documents = [templateOf("Clock", CLOCK), constraintOf("Clock", "one")];
  const policies = readPolicies(documents, { kinds: [gatekeeper(options)] });
  const { violations, problems } = evaluate(POD, {}, policies);
  return [...violations, ...problems].map(({ message }) => message);
};

test("options go on to the engine Rego, unless the caller names engines", () => {
  expect(messages({ now: () => 5n })).toEqual(["5"]);
  expect(messages()).toEqual([expect.stringContaining("the time cannot be known")]);
  expect(messages({ now: () => 5n, engines: [] })[0]).toContain("no language driver is installed");
});

test("who needs no places pays nothing for them", () => {
  const rule = 'violation[{"msg": "no"}] { input.review.object.spec.hostPID }';
  const documents = [templateOf("Host", rule), constraintOf("Host", "one")];
  const pathsWith = (options: GatekeeperOptions) => {
    const policies = readPolicies(documents, { kinds: [gatekeeper(options)] });
    const { violations } = evaluate({ ...POD, spec: { hostPID: true } }, {}, policies);
    return violations.map(({ findings }) => findings.map(({ path }) => path.join(".")));
  };
  expect(pathsWith({})).toEqual([["spec.hostPID"]]);
  expect(pathsWith({ places: "none" })).toEqual([[]]);
});
