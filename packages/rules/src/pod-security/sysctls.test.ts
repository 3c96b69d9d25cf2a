import { describe, expect, it } from "vitest";
import { judge } from "../../test/judge.js";
import { sysctls } from "./sysctls.js";

const setting = (...names: unknown[]) => ({
  spec: { securityContext: { sysctls: names.map((name) => ({ name, value: "1" })) } },
});

const FROM_THE_START = [
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.ping_group_range",
  "net.ipv4.ip_unprivileged_port_start",
];

const ADDED = [
  ["net.ipv4.ip_local_reserved_ports", 27],
  ["net.ipv4.tcp_keepalive_time", 29],
  ["net.ipv4.tcp_fin_timeout", 29],
  ["net.ipv4.tcp_keepalive_intvl", 29],
  ["net.ipv4.tcp_keepalive_probes", 29],
  ["net.ipv4.tcp_rmem", 32],
  ["net.ipv4.tcp_wmem", 32],
  ["net.ipv4.tcp_slow_start_after_idle", 37],
  ["net.ipv4.tcp_notsent_lowat", 37],
] as const;

describe("sysctls", () => {
  it.each([undefined, null, []])("allows sysctls %j", (list) => {
    expect(judge(sysctls, 0, { spec: { securityContext: { sysctls: list } } })).toMatchObject({
      findings: [],
      faults: [],
    });
  });

  it.each(FROM_THE_START)("allows %s at every version", (name) => {
    for (let version = 0; version <= 37; version++) expect(judge(sysctls, version, setting(name)).findings).toEqual([]);
  });

  it.each(ADDED)("allows %s from v1.%i on, not before", (name, since) => {
    expect(judge(sysctls, since - 1, setting(name)).findings).toHaveLength(1);
    expect(judge(sysctls, since, setting(name)).findings).toEqual([]);
    expect(judge(sysctls, 37, setting(name)).findings).toEqual([]);
  });

  it.each([
    "kernel.msgmax",
    "net/ipv4/tcp_syncookies",
    "net.ipv4.*",
    "Kernel.shm_rmid_forced",
    "net.ipv4.tcp_rmem ",
    "",
  ])("refuses %j and lists what is allowed at the version", (name) => {
    expect(judge(sysctls, 0, setting("net.ipv4.tcp_syncookies", name)).findings).toEqual([
      { path: ["spec", "securityContext", "sysctls", 1, "name"], found: name, allowed: FROM_THE_START },
    ]);
    expect(judge(sysctls, 37, setting(name)).findings).toMatchObject([
      { allowed: [...FROM_THE_START, ...ADDED.map(([added]) => added)] },
    ]);
  });

  it.each([[[null]], [[{}]], [[{ name: null }]], [[{ value: "1" }]]])("refuses %j, whose name is empty", (list) => {
    expect(judge(sysctls, 0, { spec: { securityContext: { sysctls: list } } }).places).toEqual([
      'spec.securityContext.sysctls[0].name: ""',
    ]);
  });

  it("lists names in their order, repeated and unquoted, always in the plural", () => {
    expect(judge(sysctls, 0, setting("kernel.msgmax"))).toMatchObject({
      reason: "forbidden sysctls",
      detail: "kernel.msgmax",
    });
    expect(judge(sysctls, 0, setting("b", "a", "net.ipv4.tcp_syncookies", "b", "")).detail).toBe("b, a, b, ");
  });

  it("does not read the security contexts of containers", () => {
    const containers = [{ name: "app", securityContext: { sysctls: [{ name: "kernel.msgmax" }] } }];
    expect(judge(sysctls, 0, { spec: { containers } }).findings).toEqual([]);
  });

  it.each([
    [{ name: "a" }, "sysctls: list of objects, not object", []],
    [["a"], "sysctls[0]: object, not string", []],
    [[{ name: 1 }], "sysctls[0].name: string, not number", ['spec.securityContext.sysctls[0].name: ""']],
  ])("takes %j for a wrong type", (list, fault, places) => {
    expect(judge(sysctls, 0, { spec: { securityContext: { sysctls: list } } })).toMatchObject({
      faults: [`spec.securityContext.${fault}`],
      places,
    });
  });
});
