import { expect, test } from "vitest";
import { creating, POD } from "../../test/policies.js";
import { ReviewDocuments } from "./review-documents.js";

const constraint = { kind: "A", name: "a", parameters: undefined };
const review = { request: creating(POD), namespaceObject: undefined, inventory: { cluster: {} }, providers: {} };

test("documents are made once for all who ask", () => {
  const documents = new ReviewDocuments("3.23");
  const [first, second] = [documents.input(constraint, review), documents.input({ ...constraint }, review)];
  expect(first).toMatchObject({ review: { name: "web" }, parameters: {} });
  expect((first as { review?: unknown }).review).toBe((second as { review?: unknown }).review);
  expect(documents.data(review)).toBe(documents.data({ ...review }));
  expect(documents.data(review)).toEqual({ inventory: { cluster: {} } });
  expect(documents.object(review).object).toBe(POD);
  expect(documents.object(review).locate(POD.spec)).toEqual(["spec"]);
  expect(documents.object(review)).toBe(documents.object(review));
});

test("what is no JSON has no document", () => {
  const documents = new ReviewDocuments("3.23");
  // Callers in JavaScript hand in what they like.
  const broken = { ...review, request: creating({ a: () => 1 } as never), inventory: { a: Number.NaN } };
  expect(documents.input(constraint, broken)).toBeUndefined();
  expect(documents.data(broken)).toBeUndefined();
  expect(documents.data({ ...review, inventory: null })).toEqual({ inventory: null });
});
