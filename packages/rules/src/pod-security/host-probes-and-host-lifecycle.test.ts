import { describe, expect, it } from "vitest";
import { existsAt, judge } from "../../test/judge.js";
import { hostProbesAndHostLifecycle } from "./host-probes-and-host-lifecycle.js";

const CALLERS = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle.postStart", "lifecycle.preStop"];
const HANDLERS = ["httpGet", "tcpSocket"];

/** A container in which one handler, e.g. `lifecycle.preStop` and `httpGet`, has some fields. */
const calling = (caller: string, handler: string, fields: unknown) =>
  caller
    .split(".")
    .reverse()
    .reduce<unknown>((inner, step) => ({ [step]: inner }), { [handler]: fields });

const podWith = (...containers: unknown[]) => ({ spec: { containers } });

describe("hostProbesAndHostLifecycle", () => {
  it("exists from v1.34 on", () => {
    expect(existsAt(hostProbesAndHostLifecycle, 33)).toBe(false);
    expect(existsAt(hostProbesAndHostLifecycle, 34)).toBe(true);
  });

  describe.each(CALLERS.flatMap((caller) => HANDLERS.map((handler) => [caller, handler] as const)))(
    "in %s.%s",
    (caller, handler) => {
      it.each([undefined, null, {}, { host: null }, { host: "" }, { Host: "a" }, { port: 80 }])(
        "allows %j",
        (fields) => {
          const pod = podWith({ name: "app", ...Object(calling(caller, handler, fields)) });
          expect(judge(hostProbesAndHostLifecycle, 34, pod)).toMatchObject({ findings: [], faults: [] });
        },
      );

      it.each(["localhost", "127.0.0.1", "::1", "example.com", " "])("refuses the host %j", (host) => {
        const pod = podWith({ name: "app", ...Object(calling(caller, handler, { host })) });
        expect(judge(hostProbesAndHostLifecycle, 37, pod).findings).toEqual([
          {
            path: ["spec", "containers", 0, ...caller.split("."), handler, "host"],
            container: { list: "containers", index: 0, name: "app" },
            found: host,
            allowed: "",
          },
        ]);
      });

      it.each([
        [{ host: 1 }, `${handler}.host: string, not number`],
        ["example.com", `${handler}: object, not string`],
      ])("takes %j for a wrong type", (fields, fault) => {
        const pod = podWith({ name: "app", ...Object(calling(caller, handler, fields)) });
        expect(judge(hostProbesAndHostLifecycle, 34, pod)).toMatchObject({
          findings: [],
          faults: [`spec.containers[0].${caller}.${fault}`],
        });
      });
    },
  );

  it.each(["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"])(
    "takes a text for %s for a wrong type",
    (field) => {
      expect(judge(hostProbesAndHostLifecycle, 34, podWith({ name: "app", [field]: "http" })).faults).toEqual([
        `spec.containers[0].${field}: object, not string`,
      ]);
    },
  );

  it("does not read grpc, exec and headers", () => {
    const livenessProbe = {
      grpc: { host: "a" },
      exec: { host: "a" },
      httpGet: { httpHeaders: [{ name: "Host", value: "example.com" }] },
    };
    expect(judge(hostProbesAndHostLifecycle, 34, podWith({ name: "app", livenessProbe })).findings).toEqual([]);
  });

  it("lists probes before hooks, httpGet before tcpSocket", () => {
    const caller = { tcpSocket: { host: "t" }, httpGet: { host: "h" } };
    const container = {
      name: "app",
      lifecycle: { preStop: caller, postStart: caller },
      startupProbe: caller,
      readinessProbe: caller,
      livenessProbe: caller,
    };
    expect(judge(hostProbesAndHostLifecycle, 34, podWith(container)).places).toEqual(
      CALLERS.flatMap((name) => [
        `spec.containers[0].${name}.httpGet.host: "h"`,
        `spec.containers[0].${name}.tcpSocket.host: "t"`,
      ]),
    );
  });

  it("names one container and one host", () => {
    expect(
      judge(hostProbesAndHostLifecycle, 34, podWith({ name: "a", livenessProbe: { httpGet: { host: "h" } } })),
    ).toMatchObject({
      reason: "probe or lifecycle host",
      detail: 'container "a" uses probe or lifecycle host "h"',
    });
  });

  it("names containers and hosts each once and sorted by bytes, unlike the other controls", () => {
    const named = (name: string, host: string) => ({ name, livenessProbe: { httpGet: { host } } });
    const pod = {
      spec: {
        initContainers: [named("c", "😀")],
        containers: [named("a", "～"), named("a", "b")],
        ephemeralContainers: [named("b", "b")],
      },
    };
    expect(judge(hostProbesAndHostLifecycle, 34, pod).detail).toBe(
      'containers "a", "b", "c" use probe or lifecycle hosts "b", "～", "😀"',
    );
  });

  it("counts equal names as one container", () => {
    const container = { name: "a", livenessProbe: { httpGet: { host: "h" } } };
    expect(judge(hostProbesAndHostLifecycle, 34, podWith(container, container)).detail).toBe(
      'container "a" uses probe or lifecycle host "h"',
    );
  });
});
