import { describe, expect, it } from "vitest";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { capabilities } from "./capabilities.js";

describe("capabilities", () => {
  it("is made from two fields", () => {
    expect(capabilities.fields.map(({ name }) => name)).toEqual(["allowedCapabilities", "requiredDropCapabilities"]);
  });

  it.each([
    [{}, undefined],
    [{ allowedCapabilities: [] }, { allowedCapabilities: [] }],
    [{ requiredDropCapabilities: [] }, { requiredDropCapabilities: [] }],
    [{ allowedCapabilities: ["ALL"] }, undefined],
    [{ allowedCapabilities: ["KILL", "ALL"], requiredDropCapabilities: [] }, { requiredDropCapabilities: [] }],
    [
      { allowedCapabilities: ["ALL"], requiredDropCapabilities: ["KILL"] },
      { allowedCapabilities: ["ALL"], requiredDropCapabilities: ["KILL"] },
    ],
  ])("is made of %j with the parameters %j", (values, parameters) => {
    for (const release of RELEASES) expect(capabilities.generate(release, values)).toEqual(parameters);
  });

  it.each(RELEASES)("reports what is added and what is not dropped in %s, each under its field", (release) => {
    const parameters = { allowedCapabilities: ["KILL"], requiredDropCapabilities: ["ALL"] };
    const pod = podSecuredWith({ capabilities: { add: ["CHOWN"] } });
    const { results } = judgeSecurity(capabilities, release, parameters, pod);
    expect(results.map(({ rule }) => rule)).toEqual(["allowedCapabilities", "requiredDropCapabilities"]);
  });
});
