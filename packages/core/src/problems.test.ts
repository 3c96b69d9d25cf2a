import { describe, expect, it } from "vitest";
import { describeDocumentFault, describeTypeFault, refuseDocument } from "./problems.js";

const fault = { path: ["spec", "containers", 0, "name"], expected: "string", found: "list" };

describe("a wrong type", () => {
  it.each([
    [undefined, "`spec.containers[0].name`: expected string, found list"],
    ["namespace: ", "namespace: `spec.containers[0].name`: expected string, found list"],
  ])("always refuses and names its path; place: %j", (where, message) => {
    expect(describeTypeFault(fault, where)).toEqual({
      code: "invalid-type",
      message,
      path: fault.path,
      effect: "deny",
    });
  });

  it("of the whole object has no path to name", () => {
    const whole = { path: [], expected: "object", found: "nothing" };
    expect(describeTypeFault(whole).message).toBe("expected object, found nothing");
  });

  it.each([
    [0, "policy document 0: `spec.containers[0].name`: expected string, found list", { document: 0 }],
    [undefined, "settings: `spec.containers[0].name`: expected string, found list", {}],
  ])("in document %j says so", (index, message, place) => {
    const problem = { code: "invalid-type", message, path: fault.path, effect: "deny", ...place };
    expect(describeDocumentFault(fault, { index })).toEqual(problem);
  });
});

describe("a policy document that is refused", () => {
  it.each([
    [3, "policy document 3: nonsense", { document: 3 }],
    [undefined, "settings: nonsense", {}],
  ])("is named: %j", (index, message, place) => {
    expect(refuseDocument({ index }, "a-code", "nonsense")).toEqual({
      code: "a-code",
      message,
      effect: "deny",
      ...place,
    });
  });
});
