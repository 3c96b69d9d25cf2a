import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../test/judge.js";
import { defaultPodSpec, updateField } from "./pod-defaults.js";

const fill = (spec: unknown) => defaultPodSpec(deepFreeze(spec), { fillsHostPorts: true });
const fillTemplate = (spec: unknown) => defaultPodSpec(deepFreeze(spec), { fillsHostPorts: false });

const hostNetworkPod = (list: string, ports: unknown) => ({ hostNetwork: true, [list]: [{ name: "app", ports }] });

describe("updateField", () => {
  it("changes one field and shares the others", () => {
    const shared = {};
    const object = Object.freeze({ a: 1, shared });
    expect(updateField(object, "a", () => 2)).toEqual({ a: 2, shared });
    expect(updateField(object, "a", () => 2)).toHaveProperty("shared", shared);
    expect(object.a).toBe(1);
  });

  it("gives the object itself when nothing changes", () => {
    const object = { a: 1 };
    expect(updateField(object, "a", (value) => value)).toBe(object);
    expect(updateField(object, "b", (value) => value)).toBe(object);
  });

  it("sees nothing that the object inherits", () => {
    expect(updateField(Object.create({ a: 1 }), "a", (value) => value ?? "absent")).toEqual({ a: "absent" });
    expect(updateField({}, "toString", (value) => value ?? "absent")).toHaveProperty("toString", "absent");
  });

  it.each([undefined, null, "text", 1, true, [[1]]])("leaves %j as it is", (value) => {
    expect(updateField(value, "a", () => 2)).toBe(value);
  });
});

describe("defaultPodSpec", () => {
  it.each([
    undefined,
    null,
    "spec",
    1,
    [[]],
    {},
    { volumes: null },
    { volumes: [] },
    { volumes: {} },
    { volumes: "v" },
  ])("leaves %j as it is", (spec) => {
    expect(fill(spec)).toBe(spec);
  });

  describe("for volumes", () => {
    it.each([{ name: "v" }, {}, { name: "v", hostPath: null }, { name: null }])("makes %j an emptyDir", (volume) => {
      expect(fill({ volumes: [volume] })).toEqual({ volumes: [{ ...volume, emptyDir: {} }] });
      expect(fillTemplate({ volumes: [volume] })).toEqual({ volumes: [{ ...volume, emptyDir: {} }] });
    });

    it.each([{ name: "v", hostPath: {} }, { name: "v", moonDisk: {} }, { name: "v", emptyDir: "wrong" }, "v", 1, [[]]])(
      "leaves %j as it is",
      (volume) => {
        const spec = { volumes: [volume] };
        expect(fill(spec)).toBe(spec);
      },
    );

    it("makes a null volume, which is one without fields, an emptyDir", () => {
      expect(fill({ volumes: [null] })).toEqual({ volumes: [{ emptyDir: {} }] });
    });

    it("overwrites emptyDir null and leaves the other volumes the very same", () => {
      const secret = { name: "s", secret: {} };
      expect(fill({ volumes: [secret, { name: "v", emptyDir: null }] })).toEqual({
        volumes: [secret, { name: "v", emptyDir: {} }],
      });
    });
  });

  describe("for ports of a Pod in the network of its node", () => {
    it.each(["initContainers", "containers"])("makes ports of %s ports of the host", (list) => {
      const ports = [{ containerPort: 80 }, { containerPort: 81, hostPort: 0 }, { containerPort: 82, hostPort: null }];
      expect(fill(hostNetworkPod(list, ports))).toEqual(
        hostNetworkPod(list, [
          { containerPort: 80, hostPort: 80 },
          { containerPort: 81, hostPort: 81 },
          { containerPort: 82, hostPort: 82 },
        ]),
      );
    });

    it.each([
      ["a host port that is set", "containers", [{ containerPort: 80, hostPort: 8080 }]],
      ["a port without containerPort", "containers", [{ name: "http" }, { containerPort: null }]],
      ["a port of another type", "containers", [80, "80", null, []]],
      ["ports that are no list", "containers", { containerPort: 80 }],
      ["no ports", "containers", null],
      ["ports of ephemeral containers", "ephemeralContainers", [{ containerPort: 80 }]],
    ])("leaves %s", (_, list, ports) => {
      const spec = hostNetworkPod(list, ports);
      expect(fill(spec)).toBe(spec);
    });

    it("leaves containers of other types", () => {
      const spec = { hostNetwork: true, containers: ["app", null, 1], initContainers: "init" };
      expect(fill(spec)).toBe(spec);
    });

    it.each([undefined, null, false, "true", 1])("leaves ports when hostNetwork is %j", (hostNetwork) => {
      const spec = { ...hostNetworkPod("containers", [{ containerPort: 80 }]), hostNetwork };
      expect(fill(spec)).toBe(spec);
    });

    it("leaves ports of templates from Kubernetes v1.28 on", () => {
      const spec = hostNetworkPod("containers", [{ containerPort: 80 }]);
      expect(fillTemplate(spec)).toBe(spec);
    });

    it("fills volumes and ports at once", () => {
      const spec = { volumes: [{ name: "v" }], ...hostNetworkPod("containers", [{ containerPort: 80 }]) };
      expect(fill(spec)).toEqual({
        volumes: [{ name: "v", emptyDir: {} }],
        ...hostNetworkPod("containers", [{ containerPort: 80, hostPort: 80 }]),
      });
    });
  });
});
