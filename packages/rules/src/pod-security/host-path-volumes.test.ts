import { describe, expect, it } from "vitest";
import { judge } from "../../test/judge.js";
import { hostPathVolumes } from "./host-path-volumes.js";

describe("hostPathVolumes", () => {
  it.each([
    [undefined],
    [null],
    [[]],
    [[null]],
    [[{ name: "v" }]],
    [[{ name: "v", hostPath: null }]],
    [[{ name: "v", hostpath: {} }]],
    [[{ name: "v", emptyDir: {} }, { nfs: {} }]],
  ])("allows volumes %j", (volumes) => {
    expect(judge(hostPathVolumes, 0, { spec: { volumes } })).toMatchObject({ findings: [], faults: [] });
  });

  it("points at the source, names the volume and shows the path on the node", () => {
    const volumes = [
      { name: "a", emptyDir: {} },
      { name: "logs", hostPath: { path: "/var/log", type: "Directory" } },
    ];
    expect(judge(hostPathVolumes, 37, { spec: { volumes } }).findings).toEqual([
      { path: ["spec", "volumes", 1, "hostPath"], volume: "logs", found: { path: "/var/log" } },
    ]);
  });

  it.each([{}, { path: null }, { type: "" }])("refuses the source %j, which has no path", (hostPath) => {
    const { findings } = judge(hostPathVolumes, 0, { spec: { volumes: [{ name: "v", hostPath }] } });
    expect(findings).toStrictEqual([{ path: ["spec", "volumes", 0, "hostPath"], volume: "v", found: {} }]);
  });

  it("refuses hostPath beside another source", () => {
    const volumes = [{ name: "v", emptyDir: {}, hostPath: {} }];
    expect(judge(hostPathVolumes, 0, { spec: { volumes } }).detail).toBe('volume "v"');
  });

  it("names one volume in the singular, several in their order, with repetitions and without names", () => {
    const hostPath = {};
    const reasonAndDetail = (...names: unknown[]) => {
      const { reason, detail } = judge(hostPathVolumes, 0, {
        spec: { volumes: names.map((name) => ({ name, hostPath })) },
      });
      return [reason, detail];
    };
    expect(reasonAndDetail("a")).toEqual(["hostPath volumes", 'volume "a"']);
    expect(reasonAndDetail("b", "a", "b", null, 'q"')).toEqual(["hostPath volumes", 'volumes "b", "a", "b", "", "q""']);
  });

  it.each([
    ["v", "spec.volumes: list of objects, not string"],
    [["v"], "spec.volumes[0]: object, not string"],
    [[{ hostPath: "/" }], "spec.volumes[0].hostPath: object, not string"],
    [[{ hostPath: [] }], "spec.volumes[0].hostPath: object, not list"],
  ])("takes volumes %j for a wrong type", (volumes, fault) => {
    expect(judge(hostPathVolumes, 0, { spec: { volumes } })).toMatchObject({ findings: [], faults: [fault] });
  });

  it("takes a path and a name of a wrong type for faults of a volume that it refuses all the same", () => {
    const { places, faults } = judge(hostPathVolumes, 0, { spec: { volumes: [{ name: 1, hostPath: { path: 2 } }] } });
    expect(places).toEqual(["spec.volumes[0].hostPath: {}"]);
    expect(faults).toEqual([
      "spec.volumes[0].hostPath.path: string, not number",
      "spec.volumes[0].name: string, not number",
    ]);
  });

  it("words a finding that names no volume with an empty name", () => {
    const [{ word }] = hostPathVolumes.behaviours;
    expect(word([{ path: [], found: {} }]).detail).toBe('volume ""');
  });
});
