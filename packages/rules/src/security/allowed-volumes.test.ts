import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedVolumes, allowedVolumesField } from "./allowed-volumes.js";

const pod = podWith({
  volumes: [
    { name: "a", secret: {} },
    { name: "b", hostPath: {}, nfs: {} },
  ],
});
const excepted = (...allowedValues: readonly string[]) => ({ exception: { volumes: { types: { allowedValues } } } });

describe("allowedVolumes", () => {
  it.each([
    ["1.66", ["*", "none", "hostPath", "cephFS"], []],
    ["1.76", ["ephemeral"], []],
    ["next", ["ephemeral"], []],
    ["1.66", ["ephemeral"], ["allowedVolumes[0]"]],
    ["1.76", ["all"], ["allowedVolumes[0]"]],
    ["next", ["secret", "image", "cephfs"], ["allowedVolumes[1]", "allowedVolumes[2]"]],
  ] as const)("takes in %s the types %j but for %j", (release, value, refused) => {
    const places = fieldIssues(allowedVolumesField, release, value).map((issue) => issue.split(":")[0]);
    expect(places).toEqual(refused);
  });

  it.each(RELEASES)("makes a constraint of a list without a star in %s", (release) => {
    expect(allowedVolumes.generate(release, { allowedVolumes: ["secret"] })).toEqual({ volumes: ["secret"] });
    expect(allowedVolumes.generate(release, { allowedVolumes: [] })).toEqual({ volumes: [] });
    expect(allowedVolumes.generate(release, { allowedVolumes: ["secret", "*"] })).toBeUndefined();
    expect(allowedVolumes.generate(release, {})).toBeUndefined();
  });

  it.each(RELEASES)("judges every field of a volume but its name in %s", (release) => {
    const judge = (volumes: readonly string[]) => judgeSecurity(allowedVolumes, release, { volumes }, pod).places;
    expect(judge(["secret", "hostPath", "nfs"])).toEqual([]);
    expect(judge(["secret", "hostPath"])).toEqual(['spec.volumes[1].nfs: "nfs"']);
    expect(judge(["Secret", "none"])).toEqual([
      'spec.volumes[0].secret: "secret"',
      'spec.volumes[1].hostPath: "hostPath"',
      'spec.volumes[1].nfs: "nfs"',
    ]);
  });

  it.each(RELEASES)("lets a volume without a type pass in %s, and every type for a star", (release) => {
    const bare = podWith({ volumes: [{ name: "v", secret: null }] });
    expect(judgeSecurity(allowedVolumes, release, null, bare).messages).toEqual([]);
    expect(judgeSecurity(allowedVolumes, release, { volumes: ["*"] }, pod).messages).toEqual([]);
  });

  it("reports a volume without a name as well", () => {
    const [result] = judgeSecurity(allowedVolumes, "1.76", {}, podWith({ volumes: [{ nfs: {} }] })).results;
    expect(result?.findings).toMatchObject([{ volume: "", found: "nfs" }]);
  });

  it("takes a type that is no object for a fault", () => {
    const { faults } = judgeSecurity(allowedVolumes, "1.76", {}, podWith({ volumes: [{ emptyDir: true }] }));
    expect(faults).toEqual(["spec.volumes[0].emptyDir: object, not boolean"]);
  });

  it.each([
    ["1.66", 'Allowed volume types: ["csi", "nfs", "hostPath"]'],
    ["1.76", 'Allowed volume types: ["csi", "nfs", "hostPath"]'],
    ["next", '| Value secret is not in allowed set ["csi", "nfs", "hostPath"]. '],
  ] as const)("words a violation as %s does", (release, words) => {
    const parameters = { volumes: ["csi", "nfs", "hostPath"] };
    expect(judgeSecurity(allowedVolumes, release, parameters, pod).results).toEqual([
      {
        message: `The volume type secret is not allowed, pod: p. ${words}`,
        findings: [
          { path: ["spec", "volumes", 0, "secret"], volume: "a", found: "secret", allowed: ["csi", "nfs", "hostPath"] },
        ],
      },
    ]);
  });

  it.each(["1.76", "next"] as const)("makes way for an exception in %s", (release) => {
    const judge = (...types: readonly string[]) =>
      judgeSecurity(allowedVolumes, release, { volumes: ["secret", "nfs"] }, pod, excepted(...types)).messages;
    expect(judge("hostPath")).toEqual([]);
    expect(judge("nfs")).toHaveLength(1);
    expect(judge("host*")).toHaveLength(release === "next" ? 0 : 1);
  });

  it.each([
    ["1.76", [], 'Allowed volume types: ["secret", "nfs"]'],
    ["1.76", ["csi"], 'Allowed volume types: ["secret", "nfs"]'],
    ["next", [], '| Value hostPath is not in allowed set ["secret", "nfs"]. '],
    [
      "next",
      ["csi"],
      '| Value hostPath is not in allowed set ["secret", "nfs"]. ' +
        'forbidden: hostPath; policy allows: ["secret", "nfs"]; SPE allows: ["csi"]',
    ],
  ] as const)("shows an exception as %s does: %j", (release, types, words) => {
    const parameters = { volumes: ["secret", "nfs"] };
    expect(judgeSecurity(allowedVolumes, release, parameters, pod, excepted(...types)).messages).toEqual([
      `The volume type hostPath is not allowed, pod: p. ${words}`,
    ]);
  });

  it("never refuses more for a longer list", () => {
    const types = fc.array(fc.constantFrom("secret", "nfs", "host*", "none"));
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), types, types, (release, list, more) => {
        const find = (volumes: readonly string[]) => judgeSecurity(allowedVolumes, release, { volumes }, pod).places;
        expect(find(list)).toEqual(expect.arrayContaining([...find([...list, ...more])]));
      }),
    );
  });
});
