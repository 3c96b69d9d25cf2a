import { expect, test } from "vitest";
import { POD } from "../../test/policies.js";
import { objectRequest } from "./object-request.js";

test("all that is known of a request comes from the object", () => {
  expect(objectRequest(POD)).toEqual({
    uid: "",
    kind: { group: "", version: "v1", kind: "Pod" },
    resource: { group: "", version: "", resource: "" },
    name: "web",
    namespace: "shop",
    operation: "",
    userInfo: {},
    object: POD,
    oldObject: null,
    options: null,
  });
});

test("what is deleted is the old object", () => {
  expect(objectRequest(POD, "DELETE")).toMatchObject({ operation: "DELETE", object: null, oldObject: POD });
});

test.each([
  [
    { apiVersion: "apps/v1", kind: "Deployment" },
    { group: "apps", version: "v1", kind: "Deployment" },
  ],
  [
    { apiVersion: "a/b/c", kind: "Deployment" },
    { group: "", version: "", kind: "" },
  ],
  [
    { apiVersion: 5, kind: [] },
    { group: "", version: "", kind: "" },
  ],
  [null, { group: "", version: "", kind: "" }],
])("%j is of the kind %j", (object, kind) => {
  expect(objectRequest(object).kind).toEqual(kind);
});
