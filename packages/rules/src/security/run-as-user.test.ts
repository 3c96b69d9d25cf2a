import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import type { Json } from "../rule.js";
import { allowedUsers } from "./allowed-users.js";
import { runAsUserField } from "./run-as-user.js";

const running = (own: unknown, ofPod?: unknown) =>
  podWith({ securityContext: ofPod, containers: [{ name: "app", securityContext: own }] });
const judge = (runAsUser: Json, own: unknown, ofPod?: unknown) =>
  judgeSecurity(allowedUsers, "1.76", { runAsUser }, running(own, ofPod)).places;

const RANGE = { rule: "MustRunAs", ranges: [{ min: 10, max: 20 }] };
const NON_ROOT = { rule: "MustRunAsNonRoot" };
const own = "spec.containers[0].securityContext";
const ofPod = "spec.securityContext";

describe("runAsUser", () => {
  it.each(RELEASES)("takes a rule for users in %s", (release) => {
    expect(fieldIssues(runAsUserField, release, NON_ROOT)).toEqual([]);
    expect(fieldIssues(runAsUserField, release, { rule: "MayRunAs" })).toEqual([
      "runAsUser.rule: expected one of MustRunAs, MustRunAsNonRoot, RunAsAny, found `MayRunAs`",
    ]);
  });

  it.each([
    [{ runAsUser: 10 }, {}, []],
    [{}, { runAsUser: 20 }, []],
    [{ runAsUser: 15 }, { runAsUser: 0 }, []],
    [{ runAsUser: 21 }, {}, [`${own}.runAsUser: 21`]],
    [{}, { runAsUser: 9 }, [`${ofPod}.runAsUser: 9`]],
    [{ runAsNonRoot: true }, {}, [`${own}.runAsUser: absent`]],
  ])("wants a range for %j in a pod with %j", (context, podContext, places) => {
    expect(judge(RANGE, context, podContext)).toEqual(places);
  });

  it.each([
    [{ runAsUser: 1, runAsNonRoot: false }, {}, []],
    [{ runAsNonRoot: true }, {}, []],
    [{}, { runAsNonRoot: true }, []],
    [{ runAsNonRoot: true }, { runAsNonRoot: false }, []],
    [{ runAsUser: 0, runAsNonRoot: true }, {}, [`${own}.runAsUser: 0`]],
    [{}, { runAsUser: 0 }, [`${ofPod}.runAsUser: 0`]],
    [{}, {}, [`${own}.runAsNonRoot: absent`]],
    [{ runAsNonRoot: false }, { runAsNonRoot: true }, [`${own}.runAsNonRoot: false`]],
    [{}, { runAsNonRoot: false }, [`${ofPod}.runAsNonRoot: false`]],
  ])("wants no root for %j in a pod with %j", (context, podContext, places) => {
    expect(judge(NON_ROOT, context, podContext)).toEqual(places);
  });

  it("refuses every user without ranges, and asks nothing under a rule that restricts nothing", () => {
    expect(judge({ rule: "MustRunAs" }, { runAsUser: 5 })).toHaveLength(1);
    expect(judge({ rule: "RunAsAny" }, {})).toEqual([]);
  });

  it("says what would be allowed", () => {
    const [result] = judgeSecurity(allowedUsers, "1.66", { runAsUser: RANGE }, running({ runAsUser: 5 })).results;
    expect(result).toMatchObject({ rule: "runAsUser", findings: [{ found: 5, allowed: RANGE }] });
  });

  it("admits to MustRunAs just what lies in a range, and to MustRunAsNonRoot all but 0", () => {
    const number = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(number, number, number, (user, min, max) => {
        const inRange = judge({ rule: "MustRunAs", ranges: [{ min, max }] }, { runAsUser: user }).length === 0;
        expect(inRange).toBe(min <= user && user <= max);
        expect(judge(NON_ROOT, { runAsUser: user }).length === 0).toBe(user !== 0);
      }),
    );
  });
});
