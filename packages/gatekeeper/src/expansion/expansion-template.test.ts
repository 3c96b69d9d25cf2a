import { describe, expect, it } from "vitest";
import { EXPAND_DEPLOYMENTS, makeExpansion } from "../../test/expansion-templates.js";
import { readExpansionTemplate } from "./expansion-template.js";

const spec = EXPAND_DEPLOYMENTS.spec;
const withSpec = (fields: object) => ({ ...EXPAND_DEPLOYMENTS, spec: { ...spec, ...fields } });
const faultOf = (document: unknown, release: Parameters<typeof readExpansionTemplate>[1] = "3.23") => {
  const read = readExpansionTemplate(document, release);
  return read.ok ? undefined : read.error.message;
};

it("lists of applyTo are multiplied", () => {
  const applyTo = [{ groups: ["a", "b"], versions: ["v1"], kinds: ["X", "Y"] }];
  const read = readExpansionTemplate(withSpec({ applyTo }), "3.23");
  expect(read.ok && read.value.applyTo.map(({ group, kind }) => group + kind)).toEqual(["aX", "aY", "bX", "bY"]);
});

describe("validation, in Gatekeeper's order and words (section 9):", () => {
  it.each<[string, unknown]>([
    ["ExpansionTemplate has empty name field", { ...EXPAND_DEPLOYMENTS, metadata: {}, spec: {} }],
    ["ExpansionTemplate name must be less than 64 characters", makeExpansion("n".repeat(64), "v1 A", "v1 B")],
    ["ExpansionTemplate expand-deployments has empty source field", withSpec({ templateSource: "", generatedGVK: {} })],
    ["ExpansionTemplate expand-deployments has empty generatedGVK field", withSpec({ generatedGVK: {}, applyTo: [] })],
    ["ExpansionTemplate expand-deployments must specify ApplyTo", withSpec({ applyTo: null })],
    [
      "ExpansionTemplate self generates GVK apps/v1, Kind=Deployment, but also applies to that same GVK",
      makeExpansion("self", "apps/v1 Deployment", "apps/v1 Deployment"),
    ],
    ["`spec.applyTo`: expected list of objects, found string", withSpec({ applyTo: "Deployment" })],
    [
      "ExpansionTemplate expand-deployments applies to more than 1000 kinds of objects",
      withSpec({ applyTo: [{ groups: Array(40).fill("g"), versions: Array(40).fill("v"), kinds: ["k"] }] }),
    ],
  ])("%s", (message, document) => {
    expect(faultOf(document)).toBe(message);
  });

  it("names of any length are accepted before 3.15", () => {
    const long = makeExpansion("n".repeat(64), "v1 A", "v1 B");
    expect([faultOf(long, "3.14"), faultOf(long, "3.15")]).toEqual([undefined, expect.any(String)]);
    expect(faultOf(makeExpansion("n".repeat(63), "v1 A", "v1 B"))).toBeUndefined();
  });

  it.each([null, 1, "text", [], { spec: 1 }, { metadata: "m" }])("%j is a fault", (document) => {
    expect(faultOf(document)).toEqual(expect.any(String));
  });
});
