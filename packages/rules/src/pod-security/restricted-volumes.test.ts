import { describe, expect, it } from "vitest";
import { judge } from "../../test/judge.js";
import { restrictedVolumes } from "./restricted-volumes.js";

const ALLOWED = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

const RESTRICTED = [
  "hostPath",
  "gcePersistentDisk",
  "awsElasticBlockStore",
  "gitRepo",
  "nfs",
  "iscsi",
  "glusterfs",
  "rbd",
  "flexVolume",
  "cinder",
  "cephfs",
  "flocker",
  "fc",
  "azureFile",
  "vsphereVolume",
  "quobyte",
  "azureDisk",
  "photonPersistentDisk",
  "portworxVolume",
  "scaleIO",
  "storageos",
];

const withVolumes = (...volumes: unknown[]) => ({ spec: { volumes } });

describe("restrictedVolumes", () => {
  it("takes the place of hostPathVolumes", () => {
    expect(restrictedVolumes.overrides).toBe("hostPathVolumes");
  });

  it.each([undefined, null, []])("allows volumes %j", (volumes) => {
    expect(judge(restrictedVolumes, 0, { spec: { volumes } })).toMatchObject({ findings: [], faults: [] });
  });

  it.each(ALLOWED)("allows %s, even empty, and even beside hostPath", (type) => {
    const pod = withVolumes({ name: "a", [type]: {} }, { name: "b", hostPath: {}, [type]: {} });
    expect(judge(restrictedVolumes, 0, pod)).toMatchObject({ findings: [], faults: [] });
  });

  it.each(RESTRICTED)("refuses %s and points at it", (type) => {
    const { findings, reason, detail } = judge(
      restrictedVolumes,
      37,
      withVolumes({ name: "a", emptyDir: {} }, { name: "data", [type]: {} }),
    );
    expect(findings).toEqual([{ path: ["spec", "volumes", 1, type], volume: "data", found: type, allowed: ALLOWED }]);
    expect(reason).toBe("restricted volume types");
    expect(detail).toBe(`volume "data" uses restricted volume type "${type}"`);
  });

  it("calls a volume by the first type that it has, in a fixed order", () => {
    for (const [index, type] of RESTRICTED.entries()) {
      const sources = Object.fromEntries(
        RESTRICTED.slice(index)
          .reverse()
          .map((source) => [source, {}]),
      );
      expect(judge(restrictedVolumes, 0, withVolumes({ name: "v", ...sources })).findings[0]?.found).toBe(type);
    }
  });

  it.each([
    {},
    null,
    { name: "v" },
    { name: "v", emptyDir: null },
    { name: "v", moonDisk: {} },
    { name: "v", EmptyDir: {} },
  ])("refuses %j as unknown and points at the volume itself", (volume) => {
    expect(judge(restrictedVolumes, 0, withVolumes(volume))).toMatchObject({
      places: ['spec.volumes[0]: "unknown"'],
      detail: `volume "${volume?.name ?? ""}" uses restricted volume type "unknown"`,
    });
  });

  it("counts volumes and types apart, keeps the order of names and sorts types by bytes", () => {
    const nfs = {};
    expect(judge(restrictedVolumes, 0, withVolumes({ name: "b", nfs }, { name: "a", nfs })).detail).toBe(
      'volumes "b", "a" use restricted volume type "nfs"',
    );
    expect(
      judge(restrictedVolumes, 0, withVolumes({ name: "b", nfs }, { name: "b", hostPath: {} }, { name: "c" })).detail,
    ).toBe('volumes "b", "b", "c" use restricted volume types "hostPath", "nfs", "unknown"');
  });

  it.each([
    ["v", "spec.volumes: list of objects, not string"],
    [[true], "spec.volumes[0]: object, not boolean"],
    [[{ name: "v", emptyDir: "yes" }], "spec.volumes[0].emptyDir: object, not string"],
    [[{ name: "v", hostPath: [] }], "spec.volumes[0].hostPath: object, not list"],
    [[{ name: 1, nfs: {} }], "spec.volumes[0].name: string, not number"],
  ])("takes volumes %j for a wrong type", (volumes, fault) => {
    expect(judge(restrictedVolumes, 0, { spec: { volumes } }).faults).toEqual([fault]);
  });

  it("words a finding that names no volume with an empty name", () => {
    const [{ word }] = restrictedVolumes.behaviours;
    expect(word([{ path: [], found: "nfs" }]).detail).toBe('volume "" uses restricted volume type "nfs"');
  });
});
