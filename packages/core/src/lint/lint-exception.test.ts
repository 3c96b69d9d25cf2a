import { RELEASES, type Release } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import { makePod } from "../../test/requests.js";
import { lintException } from "./lint-exception.js";

const hostPath = (...paths: readonly string[]) => ({
  volumes: { hostPath: { allowedValues: paths.map((path) => ({ path, readOnly: true })) } },
});
const adding = (...add: readonly string[]) => ({
  securityContext: { capabilities: { allowedValues: { add, drop: [] } } },
});
const sysctls = { securityContext: { sysctls: { allowedValues: [{ name: "kernel.msgmax", value: "1" }] } } };
const allowing = (...fields: readonly string[]) => ({
  network: Object.fromEntries(fields.map((field) => [field, { allowedValue: true }])),
});

const lint = (spec: object, release: Release, objects: readonly unknown[] = []) =>
  lintException({ name: "spe", namespace: "shop", spec }, { objects, policies: [], release });
/** By release what is said, where, and what becomes of the pod that shows it. */
const lintInEach = (spec: object) =>
  RELEASES.map((release) =>
    lint(spec, release).map(({ code, path, evidence }) => `${code} ${path.join(".")} ${evidence?.outcome}`),
  );

describe("an exception", () => {
  it.each<[object, string, string]>([
    [hostPath("/etc", "/"), "exception-opens-root", "spec.volumes.hostPath.allowedValues.1"],
    [hostPath("//"), "exception-opens-root", "spec.volumes.hostPath.allowedValues.0"],
  ])("%j: %s", (spec, code, place) => {
    const told = [`${code} ${place} admitted`];
    expect(lintInEach(spec)).toEqual([[], told, told]);
  });

  it("for all capabilities", () => {
    const place = "spec.securityContext.capabilities.allowedValues.add.1";
    const all = { securityContext: { capabilities: { allowedValues: { add: ["KILL", "all"], drop: ["all"] } } } };
    const told = [`exception-opens-all ${place} admitted`];
    expect(lintInEach(all)).toEqual([[], told, told]);
  });

  it("for sysctls lifts nothing; next refuses none", () => {
    const place = "exception-lifts-nothing spec.securityContext.sysctls";
    expect(lintInEach(sysctls)).toEqual([[], [`${place} refused`], [`${place} admitted`]]);
  });

  it("for the node's network opens all ports in 1.76, and in next takes the policy's place", () => {
    const place = "spec.network.hostNetwork";
    expect(lintInEach(allowing("hostNetwork"))).toEqual([
      [],
      [`exception-opens-ports ${place} admitted`],
      [`exception-replaces-policy ${place} refused`],
    ]);
    const named = { network: { hostNetwork: { allowedValue: true }, hostPorts: [] } };
    expect(lintInEach(named)[1]).toEqual([]);
  });

  it("for the node's processes takes the policy's place in next", () => {
    const told = ["hostPID", "hostIPC"].map((field) => `exception-replaces-policy spec.network.${field} refused`);
    expect(lintInEach(allowing("hostPID", "hostIPC"))).toEqual([[], [], told]);
  });

  it.each<[object, string]>([
    [{ privileged: { allowedValue: false } }, "privileged"],
    [{ allowPrivilegeEscalation: { allowedValue: false } }, "allowPrivilegeEscalation"],
    [{ runAsNonRoot: { allowedValue: false } }, "runAsNonRoot"],
  ])("lifts nothing with %j", (securityContext, field) => {
    const told = [`exception-lifts-nothing spec.securityContext.${field} refused`];
    expect(lintInEach({ securityContext })).toEqual([[], told, told]);
  });

  it("lifts something with other values", () => {
    const securityContext = {
      privileged: { allowedValue: true },
      allowPrivilegeEscalation: { allowedValue: true },
      runAsNonRoot: { allowedValue: false },
      runAsUser: { allowedValues: [0] },
    };
    expect(lintInEach({ securityContext })).toEqual([[], [], []]);
  });

  it.each([
    [{}],
    [hostPath("/etc", "")],
    [{ volumes: { hostPath: { allowedValues: [{}] } } }],
    [adding("KILL")],
    [{ securityContext: { sysctls: { allowedValues: [] } } }],
  ])("none: %j", (spec) => {
    expect(lintInEach(spec)).toEqual([[], [], []]);
  });

  it("that no object given needs; what is said anyway is not said twice", () => {
    const labels = { "security.deckhouse.io/security-policy-exception": "spe" };
    const pod = makePod({}, { namespace: "shop", labels });
    expect(lint(hostPath("/etc", "/"), "1.76", [pod]).map(({ code, path }) => [code, path.at(-1)])).toEqual([
      ["exception-opens-root", 1],
      ["exception-not-needed", 0],
    ]);
  });
});
