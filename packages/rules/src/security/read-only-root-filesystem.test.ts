import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { readOnlyRootFilesystem, readOnlyRootFilesystemField } from "./read-only-root-filesystem.js";

const excepted = (allowedValue: unknown) => ({
  exception: { securityContext: { readOnlyRootFilesystem: { allowedValue } } },
});

describe("readOnlyRootFilesystem", () => {
  it.each(RELEASES)("is a boolean in %s, of which only true makes a constraint", (release) => {
    expect(fieldIssues(readOnlyRootFilesystemField, release, true)).toEqual([]);
    expect(fieldIssues(readOnlyRootFilesystemField, release, null)).toHaveLength(1);
    expect(readOnlyRootFilesystem.generate(release, { readOnlyRootFilesystem: true })).toEqual({});
    expect(readOnlyRootFilesystem.generate(release, { readOnlyRootFilesystem: false })).toBeUndefined();
    expect(readOnlyRootFilesystem.generate(release, {})).toBeUndefined();
  });

  it.each([
    [true, []],
    [false, ["spec.containers[0].securityContext.readOnlyRootFilesystem: false"]],
    [null, ["spec.containers[0].securityContext.readOnlyRootFilesystem: absent"]],
  ])("judges %s", (value, places) => {
    const pod = podSecuredWith({ readOnlyRootFilesystem: value });
    expect(judgeSecurity(readOnlyRootFilesystem, "1.76", {}, pod).places).toEqual(places);
  });

  it("says what would be allowed", () => {
    const [result] = judgeSecurity(readOnlyRootFilesystem, "1.76", {}, podSecuredWith({})).results;
    expect(result?.findings).toMatchObject([{ container: { name: "app" }, found: undefined, allowed: true }]);
  });

  it.each([
    ["1.66", (name: string) => `: ${name}`],
    [
      "1.76",
      (name: string) =>
        `: ${name}. | readOnlyRootFilesystem: not set (defaults to false) | readOnlyRootFilesystem: true`,
    ],
    ["next", (name: string) => `, container: ${name} | readOnlyRootFilesystem: false | policy allows: true`],
  ] as const)("words a violation for every kind of container as %s does", (release, word) => {
    const { messages } = judgeSecurity(readOnlyRootFilesystem, release, null, podWithEach({}));
    const what = "only read-only root filesystem container is allowed";
    expect(messages).toEqual(["init", "app", "debug"].map((name) => what + word(name)));
  });

  it.each(["1.76", "next"] as const)("makes way for an exception that allows false in %s", (release) => {
    const judge = (value: boolean) =>
      judgeSecurity(readOnlyRootFilesystem, release, {}, podSecuredWith({}), excepted(value)).messages;
    expect(judge(false)).toEqual([]);
    expect(judge(true)).toHaveLength(1);
  });

  it.each([
    ["1.76", " | SecurityPolicyException allowed: readOnlyRootFilesystem: true"],
    ["next", " | SPE allows: [true]"],
  ] as const)("shows an exception that allows true as %s does", (release, suffix) => {
    const [message] = judgeSecurity(readOnlyRootFilesystem, release, {}, podSecuredWith({}), excepted(true)).messages;
    expect(message?.endsWith(suffix)).toBe(true);
  });
});
