import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import { capabilities } from "./capabilities.js";
import { requiredDropCapabilitiesField } from "./required-drop-capabilities.js";

const dropping = (drop: unknown) => podSecuredWith({ capabilities: { drop } });
const excepted = (...drop: readonly string[]) => ({
  exception: { securityContext: { capabilities: { allowedValues: { add: [], drop } } } },
});

const judge = (release: Release, requiredDropCapabilities: readonly string[], pod: unknown, circumstances = {}) =>
  judgeSecurity(capabilities, release, { allowedCapabilities: [], requiredDropCapabilities }, pod, circumstances);

describe("requiredDropCapabilities", () => {
  it.each(RELEASES)("takes a list of known names in %s", (release) => {
    expect(fieldIssues(requiredDropCapabilitiesField, release, ["ALL"])).toEqual([]);
    expect(fieldIssues(requiredDropCapabilitiesField, release, ["BPF"])).toHaveLength(1);
  });

  it.each([
    ["1.66", ["KILL"], ["KILL"], true],
    ["1.66", ["KILL"], ["all"], true],
    ["1.66", ["KILL"], ["CHOWN"], false],
    ["1.66", [], [], true],
    ["1.76", ["KILL"], ["KILL"], false],
    ["1.76", ["KILL"], ["ALL"], false],
    ["1.76", ["KILL"], ["kill", "All"], true],
    ["1.76", ["ALL"], ["all"], true],
    ["1.76", [], [], false],
    ["1.76", [], ["ALL"], true],
    ["next", ["KILL"], ["kill"], true],
    ["next", ["KILL"], ["ALL"], false],
    ["next", ["ALL"], ["all"], true],
    ["next", [], [], true],
  ] as const)("in %s, where %j is required, judges who drops %j", (release, required, dropped, isEnough) => {
    expect(judge(release, required, dropping(dropped)).messages).toHaveLength(isEnough ? 0 : 1);
  });

  it.each(RELEASES)("asks nothing without a list in %s", (release) => {
    const { messages } = judgeSecurity(capabilities, release, { allowedCapabilities: [] }, podSecuredWith({}));
    expect(messages).toEqual([]);
  });

  it.each(RELEASES)("points at what is dropped in %s", (release) => {
    const place = "spec.containers[0].securityContext.capabilities.drop";
    expect(judge(release, ["ALL"], dropping(["KILL"])).places).toEqual([`${place}: ["KILL"]`]);
    expect(judge(release, ["ALL"], podSecuredWith(undefined)).places).toEqual([`${place}: absent`]);
  });

  it.each([
    [
      "1.66",
      'init container <init> is not dropping all required capabilities. Container must drop all of ["ALL"] or "ALL"',
    ],
    [
      "1.76",
      "container <init> is not dropping all required capabilities. | Actual capabilities.drop: [] (not set) | " +
        'Required drop capabilities: ["ALL"] or "ALL"',
    ],
    [
      "next",
      'container is not dropping all required capabilities, container: init | capabilities.drop: [] | policy allows: ["ALL"]',
    ],
  ] as const)("words a violation as %s does", (release, message) => {
    expect(judge(release, ["ALL"], podWithEach({})).messages[0]).toBe(message);
  });

  it.each([
    [[], "[]"],
    [null, "[] (not set)"],
    [["KILL"], '["KILL"]'],
  ])("tells in 1.76 an empty list from none: %j", (drop, printed) => {
    const [message] = judge("1.76", ["ALL"], dropping(drop)).messages;
    expect(message).toContain(`| Actual capabilities.drop: ${printed} |`);
  });

  it.each([
    ["1.66", ["KILL"], 1],
    ["1.76", ["kill"], 0],
    ["1.76", [], 0],
    ["1.76", ["all"], 1],
    ["next", ["kill"], 0],
    ["next", [], 1],
    ["next", ["KILL", "all"], 1],
  ] as const)("takes an exception in %s that lists %j, for who drops KILL", (release, drop, violations) => {
    expect(judge(release, ["ALL"], dropping(["KILL"]), excepted(...drop)).messages).toHaveLength(violations);
  });

  it.each([
    ["1.76", ["all"], ' | SecurityPolicyException allowed: capabilities.drop: ["all"]'],
    ["next", ["all"], ' | SPE allows: ["all"]'],
    ["next", [], ""],
  ] as const)("shows an exception as %s does: %j", (release, drop, suffix) => {
    const [plain] = judge(release, ["ALL"], dropping([])).messages;
    expect(judge(release, ["ALL"], dropping([]), excepted(...drop)).messages).toEqual([`${plain}${suffix}`]);
  });

  it("never refuses more for a container that drops more", () => {
    const names = fc.array(fc.constantFrom("KILL", "CHOWN", "ALL"));
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), names, names, names, (release, required, dropped, more) => {
        const count = (list: readonly string[]) => judge(release, required, dropping(list)).messages.length;
        expect(count([...dropped, ...more])).toBeLessThanOrEqual(count(dropped));
      }),
    );
  });
});
