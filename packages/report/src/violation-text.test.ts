import { describe, expect, it } from "vitest";
import { checkSample } from "../test/check-sample.js";
import { SOUND_POD } from "../test/samples.js";
import type { CheckedObject, PositionedViolation } from "./checked-object.js";
import { unpainted } from "./paint.js";
import { renderProblem, renderViolation } from "./violation-text.js";

const LAYOUT = { width: 80, paint: unpainted };
const POSITION = { line: 2, column: 7, endLine: 2, endColumn: 10 };

const sampleObject = (): CheckedObject => {
  const [entry] = checkSample(SOUND_POD, {}, "a.yaml");
  if (entry === undefined) throw new Error("the sample holds an object");
  return entry;
};

const render = (change: Partial<PositionedViolation>, repeated: readonly PositionedViolation[] = []) => {
  const violation: PositionedViolation = {
    policy: { kind: "PodSecurityStandard", name: "baseline", version: "latest" },
    rule: "rule",
    action: "deny",
    message: "message",
    findings: [],
    ...change,
  };
  return renderViolation({ violation, repeated }, sampleObject(), LAYOUT);
};

describe("a violation as text", () => {
  it("is its rule, its message and its policy when nothing else is known", () => {
    expect(render({})).toEqual(["  error rule: message", "  baseline:latest denies"]);
  });

  it("names the constraint that a policy has made, and a constraint that is the policy only once", () => {
    const constraint = { kind: "D8AllowedRepos", name: "common" };
    const lastOf = (change: Partial<PositionedViolation>) => render(change).at(-1);
    expect(lastOf({ policy: { kind: "OperationPolicy", name: "common" }, constraint })).toBe(
      "  OperationPolicy common denies by D8AllowedRepos common",
    );
    expect(lastOf({ policy: constraint, constraint })).toBe("  D8AllowedRepos common denies");
  });

  it("marks the offending value, and says what is allowed", () => {
    expect(render({ findings: [{ path: ["kind"], found: "Pod", allowed: "None", position: POSITION }] })).toEqual([
      "  error rule: message",
      "  a.yaml:2:7  kind",
      "    2 | kind: Pod",
      "      |       ^^^",
      '        allowed: "None"',
      "  baseline:latest denies",
    ]);
  });

  it("marks only where an absent field would be, for what stands there is not to blame", () => {
    const lines = render({ findings: [{ path: ["kind"], found: undefined, position: POSITION }] });
    expect(lines.slice(1, 4)).toEqual(["  a.yaml:2:7  kind is absent", "    2 | kind: Pod", "      |       ^"]);
  });

  it("names the path where a finding has no place", () => {
    expect(render({ findings: [{ path: ["spec", "a"], found: 1 }] })).toContain("  spec.a");
  });

  it("gives a path that does not fit a line of its own", () => {
    const path = ["spec", ..."abcdefghijklmnopqrst".split("").map((letter) => letter.repeat(4))];
    const lines = render({ findings: [{ path, found: 1, position: POSITION }] });
    expect(lines.slice(1, 3)).toEqual(["  a.yaml:2:7", `  ${path.join(".")}`]);
  });

  it("names the policies that repeat it, and links to its help", () => {
    const repeated: PositionedViolation = {
      policy: { kind: "OperationPolicy", name: "common" },
      rule: "rule",
      action: "dryrun",
      message: "message",
      findings: [],
    };
    expect(render({ help: "https://example.com" }, [repeated]).slice(1)).toEqual([
      "  baseline:latest denies, OperationPolicy common records",
      "  https://example.com",
    ]);
  });
});

describe("a problem as text", () => {
  const problem = { code: "invalid-type", message: "expected list, found string" };

  it("tells where it is", () => {
    expect(renderProblem({ ...problem, effect: "deny", position: POSITION }, sampleObject(), LAYOUT)).toEqual([
      "  problem invalid-type: expected list, found string",
      "  a.yaml:2:7",
      "    2 | kind: Pod",
      "      |       ^^^",
    ]);
  });

  it("is its message when it has no place", () => {
    expect(renderProblem({ ...problem, effect: "report" }, sampleObject(), LAYOUT)).toEqual([
      "  problem invalid-type: expected list, found string",
    ]);
  });
});
