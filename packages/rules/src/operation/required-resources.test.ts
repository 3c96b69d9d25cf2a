import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith, podWithEach } from "../../test/judge-constraint.js";
import { RELEASES, type Release } from "../release.js";
import { requiredResources, requiredResourcesField } from "./required-resources.js";

const BOTH = { limits: ["memory"], requests: ["memory", "cpu"] };
const judge = (parameters: Parameters<typeof judgeConstraint>[2], resources: unknown, release: Release = "1.76") =>
  judgeConstraint(requiredResources, release, parameters, podWith({ containers: [{ name: "app", resources }] }));

describe("requiredResources", () => {
  describe("field", () => {
    it.each(RELEASES)("takes lists of cpu and memory in %s", (release) => {
      expect(fieldIssues(requiredResourcesField, release, BOTH)).toEqual([]);
      expect(fieldIssues(requiredResourcesField, release, { limits: [] })).toEqual([]);
      expect(fieldIssues(requiredResourcesField, release, { requests: ["disk"] })).toEqual([
        "requiredResources.requests[0]: expected one of cpu, memory, found `disk`",
      ]);
      expect(fieldIssues(requiredResourcesField, release, { limits: {}, requests: [] })).toEqual([
        "requiredResources.limits: expected array, found object",
      ]);
    });

    it.each([
      ["1.66", []],
      ["1.76", ["requiredResources: expected at least one of limits, requests"]],
      ["next", ["requiredResources: expected at least one of limits, requests"]],
    ] as const)("has against no list at all in %s %j", (release, issues) => {
      expect(fieldIssues(requiredResourcesField, release, {})).toEqual(issues);
    });

    it.each([
      [{}, { limits: ["memory"], requests: ["cpu", "memory"] }],
      [{ limits: [] }, { limits: [], requests: ["cpu", "memory"] }],
      [{ requests: ["cpu"] }, { limits: ["memory"], requests: ["cpu"] }],
    ])("fills %j in as %j in 1.66", (value, filled) => {
      expect(requiredResourcesField.schema["1.66"]?.parse(value)).toEqual(filled);
    });

    it.each(["1.76", "next"] as const)("fills nothing in in %s", (release) => {
      expect(requiredResourcesField.schema[release]?.parse({ limits: ["cpu"] })).toEqual({ limits: ["cpu"] });
    });
  });

  it.each([
    ["1.66", BOTH, BOTH],
    ["1.66", { limits: [], requests: ["cpu"] }, { requests: ["cpu"] }],
    ["1.66", { limits: [], requests: [] }, undefined],
    ["1.66", undefined, undefined],
    ["1.76", { limits: ["cpu"] }, { limits: ["cpu"] }],
    ["1.76", { limits: [], requests: [] }, {}],
    ["1.76", { limits: [] }, {}],
    ["1.76", undefined, undefined],
    ["next", { limits: [], requests: ["cpu"] }, { requests: ["cpu"] }],
    ["next", { requests: [] }, {}],
    ["next", undefined, undefined],
  ] as const)("makes in %s of %j %j", (release, value, parameters) => {
    const made = requiredResources.generate(release, value === undefined ? {} : { requiredResources: value });
    expect(made).toEqual(parameters);
  });

  it.each([
    [{ limits: { memory: "1Gi" }, requests: { cpu: 1, memory: 0 } }],
    [{ limits: { memory: null }, requests: { cpu: "", memory: "x" } }],
    [{ limits: { memory: 1, "nvidia.com/gpu": 1 }, requests: { cpu: 1, memory: 1 } }],
  ])("takes %j for complete", (resources) => {
    expect(judge(BOTH, resources)).toMatchObject({ messages: [], faults: [] });
  });

  it.each([
    [undefined, ['<{"memory"}> limits', '<{"cpu", "memory"}> requests']],
    [null, ['<{"memory"}> limits', '<{"cpu", "memory"}> requests']],
    [{ limits: { memory: 1 } }, ['<{"cpu", "memory"}> requests']],
    [{ limits: { cpu: 1 }, requests: { cpu: 1 } }, ['<{"memory"}> limits', '<{"memory"}> requests']],
    [{ limits: { memory: false }, requests: { memory: 1, CPU: 1 } }, ['<{"memory"}> limits', '<{"cpu"}> requests']],
  ])("misses in %j %j", (resources, missing) => {
    expect(judge(BOTH, resources).messages).toEqual(
      missing.map((what) => `container <app> does not have ${what} defined`),
    );
  });

  it("says for each missing resource where it would be and what is there", () => {
    const { results } = judge({ limits: ["cpu", "memory"] }, { limits: { cpu: false } });
    expect(results.map(({ findings }) => findings)).toEqual([
      [
        {
          path: ["spec", "containers", 0, "resources", "limits", "cpu"],
          container: { list: "containers", index: 0, name: "app" },
          found: false,
        },
        {
          path: ["spec", "containers", 0, "resources", "limits", "memory"],
          container: { list: "containers", index: 0, name: "app" },
          found: undefined,
        },
      ],
    ]);
  });

  it.each([
    ["1.66", ["init", "app"]],
    ["1.76", ["init", "app"]],
    ["next", ["init", "app", "debug"]],
  ] as const)("looks in %s at %j", (release, names) => {
    const { messages } = judgeConstraint(requiredResources, release, { limits: ["cpu"] }, podWithEach({}));
    expect(messages).toEqual(names.map((name) => `container <${name}> does not have <{"cpu"}> limits defined`));
  });

  it.each([
    ["text", "resources: object, not string"],
    [{ limits: [] }, "resources.limits: object, not list"],
    [{ limits: 1 }, "resources.limits: object, not number"],
  ])("takes resources %j for a wrong type, and for none", (resources, fault) => {
    const { messages, faults } = judge({ limits: ["cpu"] }, resources);
    expect(messages).toEqual(['container <app> does not have <{"cpu"}> limits defined']);
    expect(faults).toEqual([`spec.containers[0].${fault}`]);
  });

  it.each([null, {}, { limits: [], requests: [] }])("requires nothing with the parameters %j", (parameters) => {
    expect(judge(parameters, undefined).messages).toEqual([]);
  });

  it("never refuses less where more is required, or more where more is given", () => {
    const names = fc.subarray(["cpu", "memory", "disk"]);
    const given = fc.record({ limits: names, requests: names });
    const toResources = (lists: { readonly limits: string[]; readonly requests: string[] }) => ({
      limits: Object.fromEntries(lists.limits.map((name) => [name, 1])),
      requests: Object.fromEntries(lists.requests.map((name) => [name, 1])),
    });
    fc.assert(
      fc.property(given, given, given, fc.constantFrom(...RELEASES), (required, more, present, release) => {
        const resources = toResources(present);
        const both = {
          limits: [...required.limits, ...more.limits],
          requests: [...required.requests, ...more.requests],
        };
        const count = judge(required, resources, release).messages.length;
        expect(judge(both, resources, release).messages.length).toBeGreaterThanOrEqual(count);
        expect(judge(required, toResources(both), release).messages).toEqual([]);
      }),
    );
  });
});
