import { expect, it } from "vitest";
import { nameVersions, turningPoints, versionRanges } from "../scripts/control-versions.js";

it.each([
  ["hostPorts", "baseline", [["every version", { behaviour: 1 }]]],
  [
    "hostProbesAndHostLifecycle",
    "restricted",
    [
      ["v1.0 to v1.33", "not asked"],
      ["v1.34 and later", { behaviour: 1 }],
    ],
  ],
  [
    "seccompProfile_baseline",
    "baseline",
    [
      ["v1.0 to v1.18", { behaviour: 1 }],
      ["v1.19 and later", { behaviour: 2 }],
    ],
  ],
  [
    "seccompProfile_baseline",
    "restricted",
    [
      ["v1.0 to v1.18", { behaviour: 1 }],
      ["v1.19 and later", { replacedBy: "seccompProfile_restricted" }],
    ],
  ],
  ["runAsUser", "baseline", [["every version", "not asked"]]],
] as const)("%s at %s", (control, level, expected) => {
  const found = versionRanges(control, level).map((range) => [nameVersions(range), range.state]);
  expect(found).toEqual(expected);
});

it("a single version is named alone", () => {
  expect(nameVersions({ from: 22, to: 22 })).toBe("v1.22");
});

it("the standards change where a control does", () => {
  expect(turningPoints("baseline").slice(0, 3)).toEqual([0, 19, 27]);
  expect(turningPoints("restricted").slice(0, 3)).toEqual([0, 8, 19]);
});
