import { describe, expect, it } from "vitest";
import { judge } from "../../test/judge.js";
import { hostNamespaces } from "./host-namespaces.js";

const FIELDS = ["hostNetwork", "hostPID", "hostIPC"];

describe("hostNamespaces", () => {
  it.each([undefined, null, false])("allows every field to be %j", (value) => {
    const spec = Object.fromEntries(FIELDS.map((field) => [field, value]));
    expect(judge(hostNamespaces, 0, { spec })).toMatchObject({ findings: [], faults: [] });
  });

  it.each([{}, { spec: null }, { spec: {} }, { hostNetwork: true }, { spec: { hostnetwork: true, hostPid: true } }])(
    "allows %j, where no field says so",
    (pod) => {
      expect(judge(hostNamespaces, 0, pod)).toMatchObject({ findings: [], faults: [] });
    },
  );

  it.each(FIELDS)("refuses %s when true", (field) => {
    const { findings, reason, detail } = judge(hostNamespaces, 37, { spec: { [field]: true } });
    expect(findings).toEqual([{ path: ["spec", field], found: true, allowed: false }]);
    expect(reason).toBe("host namespaces");
    expect(detail).toBe(`${field}=true`);
  });

  it("lists the fields in the order network, PID, IPC", () => {
    const pod = { spec: { hostIPC: true, hostPID: true, hostNetwork: true } };
    expect(judge(hostNamespaces, 0, pod).detail).toBe("hostNetwork=true, hostPID=true, hostIPC=true");
    expect(judge(hostNamespaces, 0, { spec: { hostIPC: true, hostPID: false, hostNetwork: true } }).detail).toBe(
      "hostNetwork=true, hostIPC=true",
    );
  });

  it.each([
    ["true", "string"],
    [1, "number"],
    [[], "list"],
    [{}, "object"],
  ])("takes %j for a wrong type, and judges the other fields", (value, found) => {
    const { detail, faults } = judge(hostNamespaces, 0, { spec: { hostNetwork: value, hostPID: true } });
    expect(faults).toEqual([`spec.hostNetwork: boolean, not ${found}`]);
    expect(detail).toBe("hostPID=true");
  });
});
