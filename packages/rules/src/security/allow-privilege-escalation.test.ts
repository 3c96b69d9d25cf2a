import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowPrivilegeEscalation, allowPrivilegeEscalationField } from "./allow-privilege-escalation.js";

const escalating = podSecuredWith({ allowPrivilegeEscalation: true });
const silent = podSecuredWith({});
const excepted = (allowedValue: unknown) => ({
  exception: { securityContext: { allowPrivilegeEscalation: { allowedValue } } },
});

describe("allowPrivilegeEscalation", () => {
  it.each(RELEASES)("is a boolean in %s", (release) => {
    expect(fieldIssues(allowPrivilegeEscalationField, release, true)).toEqual([]);
    expect(fieldIssues(allowPrivilegeEscalationField, release, 1)).toHaveLength(1);
  });

  it.each(RELEASES)("forbids unless it is true in %s, where it is absent as well", (release) => {
    expect(allowPrivilegeEscalation.generate(release, {})).toEqual({});
    expect(allowPrivilegeEscalation.generate(release, { allowPrivilegeEscalation: false })).toEqual({});
    expect(allowPrivilegeEscalation.generate(release, { allowPrivilegeEscalation: true })).toBeUndefined();
  });

  it.each(RELEASES)("allows false only in %s", (release) => {
    const judge = (value: unknown) =>
      judgeSecurity(allowPrivilegeEscalation, release, null, podSecuredWith({ allowPrivilegeEscalation: value }))
        .places;
    const place = "spec.containers[0].securityContext.allowPrivilegeEscalation";
    expect(judge(false)).toEqual([]);
    expect(judge(true)).toEqual([`${place}: true`]);
    expect(judge(null)).toEqual([`${place}: absent`]);
    expect(judge(undefined)).toEqual([`${place}: absent`]);
  });

  it("looks at containers of all three kinds, also at those without a security context", () => {
    expect(judgeSecurity(allowPrivilegeEscalation, "1.66", {}, podWithEach({})).messages).toEqual([
      "Privilege escalation container is not allowed: init",
      "Privilege escalation container is not allowed: app",
      "Privilege escalation container is not allowed: debug",
    ]);
  });

  it.each([
    ["1.76", escalating, "app. | allowPrivilegeEscalation: true | allowPrivilegeEscalation: false"],
    ["1.76", silent, "app. | allowPrivilegeEscalation: not set (defaults to true) | allowPrivilegeEscalation: false"],
  ] as const)("words a violation as %s does", (release, pod, message) => {
    const judgement = judgeSecurity(allowPrivilegeEscalation, release, {}, pod, excepted(false));
    expect(judgement.messages).toEqual([`Privilege escalation container is not allowed: ${message}`]);
  });

  it.each([
    [{}, ""],
    [excepted(false), " | SPE allows: [false]"],
  ])("words a violation as next does, under %j", (circumstances, suffix) => {
    const { messages } = judgeSecurity(allowPrivilegeEscalation, "next", {}, silent, circumstances);
    const policy = "allowPrivilegeEscalation: true | policy allows: false";
    expect(messages).toEqual([`Privilege escalation container is not allowed, container: app | ${policy}${suffix}`]);
  });

  it("excepts in next whatever the container says, in 1.76 only a container that says so", () => {
    expect(judgeSecurity(allowPrivilegeEscalation, "next", {}, escalating, excepted(true)).messages).toEqual([]);
    expect(judgeSecurity(allowPrivilegeEscalation, "next", {}, silent, excepted(true)).messages).toEqual([]);
    expect(judgeSecurity(allowPrivilegeEscalation, "1.76", {}, escalating, excepted(true)).messages).toEqual([]);
    expect(judgeSecurity(allowPrivilegeEscalation, "1.76", {}, silent, excepted(true)).messages).toEqual([
      "Privilege escalation container is not allowed: app. | allowPrivilegeEscalation: not set (defaults to true) | " +
        "allowPrivilegeEscalation: false | SecurityPolicyException allowed: allowPrivilegeEscalation: true",
    ]);
  });

  it("knows no exceptions in 1.66", () => {
    expect(judgeSecurity(allowPrivilegeEscalation, "1.66", {}, escalating, excepted(true)).messages).toHaveLength(1);
  });
});
