import { expect, it } from "vitest";
import { gatorEngines } from "./engines.js";

const namesOf = (flags: Parameters<typeof gatorEngines>[0]) => gatorEngines(flags).map(({ name }) => name);

it("CEL comes before Rego", () => {
  expect(namesOf({})).toEqual(["K8sNativeValidation", "Rego"]);
  expect(namesOf({ enableK8sNativeValidation: true })).toEqual(["K8sNativeValidation", "Rego"]);
});

it.each(["false", "False", "f", "0"])("CEL can be switched off with %j", (flag) => {
  expect(namesOf({ enableK8sNativeValidation: flag })).toEqual(["Rego"]);
});
