import { describe, expect, it } from "vitest";
import { makeException } from "../../test/deckhouse.js";
import { exceptionSchema } from "./exception-schema.js";

const parse = (spec: object) => exceptionSchema["1.76"]?.safeParse(makeException({ ...spec }));

/** A part of the spec, and what becomes of it: `undefined` where it is refused. */
const specOf = (spec: object): unknown => parse(spec)?.data?.spec;

it("1.66 has no exceptions; 1.76 and next have the same", () => {
  expect(exceptionSchema["1.66"]).toBeUndefined();
  expect(exceptionSchema.next).toBe(exceptionSchema["1.76"]);
});

describe("the API server's defaults", () => {
  it.each<[object, object]>([
    [{}, {}],
    [{ securityContext: { privileged: {} } }, { securityContext: { privileged: { allowedValue: false } } }],
    [
      { securityContext: { allowPrivilegeEscalation: {}, readOnlyRootFilesystem: {} } },
      {
        securityContext: {
          allowPrivilegeEscalation: { allowedValue: false },
          readOnlyRootFilesystem: { allowedValue: false },
        },
      },
    ],
    [{ securityContext: { runAsNonRoot: {} } }, { securityContext: { runAsNonRoot: { allowedValue: true } } }],
    [
      { securityContext: { capabilities: { allowedValues: {} } } },
      { securityContext: { capabilities: { allowedValues: { add: [], drop: ["all"] } } } },
    ],
    [
      { network: { hostNetwork: {}, hostPID: {}, hostIPC: {} } },
      {
        network: {
          hostNetwork: { allowedValue: false },
          hostPID: { allowedValue: false },
          hostIPC: { allowedValue: false },
        },
      },
    ],
    [
      { volumes: { hostPath: { allowedValues: [{ path: "/a" }] } } },
      { volumes: { hostPath: { allowedValues: [{ path: "/a", readOnly: false }] } } },
    ],
  ])("%j becomes %j", (spec, defaulted) => {
    expect(specOf(spec)).toEqual(defaulted);
  });
});

describe("accepted", () => {
  it.each<[object]>([
    [{ securityContext: { runAsUser: { allowedValues: [0, 1000] } } }],
    [{ securityContext: { appArmorProfile: { allowedValues: ["runtime/default", "unconfined", "localhost/a/b"] } } }],
    [{ securityContext: { seLinuxOptions: { allowedValues: [{ type: "a" }, {}] } } }],
    [{ securityContext: { procMount: { allowedValues: ["Default", "Unmasked"] } } }],
    [{ securityContext: { sysctls: { allowedValues: [{ name: "kernel.a", value: "1" }] } } }],
    [{ securityContext: { privileged: { allowedValue: true, metadata: { description: "why", ticket: 5 } } } }],
    [{ network: { hostPorts: [] } }],
    [{ network: { hostPorts: [{ port: 80, protocol: "TCP" }, {}] } }],
    [{ volumes: { types: { allowedValues: ["nonsense"] }, hostPath: { allowedValues: [] } } }],
  ])("%j", (spec) => {
    expect(parse(spec)?.success).toBe(true);
  });
});

describe("refused", () => {
  it.each<[object]>([
    [{ securityContext: { privileged: { allowedValue: "true" } } }],
    [{ securityContext: { runAsUser: {} } }],
    [{ securityContext: { runAsUser: { allowedValues: ["0"] } } }],
    [{ securityContext: { capabilities: {} } }],
    [{ securityContext: { appArmorProfile: { allowedValues: ["localhost/"] } } }],
    [{ securityContext: { appArmorProfile: { allowedValues: ["Unconfined"] } } }],
    [{ securityContext: { procMount: { allowedValues: ["default"] } } }],
    [{ securityContext: { sysctls: { allowedValues: ["kernel.a"] } } }],
    [{ network: { hostPorts: [{ port: "80", protocol: "TCP" }] } }],
    [{ network: { hostPorts: [{ port: 80, protocol: "SCTP" }] } }],
    [{ network: { hostPorts: { allowedValues: [] } } }],
    [{ volumes: { types: { allowedValues: "secret" } } }],
    [{ volumes: { hostPath: { allowedValues: [{ path: "/a", metadata: { description: 5 } }] } } }],
    [{ securityContext: { unknown: {} } }],
  ])("%j", (spec) => {
    expect(parse(spec)?.success).toBe(false);
  });

  it("an exception without a name", () => {
    expect(exceptionSchema.next?.safeParse({ ...makeException({}), metadata: {} }).success).toBe(false);
  });
});
