import { expect, it } from "vitest";
import { labelsFor } from "../../test/requests.js";
import { evaluate } from "../evaluate.js";
import { examplePod, exampleSecured } from "./example-pod.js";

const isAdmitted = (pod: object): boolean => evaluate(pod, labelsFor({ enforce: "restricted" }), []).allowed;

it("an example shows one thing only: without it, it satisfies the strictest standard", () => {
  expect(isAdmitted(examplePod())).toBe(true);
  expect(isAdmitted(exampleSecured({ readOnlyRootFilesystem: false }))).toBe(true);
  expect(isAdmitted(exampleSecured({ privileged: true }))).toBe(false);
  expect(isAdmitted(examplePod({}, { hostPID: true }))).toBe(false);
  expect(examplePod({ image: "a" })).toMatchObject({ spec: { containers: [{ name: "app", image: "a" }] } });
});
