import { describe, expect, test } from "vitest";
import { POD } from "../../test/policies.js";
import { isAdmissionReview, readAdmissionReview } from "./admission-review.js";

const reviewOf = (request: unknown) => ({ apiVersion: "admission.k8s.io/v1", kind: "AdmissionReview", request });

test.each([
  [reviewOf({}), true],
  [{ ...reviewOf({}), apiVersion: "admission.k8s.io/v1beta1" }, true],
  [{ ...reviewOf({}), apiVersion: "v1" }, false],
  [POD, false],
  [null, false],
])("%j is an AdmissionReview: %s", (object, expected) => {
  expect(isAdmissionReview(object)).toBe(expected);
});

describe("the request in an AdmissionReview", () => {
  test("is read", () => {
    expect(readAdmissionReview(reviewOf({ operation: "CREATE", object: POD, oldObject: null }))).toMatchObject({
      ok: true,
      value: { operation: "CREATE", object: POD },
    });
  });

  const unable = "not a valid AdmissionReview object: unable to convert to an AdmissionReview object, error: ";
  test.each([
    [undefined, "missing an AdmissionRequest object: request did not actually pass in an AdmissionRequest"],
    [5, `${unable}cannot restore struct from: int64`],
    [{ object: "Pod" }, `${unable}unrecognized type: string`],
    [{ operation: 5 }, `${unable}cannot convert int64 to v1.Operation`],
    [{ dryRun: "yes" }, `${unable}cannot convert string to boolean`],
    [{ kind: "Pod" }, `${unable}cannot restore struct from: string`],
    [{ operationX: "CREATE" }, `${unable}strict decoding error: unknown field "request.operationX"`],
    [
      { object: null },
      'no object or oldObject found to review: AdmissionRequest does not contain an "object" or "oldObject" to review',
    ],
    [{ object: { a: 1 } }, `object or oldObject cannot be unmarshalled: Object 'Kind' is missing in '{"a":1}'`],
  ])("%j is refused: %s", (request, message) => {
    const read = readAdmissionReview(reviewOf(request));
    expect(read.ok ? "" : read.error.message).toBe(message);
  });
});
