import { describe, expect, it } from "vitest";
import { allowHostPID, allowHostPIDField } from "./allow-host-pid.js";

describe("allowHostPID", () => {
  it("decides about hostPID", () => {
    expect(allowHostPID).toEqual({ rule: allowHostPIDField.name, field: "hostPID" });
  });
});
