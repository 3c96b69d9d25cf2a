import { expect, it } from "vitest";
import { objectRequest } from "../engine/object-request.js";
import { requestVariable } from "./request-variable.js";

it("what is empty is left out, but for what a request always has", () => {
  const request = objectRequest({ apiVersion: "apps/v1", kind: "Deployment", metadata: {} });
  expect(requestVariable(request)).toEqual({
    kind: { group: "apps", version: "v1", kind: "Deployment" },
    resource: { group: "", version: "", resource: "" },
    requestKind: { group: "apps", version: "v1", kind: "Deployment" },
    requestResource: { group: "", version: "", resource: "" },
    operation: "",
    userInfo: {},
    dryRun: false,
    options: null,
  });
});

it("a request is seen without its uid and objects", () => {
  const request = { ...objectRequest({ metadata: { name: "n", namespace: "ns" } }), uid: "u", subResource: "exec" };
  const variable = requestVariable(request);
  expect(variable).toMatchObject({ name: "n", namespace: "ns", subResource: "exec", requestSubResource: "exec" });
  expect(variable).not.toHaveProperty("uid");
  expect(variable).not.toHaveProperty("object");
});
