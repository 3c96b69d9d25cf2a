import { expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const CODE = "absent-field-forbids";
const place = (field: string) => `spec.policies.${field} refused`;

it("a SecurityPolicy forbids what it does not mention, in 1.66 more of it", () => {
  const containers = ["allowPrivileged", "allowPrivilegeEscalation"].map(place);
  const host = ["allowHostIPC", "allowHostPID", "allowHostNetwork"].map(place);
  expect(lintInEach(CODE, makeSecurityPolicy({}))).toEqual([[...containers, ...host], containers, containers]);
});

it("what it mentions it means", () => {
  const mentioned = { allowPrivileged: true, allowPrivilegeEscalation: false };
  const host = { allowHostIPC: true, allowHostPID: true, allowHostNetwork: true };
  expect(lintInEach(CODE, makeSecurityPolicy({ ...mentioned, ...host }))).toEqual([[], [], []]);
  expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual([[], [], []]);
});
