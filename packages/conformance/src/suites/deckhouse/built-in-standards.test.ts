import { expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { deckhouse } from "../deckhouse.js";

const object = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "one", namespace: "d8-test", labels: { "security.deckhouse.io/security-policy-exception": "spe" } },
  spec: {
    containers: [
      { name: "app", securityContext: { privileged: true } },
      { name: "other", securityContext: { privileged: true } },
    ],
  },
};
const exception = {
  apiVersion: "deckhouse.io/v1alpha1",
  kind: "SecurityPolicyException",
  metadata: { name: "spe", namespace: "d8-test" },
  spec: { securityContext: { privileged: { allowedValue: true } } },
};
const judge = async (exceptions: readonly object[], expectFired: readonly string[]) => {
  const line = { id: "one", object, exceptions, expectFired };
  const { one } = await judgeLines(deckhouse, "security-exceptions-newest.jsonl", [line]);
  const fires = one?.kind === "failed" ? one.difference : one?.kind;
  return String(fires).includes("D8PrivilegedContainer");
};

it("compares the constraints that report something, each once", async () => {
  expect(await judge([], [])).toBe(true);
  expect(await judge([exception], [])).toBe(false);
});
