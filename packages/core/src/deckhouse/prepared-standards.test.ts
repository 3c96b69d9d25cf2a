import { RELEASES } from "@ostiary/rules/deckhouse";
import { describe, expect, it } from "vitest";
import type { Problem } from "../decision.js";
import { prepareStandards } from "./prepared-standards.js";

const settings = { defaultPolicy: "restricted", defaultAction: "warn", knownRanges: [] } as const;
const pod = (labels: Readonly<Record<string, string>>) => ({
  group: "",
  kind: "Pod",
  name: "a",
  generateName: "",
  namespace: "shop",
  labels: new Map(Object.entries(labels)),
});
const namespace = { name: "shop", labels: new Map() };

describe("the standards of a release", () => {
  it("are ready with all their constraints, which bear the standard's name", () => {
    for (const release of RELEASES) {
      const { constraints } = prepareStandards(settings, release, []);
      expect([constraints.baseline.length, constraints.restricted.length]).toEqual([10, 5]);
      expect(constraints.restricted[0]).toMatchObject({
        policy: { kind: "PodSecurityStandard", name: "restricted" },
        rule: "D8AllowedCapabilities",
        kinds: [{ apiGroups: [""], kinds: ["Pod"] }],
      });
    }
  });

  it("are found for a namespace", () => {
    const { applied } = prepareStandards(settings, "1.76", []);
    expect(applied(new Map()).map(({ name }) => name)).toEqual([
      "d8-pod-security-baseline-warn-default",
      "d8-pod-security-restricted-warn-default",
    ]);
  });

  it.each([
    [{}, [true, true, true]],
    [{ "security.deckhouse.io/skip-pss-check": "true" }, [true, false, false]],
    [{ "security.deckhouse.io/skip-pss-check": "yes" }, [true, true, true]],
  ])("match a pod labelled %j in 1.66, 1.76 and next: %j", (labels, expected) => {
    const matched = RELEASES.map((release) =>
      prepareStandards(settings, release, []).constraints.baseline.every(
        ({ matches }) => matches(pod(labels), namespace, "Original") === true,
      ),
    );
    expect(matched).toEqual(expected);
  });

  it("lose a constraint only with a problem that refuses everything", () => {
    const problems: Problem[] = [];
    const { constraints } = prepareStandards({ ...settings, knownRanges: "all" }, "1.76", problems);
    expect(constraints.baseline).toHaveLength(9);
    expect(problems).toMatchObject([{ code: "invalid-parameters", effect: "deny" }]);
  });
});
