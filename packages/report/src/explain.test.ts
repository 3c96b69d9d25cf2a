import type { Consideration, Read } from "@ostiary/core";
import { describe, expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { SOUND_POD } from "../test/samples.js";
import type { CheckedObject } from "./checked-object.js";
import { explainDecision } from "./explain.js";
import { unpainted } from "./paint.js";

const explain = (entry: CheckedObject) => explainDecision(entry, { width: 200, paint: unpainted });

const [SOUND] = checkSample(SOUND_POD, { explain: true });

const explainRule = (rule: string): readonly string[] => {
  if (SOUND === undefined) throw new Error("the sample holds an object");
  const lines = explain(SOUND);
  const first = lines.lastIndexOf(`    ✓ ${rule}`);
  const next = lines.findIndex((line, index) => index > first && !line.startsWith("      "));
  return lines.slice(first + 1, next < 0 ? undefined : next);
};

const explainConsideration = (consideration: Omit<Consideration, "policy">): readonly string[] => {
  if (SOUND === undefined) throw new Error("the sample holds an object");
  const policy = { kind: "PodSecurityStandard", name: "baseline", version: "latest" };
  return explain({ ...SOUND, decision: { ...SOUND.decision, considered: [{ policy, ...consideration }] } });
};

const explainReads = (...reads: Read[]): readonly string[] =>
  explainConsideration({ outcome: "applied", actions: ["deny"], passed: [{ rule: "rule", reads }] }).slice(2);

describe("the explanation of a rule that passed", () => {
  it("tells each value with the line that it comes from, also the pod's that a container inherits", () => {
    expect(explainRule("runAsNonRoot")).toEqual([
      "      spec.securityContext.runAsNonRoot: true (line 6)",
      "      spec.containers[0].securityContext.runAsNonRoot: true (inherited from pod, line 6)",
      "      absent: spec.hostUsers",
    ]);
  });

  it("quotes lists and objects as they are written, if on one line", () => {
    expect(explainRule("capabilities_restricted")[0]).toBe(
      "      spec.containers[0].securityContext.capabilities.drop: [ALL] (line 13)",
    );
    expect(explainReads({ path: ["spec", "containers"], found: [] })).toEqual(["      spec.containers: … (line 9)"]);
  });

  it("tells which values are not written but filled in", () => {
    const path = ["spec", "containers", 0, "ports", 0, "hostPort"];
    expect(explainReads({ path, found: 80 })).toEqual([
      "      spec.containers[0].ports[0].hostPort: 80 (filled in by default)",
    ]);
    expect(explainReads({ path, found: [] })).toEqual([
      "      spec.containers[0].ports[0].hostPort: … (filled in by default)",
    ]);
  });

  it("leaves out what lies on the way to a value, names of containers, and repetitions", () => {
    const reads: readonly Read[] = [
      { path: ["spec"], found: {} },
      { path: ["spec", "containers"], found: [] },
      { path: ["spec", "containers", 0, "name"], found: "main" },
      { path: ["spec", "hostPID"], found: undefined },
      { path: ["spec", "hostPID"], found: undefined },
    ];
    expect(explainReads(...reads)).toEqual(["      absent: spec.hostPID"]);
  });
});

describe("the explanation of a policy", () => {
  it.each([
    [{ outcome: "exempt", note: "namespace `a` is exempt" }, "  baseline:latest exempt; namespace `a` is exempt"],
    [{ outcome: "skipped" }, "  baseline:latest skipped"],
    [
      { outcome: "applied", actions: ["deny", "warn"], passed: [{ rule: "rule", reads: [] }] },
      "  baseline:latest (deny, warn) applied: 1 rule passed",
    ],
  ] as const)("of %j is `%s`", (consideration, line) => {
    expect(explainConsideration(consideration)[0]).toBe(line);
  });
});
