import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import { allowedCapabilitiesField } from "./allowed-capabilities.js";
import { capabilities } from "./capabilities.js";

const adding = (...add: readonly unknown[]) => podSecuredWith({ capabilities: { add } });
const excepted = (allowedValues: unknown) => ({ exception: { securityContext: { capabilities: { allowedValues } } } });
const place = (index: number, name: string) =>
  `spec.containers[0].securityContext.capabilities.add[${index}]: "${name}"`;

const judge = (release: Release, allowedCapabilities: readonly string[], pod: unknown, circumstances = {}) =>
  judgeSecurity(capabilities, release, { allowedCapabilities }, pod, circumstances);

describe("allowedCapabilities", () => {
  it.each(RELEASES)("takes a list of known names in %s", (release) => {
    expect(fieldIssues(allowedCapabilitiesField, release, ["ALL", "KILL"])).toEqual([]);
    expect(fieldIssues(allowedCapabilitiesField, release, ["kill"])).toHaveLength(1);
  });

  it.each(RELEASES)("allows listed names in any case in %s, and who adds nothing", (release) => {
    expect(judge(release, ["NET_ADMIN"], adding("net_admin", "Net_Admin")).messages).toEqual([]);
    expect(judge(release, [], podSecuredWith({})).messages).toEqual([]);
    expect(judge(release, ["KILL"], adding("CHOWN", "KILL", null)).places).toEqual([place(0, "CHOWN"), place(2, "")]);
  });

  it.each(RELEASES)("takes ALL for a name like others in %s", (release) => {
    expect(judge(release, ["ALL"], adding("all")).messages).toEqual([]);
    expect(judge(release, ["ALL"], adding("CHOWN")).messages).toHaveLength(1);
  });

  it.each([
    ["1.66", ["container <app> has a disallowed capability. Allowed capabilities are NONE"]],
    [
      "1.76",
      ['container <app> has a disallowed capability. | Actual capabilities.add: ["KILL"] | Allowed capabilities: NONE'],
    ],
    ["next", []],
  ] as const)("forbids to add anything without a list, but not in next: %s", (release, messages) => {
    const pod = podSecuredWith({ capabilities: { add: ["KILL"], drop: ["ALL"] } });
    expect(judgeSecurity(capabilities, release, { requiredDropCapabilities: ["ALL"] }, pod).messages).toEqual(messages);
  });

  it.each([
    ["1.66", "init container <init> has a disallowed capability. Allowed capabilities are LIST"],
    [
      "1.76",
      "container <init> has a disallowed capability. | Actual capabilities.add: ADDED | Allowed capabilities: LIST",
    ],
    ["next", "container has a disallowed capability, container: init | capabilities.add: ADDED | policy allows: LIST"],
  ] as const)("words a violation as %s does", (release, words) => {
    const [message] = judge(
      release,
      ["KILL"],
      podWithEach({ securityContext: { capabilities: { add: ["a", "b"] } } }),
    ).messages;
    expect(message).toBe(words.replace("ADDED", '["a", "b"]').replace("LIST", '["KILL"]'));
  });

  it.each([
    [{ add: ["kill", "chown"], drop: ["all"] }, { add: ["CHOWN", "KILL"] }, true],
    [{ add: ["kill", "chown"], drop: ["all"] }, { add: ["CHOWN"], drop: ["ALL"] }, true],
    [{ add: ["chown"], drop: ["all"] }, { add: ["CHOWN"], drop: ["NET_RAW"] }, false],
    [{ add: ["chown"], drop: [] }, { add: ["CHOWN", "KILL"] }, false],
  ])("takes an exception with %j in 1.76 for %j", (values, context, isCovered) => {
    const pod = podSecuredWith({ capabilities: context });
    expect(judge("1.76", ["KILL"], pod, excepted(values)).messages).toHaveLength(isCovered ? 0 : 1);
  });

  it("asks in next only what an exception says of adding, and does not unite it with the policy", () => {
    const values = { add: ["CHOWN"], drop: [] };
    expect(judge("next", ["KILL"], adding("chown"), excepted(values)).messages).toEqual([]);
    expect(judge("next", ["KILL"], adding("CHOWN", "KILL"), excepted(values)).messages).toHaveLength(1);
  });

  it.each([
    [
      "1.76",
      { add: [], drop: ["all"] },
      ' | SecurityPolicyException allowed: capabilities.add: [], capabilities.drop: ["all"]',
    ],
    ["next", { add: [], drop: ["all"] }, ""],
    ["next", { add: ["KILL"], drop: ["all"] }, ' | SPE allows: ["KILL"]'],
  ] as const)("shows an exception as %s does: %j", (release, values, suffix) => {
    const [message] = judge(release, [], adding("CHOWN"), excepted(values)).messages;
    expect(message?.split(/(?:Allowed capabilities|policy allows): \[\]/)[1]).toBe(suffix);
  });

  it("knows no exceptions in 1.66", () => {
    expect(judge("1.66", [], adding("A"), excepted({ add: ["A"], drop: ["all"] })).messages).toHaveLength(1);
  });

  it("never refuses more for a longer list", () => {
    const names = fc.array(fc.constantFrom("KILL", "CHOWN", "ALL"));
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), names, names, names, (release, list, more, added) => {
        const find = (allowed: readonly string[]) => judge(release, allowed, adding(...added)).places;
        expect(find(list)).toEqual(expect.arrayContaining([...find([...list, ...more])]));
      }),
    );
  });
});
