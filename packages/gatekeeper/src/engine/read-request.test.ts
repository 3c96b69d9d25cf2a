import { expect, test } from "vitest";
import { readAdmissionRequest } from "./read-request.js";

const EMPTY = {
  uid: "",
  kind: { group: "", version: "", kind: "" },
  resource: { group: "", version: "", resource: "" },
  subResource: "",
  requestSubResource: "",
  name: "",
  namespace: "",
  operation: "",
  userInfo: {},
  object: null,
  oldObject: null,
  options: null,
};

test("a request is read field by field", () => {
  const request = {
    uid: "1",
    kind: { group: "apps", version: "v1", kind: "Deployment" },
    resource: { group: "apps", version: "v1", resource: "deployments" },
    subResource: "scale",
    requestKind: { group: "apps", version: "v1", kind: "Scale" },
    requestResource: { group: "apps", version: "v1", resource: "deployments" },
    requestSubResource: "scale",
    name: "web",
    namespace: "shop",
    operation: "UPDATE",
    userInfo: { username: "alice", uid: "2", groups: ["dev"], extra: { a: ["b"] } },
    object: { a: 1 },
    oldObject: { a: 2 },
    dryRun: false,
    options: {},
  };
  expect(readAdmissionRequest(request)).toEqual(request);
});

test.each([[{}], [null], [5], [{ kind: 1, operation: "create", userInfo: { username: "", groups: [], extra: {} } }]])(
  "what is not there, of a wrong type or unknown is empty: %j",
  (request) => {
    expect(readAdmissionRequest(request)).toEqual(EMPTY);
  },
);
