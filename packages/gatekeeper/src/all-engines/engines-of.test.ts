import { expect, test } from "vitest";
import { enginesOf } from "./engines-of.js";

test("CEL is preferred to Rego, and comes with 3.17", () => {
  const names = (release: "3.16" | "3.17") => enginesOf({ release }).map(({ name }) => name);
  expect(names("3.16")).toEqual(["Rego"]);
  expect(names("3.17")).toEqual(["K8sNativeValidation", "Rego"]);
  expect(enginesOf({})).toHaveLength(2);
});
