import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowHostIPCField } from "./allow-host-ipc.js";
import { allowHostPIDField } from "./allow-host-pid.js";
import { hostProcesses } from "./host-processes.js";

const both = podWith({ hostPID: true, hostIPC: true });

describe("hostProcesses", () => {
  it.each(RELEASES)("is made from two booleans in %s", (release) => {
    expect(hostProcesses.fields).toEqual([allowHostIPCField, allowHostPIDField]);
    for (const field of hostProcesses.fields) {
      expect(fieldIssues(field, release, false)).toEqual([]);
      expect(fieldIssues(field, release, "no")).toHaveLength(1);
    }
  });

  it.each([
    ["1.66", {}, {}],
    ["1.66", { allowHostPID: true, allowHostIPC: true }, undefined],
    ["1.66", { allowHostPID: false, allowHostIPC: true }, { allowHostPID: false }],
    ["1.66", { allowHostIPC: false }, { allowHostIPC: false }],
    ["1.76", {}, undefined],
    ["1.76", { allowHostPID: true }, undefined],
    ["1.76", { allowHostPID: false }, { allowHostPID: false, allowHostIPC: true }],
    ["1.76", { allowHostPID: true, allowHostIPC: false }, { allowHostPID: true, allowHostIPC: false }],
    ["next", {}, undefined],
    ["next", { allowHostIPC: false }, { allowHostPID: true, allowHostIPC: false }],
  ] as const)("is made in %s of %j with the parameters %j", (release, values, parameters) => {
    expect(hostProcesses.generate(release, values)).toEqual(parameters);
  });

  it.each(["1.66", "1.76"] as const)("forbids what is not allowed in %s, one message for each", (release) => {
    expect(judgeSecurity(hostProcesses, release, null, both).messages).toEqual([
      "Sharing the hostPID namespace is not allowed: p",
      "Sharing the hostIPC namespace is not allowed: p",
    ]);
    expect(judgeSecurity(hostProcesses, release, { allowHostPID: true }, both).results).toEqual([
      {
        rule: "allowHostIPC",
        message: "Sharing the hostIPC namespace is not allowed: p",
        findings: [{ path: ["spec", "hostIPC"], found: true, allowed: false }],
      },
    ]);
  });

  it("words a violation as next does", () => {
    expect(judgeSecurity(hostProcesses, "next", { allowHostIPC: true }, both).messages).toEqual([
      "Sharing the hostPID namespace is not allowed, p | hostPID: true | policy allows: false",
    ]);
  });

  it.each(RELEASES)("lets pods be that share nothing in %s", (release) => {
    expect(judgeSecurity(hostProcesses, release, {}, podWith({ hostPID: false })).messages).toEqual([]);
    expect(judgeSecurity(hostProcesses, release, {}, podWith({})).messages).toEqual([]);
  });

  it("adds what an exception allows in 1.76", () => {
    const circumstances = {
      exception: { network: { hostPID: { allowedValue: true }, hostIPC: { allowedValue: false } } },
    };
    expect(judgeSecurity(hostProcesses, "1.76", {}, both, circumstances).messages).toEqual([
      "Sharing the hostIPC namespace is not allowed: p",
    ]);
  });

  it.each([
    [true, true, [], []],
    [true, false, ["hostPID: false | policy allows: true | SPE allows: true"], ["spec.hostPID: false"]],
    [true, undefined, ["hostPID: false | policy allows: true | SPE allows: true"], ["spec.hostPID: absent"]],
    [false, true, ["hostPID: true | policy allows: true | SPE allows: false"], ["spec.hostPID: true"]],
    [false, false, [], []],
  ])(
    "lets an exception that says %s take the place of the policy in next, for %s",
    (excepted, hostPID, texts, places) => {
      const circumstances = { exception: { network: { hostPID: { allowedValue: excepted } } } };
      const parameters = { allowHostPID: true, allowHostIPC: true };
      const judgement = judgeSecurity(hostProcesses, "next", parameters, podWith({ hostPID }), circumstances);
      const messages = texts.map((text) => `Sharing the hostPID namespace is not allowed, p | ${text}`);
      expect(judgement).toMatchObject({ messages, places });
    },
  );
});
