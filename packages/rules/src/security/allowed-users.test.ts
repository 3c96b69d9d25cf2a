import { describe, expect, it } from "vitest";
import { podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES } from "../release.js";
import { allowedUsers } from "./allowed-users.js";

const RANGE = { rule: "MustRunAs", ranges: [{ min: 10, max: 20 }] };
const PRINTED = '{"ranges": [{"max": 20, "min": 10}], "rule": "MustRunAs"}';
const NON_ROOT = { rule: "MustRunAsNonRoot" };
const ALL = { runAsUser: RANGE, runAsGroup: RANGE, fsGroup: RANGE, supplementalGroups: RANGE };

const running = (securityContext: unknown) => podWith({ securityContext, containers: [{ name: "app" }] });
const WRONG = running({ runAsUser: 1, runAsGroup: 2, fsGroup: 3, supplementalGroups: [15, 4] });
const MISSING = running({});

describe("allowedUsers", () => {
  it("is made from four fields", () => {
    const names = allowedUsers.fields.map(({ name }) => name);
    expect(names).toEqual(["fsGroup", "runAsUser", "runAsGroup", "supplementalGroups"]);
  });

  it.each(RELEASES)("is made in %s where one of them restricts something", (release) => {
    expect(allowedUsers.generate(release, {})).toBeUndefined();
    expect(allowedUsers.generate(release, { fsGroup: { rule: "RunAsAny" } })).toBeUndefined();
    expect(allowedUsers.generate(release, { fsGroup: { rule: "RunAsAny" }, runAsUser: NON_ROOT })).toEqual({
      runAsUser: NON_ROOT,
    });
    expect(allowedUsers.generate(release, ALL)).toEqual(ALL);
  });

  it("words as 1.66 does what is wrong", () => {
    expect(judgeSecurity(allowedUsers, "1.66", ALL, WRONG).messages).toEqual([
      `Container app is attempting to run as disallowed user 1. Allowed runAsUser: ${PRINTED}`,
      `Container app is attempting to run as disallowed group 2. Allowed runAsGroup: ${PRINTED}`,
      `Container app is attempting to run as disallowed group 3. Allowed fsGroup: ${PRINTED}`,
      `Container app is attempting to run with disallowed supplementalGroups [15, 4]. Allowed supplementalGroups: ${PRINTED}`,
    ]);
  });

  it("words as 1.66 does what is missing", () => {
    const required = "Container app is attempting to run without a required securityContext";
    expect(judgeSecurity(allowedUsers, "1.66", ALL, MISSING).messages).toEqual([
      `${required}/runAsUser`,
      `${required}/runAsGroup. Allowed runAsGroup: ${PRINTED}`,
      `${required}/fsGroup. Allowed fsGroup: ${PRINTED}`,
      `${required}/supplementalGroups. Allowed supplementalGroups: ${PRINTED}`,
    ]);
    expect(judgeSecurity(allowedUsers, "1.66", { runAsUser: NON_ROOT }, MISSING).messages).toEqual([
      `${required}/runAsNonRoot or securityContext/runAsUser != 0`,
    ]);
  });

  it.each(["1.76", "next"] as const)("words as %s does what is wrong and what is missing", (release) => {
    const word = (user: string, ...groups: readonly string[]) => [
      `Container app is attempting to run as disallowed user. | Actual runAsUser: ${user} | Allowed runAsUser: ${PRINTED}`,
      ...["runAsGroup", "fsGroup", "supplementalGroups"].map(
        (field, index) =>
          `Container app is attempting to run as disallowed ${field}. | Actual ${field}: ${groups[index]} | Allowed ${field}: ${PRINTED}`,
      ),
    ];
    expect(judgeSecurity(allowedUsers, release, ALL, WRONG).messages).toEqual(word("1", "2", "3", "[15, 4]"));
    expect(judgeSecurity(allowedUsers, release, ALL, MISSING).messages).toEqual(
      word("not set", "not set", "not set", "not set"),
    );
    expect(judgeSecurity(allowedUsers, release, { runAsUser: NON_ROOT }, MISSING).messages).toEqual([
      "Container app is attempting to run as disallowed user. | Actual runAsUser: not set, runAsNonRoot: not set | " +
        'Allowed runAsUser: {"rule": "MustRunAsNonRoot"}',
    ]);
  });

  it.each([
    ["1.66", ["runAsUser", "runAsGroup"]],
    ["1.76", []],
    ["next", ["runAsGroup"]],
  ] as const)("lets in %s an exception for the user leave of the fields %j", (release, rules) => {
    const exception = { securityContext: { runAsUser: { allowedValues: [1] } } };
    const parameters = { runAsUser: RANGE, runAsGroup: RANGE };
    const { results } = judgeSecurity(allowedUsers, release, parameters, WRONG, { exception });
    expect(results.map(({ rule }) => rule)).toEqual(rules);
  });

  it.each(["1.76", "next"] as const)("shows an exception as %s does", (release) => {
    const exception = { securityContext: { runAsUser: { allowedValues: [5] }, runAsNonRoot: { allowedValue: true } } };
    const [message] = judgeSecurity(allowedUsers, release, { runAsUser: RANGE }, WRONG, { exception }).messages;
    expect(message?.split(`Allowed runAsUser: ${PRINTED}`)[1]).toBe(
      release === "1.76"
        ? " | SecurityPolicyException allowed: runAsUser: [5], runAsNonRoot: true"
        : ` | forbidden: 1; policy allows: ${PRINTED}; SPE allows runAsUser: [5]; SPE allows runAsNonRoot: [true]`,
    );
  });

  it.each([
    ["1.66", 1],
    ["1.76", 1],
    ["next", 0],
  ] as const)("takes a missing bound in %s", (release, violations) => {
    const parameters = {
      runAsUser: { rule: "MustRunAs", ranges: [{ min: 1 }] },
      runAsGroup: { rule: "MustRunAs", ranges: [{ max: 9 }] },
    };
    expect(judgeSecurity(allowedUsers, release, parameters, WRONG).messages).toHaveLength(2 * violations);
  });

  it("judges in next a workload by its template", () => {
    const object = {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "p" },
      spec: { template: { spec: { containers: [{ name: "app", securityContext: { runAsUser: 0 } }] } } },
    };
    const judge = (release: "1.76" | "next") =>
      judgeSecurity(allowedUsers, release, { runAsUser: NON_ROOT }, object).places;
    expect(judge("next")).toEqual(["spec.template.spec.containers[0].securityContext.runAsUser: 0"]);
    expect(judge("1.76")).toEqual([]);
  });
});
