import { objectRequest } from "@ostiary/gatekeeper";
import { expect, it } from "vitest";
import { engineFlagsFault, gatorEngines } from "./engines.js";

const namesOf = (flags: Parameters<typeof gatorEngines>[0]) => gatorEngines(flags).map(({ name }) => name);

it("CEL comes before Rego", () => {
  expect(namesOf({})).toEqual(["K8sNativeValidation", "Rego"]);
  expect(namesOf({ enableK8sNativeValidation: true })).toEqual(["K8sNativeValidation", "Rego"]);
});

it.each(["false", "False", "f", "0"])("CEL can be switched off with %j", (flag) => {
  expect(namesOf({ enableK8sNativeValidation: flag })).toEqual(["Rego"]);
});

it.each<[string | undefined, object, number]>([
  [undefined, {}, 1],
  ["Fail", {}, 1],
  ["Ignore", {}, 0],
  ["Ignore", { failurePolicy: "Fail" }, 1],
])("with the failure policy %j a broken rule %j has %j violations", (policy, own, violations) => {
  const [engine] = gatorEngines(policy === undefined ? {} : { defaultK8sNativeValidationFailurePolicy: policy });
  const source = { validations: [{ expression: "object.no.such" }], ...own };
  const compiled = engine?.compile({ kind: "K", source });
  if (!compiled?.ok) throw new Error("not compiled");
  const outcome = compiled.value.review([{ kind: "K", name: "c", parameters: undefined }], {
    request: objectRequest({ apiVersion: "v1", kind: "Pod" }),
    namespaceObject: undefined,
    inventory: {},
    providers: {},
  });
  expect(outcome.ok && outcome.value.length).toBe(violations);
});

it("there are two failure policies", () => {
  const faults = [undefined, "Fail", "Ignore", "ignore"].map((policy) =>
    engineFlagsFault(policy === undefined ? {} : { defaultK8sNativeValidationFailurePolicy: policy }),
  );
  expect(faults).toEqual([undefined, undefined, undefined, expect.stringContaining("unrecognized failure policy")]);
});
