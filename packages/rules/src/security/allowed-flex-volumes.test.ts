import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedFlexVolumes, allowedFlexVolumesField } from "./allowed-flex-volumes.js";

const withDriver = (driver: unknown) => podWith({ volumes: [{ name: "v", flexVolume: { driver } }] });
const listing = (...drivers: readonly string[]) => ({ allowedFlexVolumes: drivers.map((driver) => ({ driver })) });

describe("allowedFlexVolumes", () => {
  it.each(RELEASES)("takes a list of drivers in %s, and makes a constraint of it", (release) => {
    expect(fieldIssues(allowedFlexVolumesField, release, [{ driver: "a" }, {}])).toEqual([]);
    expect(fieldIssues(allowedFlexVolumesField, release, ["a"])).toHaveLength(1);
    expect(fieldIssues(allowedFlexVolumesField, release, [{ drivers: "a" }])).toHaveLength(1);
    expect(allowedFlexVolumes.generate(release, listing("a"))).toEqual(listing("a"));
    expect(allowedFlexVolumes.generate(release, { allowedFlexVolumes: [] })).toEqual({ allowedFlexVolumes: [] });
    expect(allowedFlexVolumes.generate(release, {})).toBeUndefined();
  });

  it.each(RELEASES)("allows listed drivers, and volumes that are not of this type, in %s", (release) => {
    const judge = (object: unknown) => judgeSecurity(allowedFlexVolumes, release, listing("a", "b"), object).messages;
    expect(judge(withDriver("b"))).toEqual([]);
    expect(judge(podWith({ volumes: [{ name: "v", emptyDir: {} }, null] }))).toEqual([]);
    expect(judge(withDriver("B"))).toHaveLength(1);
  });

  it.each(RELEASES)("words a violation in %s, and points at the driver", (release) => {
    const parameters = { allowedFlexVolumes: [{ driver: "x" }, {}] };
    expect(judgeSecurity(allowedFlexVolumes, release, parameters, withDriver("y")).results).toEqual([
      {
        message:
          'FlexVolume {"flexVolume": {"driver": "y"}, "name": "v"} is not allowed, pod: p. ' +
          'Allowed drivers: [{"driver": "x"}, {}]',
        findings: [{ path: ["spec", "volumes", 0, "flexVolume", "driver"], volume: "v", found: "y", allowed: ["x"] }],
      },
    ]);
  });

  it("refuses every driver where none is listed, and a volume without a driver", () => {
    expect(judgeSecurity(allowedFlexVolumes, "1.76", null, withDriver("y")).messages).toHaveLength(1);
    const nameless = podWith({ volumes: [{ flexVolume: {} }] });
    expect(judgeSecurity(allowedFlexVolumes, "next", listing("*"), nameless).places).toEqual([
      "spec.volumes[0].flexVolume.driver: absent",
    ]);
  });

  it.each([
    ["1.66", 1],
    ["1.76", 1],
    ["next", 0],
  ] as const)("takes a final star for any rest in next only: %s", (release, violations) => {
    const { messages } = judgeSecurity(allowedFlexVolumes, release, listing("example/*"), withDriver("example/lvm"));
    expect(messages).toHaveLength(violations);
  });

  it("never refuses more for a longer list", () => {
    const drivers = fc.array(fc.constantFrom("a", "a/b", "a/*", "*"));
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), drivers, drivers, (release, list, more) => {
        const count = (parameters: ReturnType<typeof listing>) =>
          judgeSecurity(allowedFlexVolumes, release, parameters, withDriver("a/b")).messages.length;
        expect(count(listing(...list, ...more))).toBeLessThanOrEqual(count(listing(...list)));
      }),
    );
  });
});
