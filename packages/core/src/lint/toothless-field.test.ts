import { describe, expect, it } from "vitest";
import { makeOperationPolicy, makeSecurityPolicy } from "../../test/deckhouse.js";
import { lintInEach } from "../../test/lint.js";

const ALLOWED = { allowPrivileged: true, allowPrivilegeEscalation: true };
const lint = (policies: object) => lintInEach("toothless-field", makeSecurityPolicy({ ...ALLOWED, ...policies }));

describe("a field that restricts nothing in next", () => {
  it.each<[string, object]>([
    ["allowedUnsafeSysctls", { allowedUnsafeSysctls: ["kernel.shm*"] }],
    ["seLinux", { seLinux: [{ type: "container_t" }, { type: "" }] }],
    ["seLinux", { seLinux: [{}] }],
    ["allowHostNetwork", { allowHostNetwork: false }],
  ])("%s: %j", (field, policies) => {
    expect(lint(policies)).toEqual([[], [], [`spec.policies.${field} admitted`]]);
  });

  it.each<[object]>([
    [{}],
    [{ allowedUnsafeSysctls: ["kernel.shm*"], forbiddenSysctls: ["kernel.*"] }],
    [{ allowedUnsafeSysctls: ["*"] }],
    [{ allowedUnsafeSysctls: [] }],
    [{ seLinux: [{ type: "container_t" }] }],
    [{ allowHostNetwork: false, allowedHostPorts: [] }],
    [{ allowHostNetwork: true }],
  ])("none: %j", (policies) => {
    expect(lint(policies)).toEqual([[], [], []]);
  });

  it("an OperationPolicy has no such fields", () => {
    expect(lintInEach("toothless-field", makeOperationPolicy({}))).toEqual([[], [], []]);
  });
});
