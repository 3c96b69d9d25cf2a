import { describe, expect, it } from "vitest";
import { allowHostIPC, allowHostIPCField } from "./allow-host-ipc.js";

describe("allowHostIPC", () => {
  it("decides about hostIPC", () => {
    expect(allowHostIPC).toEqual({ rule: allowHostIPCField.name, field: "hostIPC" });
  });
});
