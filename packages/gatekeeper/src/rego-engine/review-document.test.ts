import { expect, test } from "vitest";
import { creating, POD } from "../../test/policies.js";
import type { EngineReview } from "../engine/template-engine.js";
import { reviewDocument } from "./review-document.js";

const reviewOf = (changes: Partial<EngineReview["request"]>, namespaceObject?: EngineReview["namespaceObject"]) => ({
  request: { ...creating(POD), ...changes },
  namespaceObject,
  inventory: {},
  providers: {},
});

test("fields that are empty are left out, but for those that are always there", () => {
  expect(reviewDocument(reviewOf({ name: "", subResource: "", dryRun: false }), "3.22")).toEqual({
    uid: "",
    kind: { group: "", version: "v1", kind: "Pod" },
    resource: { group: "", version: "", resource: "" },
    namespace: "shop",
    operation: "CREATE",
    userInfo: {},
    object: POD,
    oldObject: null,
    dryRun: false,
    options: null,
    namespaceObject: {},
  });
});

test("what is deleted is the object too", () => {
  const deletion = reviewOf({ operation: "DELETE", object: null, oldObject: POD });
  expect(reviewDocument(deletion, "3.22")).toMatchObject({ object: POD, oldObject: POD });
});

test("the Namespace is there from 3.22 on, as Go's type writes it", () => {
  const metadata = { name: "shop", labels: {}, annotations: { a: "b" } };
  const review = reviewOf({}, { apiVersion: "v1", kind: "Namespace", metadata });
  expect(reviewDocument(review, "3.22")).toMatchObject({
    namespaceObject: {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: "shop", annotations: { a: "b" } },
      spec: {},
      status: {},
    },
  });
  expect(reviewDocument(review, "3.21")).not.toHaveProperty("namespaceObject");
});

test("numbers are doubles", () => {
  expect(JSON.stringify(reviewDocument(reviewOf({ object: { uid: 1000680000 } }), "3.22"))).toContain("1.00068e+09");
});

test("what is no JSON has no document", () => {
  const cycle: { [name: string]: unknown } = {};
  cycle["own"] = cycle;
  // Callers in JavaScript hand in what they like.
  expect(reviewDocument(reviewOf({ object: cycle as never }), "3.22")).toBeUndefined();
});
