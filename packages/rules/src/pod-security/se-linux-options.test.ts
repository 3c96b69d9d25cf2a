import { describe, expect, it } from "vitest";
import { containerWith, eachContainerWith, judge, podAndContainerWith } from "../../test/judge.js";
import { seLinuxOptions } from "./se-linux-options.js";

const TYPES = ["", "container_t", "container_init_t", "container_kvm_t"];

const options = (value: unknown) => containerWith({ seLinuxOptions: value });

describe("seLinuxOptions", () => {
  it.each([
    undefined,
    null,
    {},
    { type: null, user: null, role: null },
    { type: "", user: "", role: "" },
    { level: "s0:c1,c2" },
    ...TYPES.map((type) => ({ type })),
  ])("allows %j of pod and container", (value) => {
    expect(judge(seLinuxOptions, 0, podAndContainerWith({ seLinuxOptions: value }))).toMatchObject({
      findings: [],
      faults: [],
    });
  });

  it.each(["spc_t", "container_T", "container_t ", "～"])("refuses the type %j", (type) => {
    const { findings, reason, detail } = judge(seLinuxOptions, 0, options({ type }));
    expect(findings).toEqual([
      {
        path: ["spec", "containers", 0, "securityContext", "seLinuxOptions", "type"],
        container: { list: "containers", index: 0, name: "app" },
        found: type,
        allowed: TYPES,
      },
    ]);
    expect(reason).toBe("seLinuxOptions");
    expect(detail).toBe(`container "app" set forbidden securityContext.seLinuxOptions: type "${type}"`);
  });

  it("refuses container_engine_t up to v1.30 and allows it from v1.31 on", () => {
    const pod = options({ type: "container_engine_t" });
    expect(judge(seLinuxOptions, 30, pod).findings).toHaveLength(1);
    expect(judge(seLinuxOptions, 31, pod).findings).toEqual([]);
    expect(judge(seLinuxOptions, 31, options({ type: "spc_t" })).findings).toMatchObject([
      { allowed: [...TYPES, "container_engine_t"] },
    ]);
  });

  it.each(["user", "role"])("refuses any %s of the pod", (field) => {
    const pod = { spec: { securityContext: { seLinuxOptions: { [field]: " " } } } };
    const { findings, detail } = judge(seLinuxOptions, 37, pod);
    expect(findings).toEqual([{ path: ["spec", "securityContext", "seLinuxOptions", field], found: " ", allowed: "" }]);
    expect(detail).toBe(`pod set forbidden securityContext.seLinuxOptions: ${field} may not be set`);
  });

  it("lists types, then user, then role, and each setter once", () => {
    const value = { role: "r", user: "u", type: "b_t" };
    const { places, detail } = judge(seLinuxOptions, 0, podAndContainerWith({ seLinuxOptions: value }));
    expect(places).toEqual([
      'spec.securityContext.seLinuxOptions.type: "b_t"',
      'spec.securityContext.seLinuxOptions.user: "u"',
      'spec.securityContext.seLinuxOptions.role: "r"',
      'spec.containers[0].securityContext.seLinuxOptions.type: "b_t"',
      'spec.containers[0].securityContext.seLinuxOptions.user: "u"',
      'spec.containers[0].securityContext.seLinuxOptions.role: "r"',
    ]);
    expect(detail).toBe(
      'pod and container "app" set forbidden securityContext.seLinuxOptions: ' +
        'type "b_t"; user may not be set; role may not be set',
    );
  });

  it("sorts several types by bytes and names who set anything", () => {
    const pod = {
      spec: {
        containers: [
          { name: "a", securityContext: { seLinuxOptions: { type: "😀" } } },
          { name: "b", securityContext: { seLinuxOptions: { role: "r" } } },
          { name: "c", securityContext: { seLinuxOptions: { type: "～" } } },
          { name: "d", securityContext: { seLinuxOptions: { level: "s0" } } },
        ],
      },
    };
    expect(judge(seLinuxOptions, 0, pod).detail).toBe(
      'containers "a", "b", "c" set forbidden securityContext.seLinuxOptions: types "～", "😀"; role may not be set',
    );
  });

  it("visits init containers, containers and ephemeral containers, in this order", () => {
    expect(judge(seLinuxOptions, 0, eachContainerWith({ seLinuxOptions: { user: "u" } })).detail).toBe(
      'containers "init", "app", "debug" set forbidden securityContext.seLinuxOptions: user may not be set',
    );
  });

  it.each([
    ["spc_t", "object, not string"],
    [[], "object, not list"],
  ])("takes %j for a wrong type", (value, fault) => {
    expect(judge(seLinuxOptions, 0, options(value))).toMatchObject({
      findings: [],
      faults: [`spec.containers[0].securityContext.seLinuxOptions: ${fault}`],
    });
  });

  it.each(["type", "user", "role"])("takes a number for %s for a wrong type", (field) => {
    expect(judge(seLinuxOptions, 0, options({ [field]: 1 }))).toMatchObject({
      findings: [],
      faults: [`spec.containers[0].securityContext.seLinuxOptions.${field}: string, not number`],
    });
  });
});
