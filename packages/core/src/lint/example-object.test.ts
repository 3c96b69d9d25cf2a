import { expect, it } from "vitest";
import { exampleObject } from "./example-object.js";

it("an example has the name of all of them", () => {
  expect(exampleObject("v1", "Service", { spec: { type: "NodePort" } })).toEqual({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "example" },
    spec: { type: "NodePort" },
  });
});
