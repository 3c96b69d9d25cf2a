import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedProcMount, allowedProcMountField } from "./allowed-proc-mount.js";

const excepted = (...allowedValues: readonly string[]) => ({
  exception: { securityContext: { procMount: { allowedValues } } },
});

describe("allowedProcMount", () => {
  it.each(RELEASES)("is Default or Unmasked in %s, of which Default makes a constraint", (release) => {
    expect(fieldIssues(allowedProcMountField, release, "Unmasked")).toEqual([]);
    expect(fieldIssues(allowedProcMountField, release, "default")).toEqual([
      "allowedProcMount: expected one of Default, Unmasked, found `default`",
    ]);
    const make = (value: string | undefined) => allowedProcMount.generate(release, { allowedProcMount: value });
    expect([make("Default"), make("Unmasked"), make("")]).toEqual([
      { allowedProcMount: "Default" },
      undefined,
      undefined,
    ]);
    expect(make(undefined)).toBeUndefined();
  });

  it.each([
    ["Default", [0, 0, 0]],
    ["default", [0, 0, 1]],
    ["", [0, 0, 1]],
    [null, [0, 0, 0]],
    ["Unmasked", [1, 1, 1]],
    ["foo", [1, 1, 1]],
  ])("judges %j in all releases", (procMount, violations) => {
    const judge = (parameters: { allowedProcMount: string } | null) =>
      RELEASES.map(
        (release) =>
          judgeSecurity(allowedProcMount, release, parameters, podSecuredWith({ procMount })).messages.length,
      );
    expect(judge({ allowedProcMount: "Default" })).toEqual(violations);
    expect(judge(null)).toEqual(violations);
  });

  it.each([
    ["1.66", 0],
    ["1.76", 0],
    ["next", 1],
  ] as const)(
    "takes a constraint that allows Unmasked for one that allows everything, but not in next: %s",
    (release, count) => {
      const pod = podSecuredWith({ procMount: "foo" });
      expect(judgeSecurity(allowedProcMount, release, { allowedProcMount: "Unmasked" }, pod).messages).toHaveLength(
        count,
      );
    },
  );

  it.each([
    ["1.66", "init. Allowed procMount types: default"],
    ["1.76", "init. | Actual procMount: Unmasked | Allowed procMount types: default"],
    ["next", 'init | procMount: Unmasked | policy allows: ["Default"]'],
  ] as const)("words a violation as %s does", (release, words) => {
    const { messages, results } = judgeSecurity(
      allowedProcMount,
      release,
      null,
      podWithEach({ securityContext: { procMount: "Unmasked" } }),
    );
    expect(messages).toHaveLength(3);
    expect(messages[0]).toBe(`ProcMount type is not allowed, container: ${words}`);
    expect(results[0]?.findings).toEqual([
      {
        path: ["spec", "initContainers", 0, "securityContext", "procMount"],
        container: { list: "initContainers", index: 0, name: "init" },
        found: "Unmasked",
        allowed: "Default",
      },
    ]);
  });

  it.each([
    ["1.76", ["unmasked"], []],
    ["1.76", [], [" | SecurityPolicyException allowed procMount types: []"]],
    ["1.76", ["Default"], [' | SecurityPolicyException allowed procMount types: ["Default"]']],
    ["next", ["Unmasked"], []],
    ["next", [], [" | SPE allows: []"]],
    ["next", ["unmasked"], [' | SPE allows: ["unmasked"]']],
  ] as const)("takes an exception in %s that lists %j", (release, values, suffixes) => {
    const pod = podSecuredWith({ procMount: "Unmasked" });
    const [plain] = judgeSecurity(allowedProcMount, release, null, pod).messages;
    expect(judgeSecurity(allowedProcMount, release, null, pod, excepted(...values)).messages).toEqual(
      suffixes.map((suffix) => `${plain}${suffix}`),
    );
  });
});
