import { describe, expect, it } from "vitest";
import { lintException } from "./lint-exception.js";

const hostPath = (...paths: readonly string[]) => ({
  volumes: { hostPath: { allowedValues: paths.map((path) => ({ path, readOnly: true })) } },
});
const adding = (...add: readonly string[]) => ({
  securityContext: { capabilities: { allowedValues: { add, drop: [] } } },
});

describe("an exception", () => {
  it.each<[object, string, string]>([
    [hostPath("/etc", "/"), "exception-opens-root", "spec.volumes.hostPath.allowedValues.1"],
    [hostPath("//"), "exception-opens-root", "spec.volumes.hostPath.allowedValues.0"],
    [adding("KILL", "all"), "exception-opens-all", "spec.securityContext.capabilities.allowedValues.add.1"],
    [
      { securityContext: { sysctls: { allowedValues: [{ name: "kernel.a", value: "1" }] } } },
      "exception-lifts-nothing",
      "spec.securityContext.sysctls",
    ],
  ])("%j: %s", (spec, code, place) => {
    expect(lintException(spec)).toMatchObject([{ code }]);
    expect(lintException(spec)[0]?.path.join(".")).toBe(place);
  });

  it.each([
    [{}],
    [undefined],
    [hostPath("/etc", "")],
    [{ volumes: { hostPath: { allowedValues: [{}] } } }],
    [adding("KILL")],
    [{ securityContext: { sysctls: { allowedValues: [] } } }],
  ])("none: %j", (spec) => {
    expect(lintException(spec)).toEqual([]);
  });
});
