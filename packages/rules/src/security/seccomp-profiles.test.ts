import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWithEach } from "../../test/judge-constraint.js";
import { judgeSecurity, podSecuredWith } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import type { Json } from "../rule.js";
import { seccompProfiles, seccompProfilesField } from "./seccomp-profiles.js";

const ofType = (type: string, localhostProfile?: string) =>
  podSecuredWith({ seccompProfile: { type, localhostProfile } });
const annotated = (value: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "p", annotations: { "seccomp.security.alpha.kubernetes.io/pod": value } },
  spec: { containers: [{ name: "app" }] },
});
const UNSET = podSecuredWith({});
const excepted = (...allowedValues: readonly string[]) => ({
  exception: { securityContext: { seccompProfile: { allowedValues } } },
});
const allow = (profiles: readonly string[] | undefined, files?: readonly string[]): Json => ({
  ...(profiles && { allowedProfiles: profiles }),
  ...(files && { allowedLocalhostFiles: files }),
});
const judge = (release: Release, parameters: Json, pod: unknown, circumstances = {}) =>
  judgeSecurity(seccompProfiles, release, parameters, pod, circumstances);

describe("seccompProfiles", () => {
  const REPEATED = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "p" },
    spec: { containers: [{ name: "a" }, { name: "a", image: "i" }] },
  };

  it.each([
    ["1.66", ["template:177: eval_conflict_error: object keys must be unique"]],
    ["1.76", ["template:288: eval_conflict_error: object keys must be unique"]],
    ["next", []],
  ] as const)(
    "of two containers of one name that differ: in %s the rule fails, whatever is listed",
    (release, messages) => {
      expect(judge(release, allow(["*"], ["*"]), REPEATED).messages).toEqual(messages);
    },
  );

  it.each(RELEASES)("takes two lists in %s", (release) => {
    expect(fieldIssues(seccompProfilesField, release, allow(["a"], ["b"]))).toEqual([]);
    expect(fieldIssues(seccompProfilesField, release, {})).toEqual([]);
    expect(fieldIssues(seccompProfilesField, release, { allowedProfile: [] })).toHaveLength(1);
  });

  it.each([
    [undefined, undefined, undefined],
    [{}, undefined, undefined],
    [allow([]), undefined, allow([])],
    [allow([], []), undefined, allow([], [])],
    [allow([], ["a"]), allow(undefined, ["a"]), allow([], ["a"])],
    [allow(["a"], []), allow(["a"]), allow(["a"], [])],
    [allow(["a", "*"], ["*"]), undefined, undefined],
    [allow(["*"], ["a"]), allow(["*"], ["a"]), allow(["*"], ["a"])],
    [allow(["a"], ["*"]), allow(["a"], ["*"]), allow(["a"], ["*"])],
  ])("is made of %j with the parameters %j in 1.66, %j later", (value, in166, later) => {
    expect(seccompProfiles.generate("1.66", { seccompProfiles: value })).toEqual(in166);
    expect(seccompProfiles.generate("1.76", { seccompProfiles: value })).toEqual(later);
    expect(seccompProfiles.generate("next", { seccompProfiles: value })).toEqual(later);
  });

  it.each([
    [allow(["RuntimeDefault"]), ofType("RuntimeDefault"), true, true],
    [allow(["RuntimeDefault"]), annotated("docker/default"), true, true],
    [allow(["RuntimeDefault"]), ofType("runtimeDefault"), false, false],
    [allow(["RuntimeDefault"]), UNSET, false, true],
    [allow(["undefined"]), UNSET, true, true],
    [allow(["undefined"]), ofType(""), false, true],
    [allow([""]), ofType(""), true, true],
    [allow([""]), annotated("undefined"), false, true],
    [allow(["*"]), UNSET, true, true],
    [allow(["*"]), ofType("Localhost", "a"), true, true],
    [allow(["Localhost"], ["a"]), ofType("Localhost", "a"), true, true],
    [allow(["Localhost"], ["a"]), ofType("Localhost", "b"), false, false],
    [allow(["Localhost"], ["*"]), ofType("Localhost", "b"), true, true],
    [allow(["Localhost"], ["b/*"]), ofType("Localhost", "b/c"), false, true],
    [allow(["Localhost"]), ofType("Localhost", "a"), false, false],
    [allow(["Localhost"], [""]), ofType("Localhost"), true, true],
    [allow(["RuntimeDefault"], ["*"]), ofType("Localhost", "a"), false, false],
    [allow(["localhost/a"]), ofType("Localhost", "a"), true, true],
    [allow(["localhost/*"]), ofType("Localhost", "a"), true, true],
    [allow(["localhost/a"]), annotated("localhost/a"), true, true],
    [allow(["localhost/a"]), annotated("localhost/b"), false, false],
    [allow(["Localhost"], ["*"]), annotated("localhost/b"), true, true],
    [allow(["localhost"]), ofType("localhost"), false, true],
    [allow(["LocalHost"]), ofType("LocalHost"), false, true],
    [allow([]), ofType("RuntimeDefault"), false, false],
    [allow(undefined, ["*"]), ofType("RuntimeDefault"), false, true],
    [allow(["RuntimeDefault"]), podSecuredWith({ seccompProfile: {} }), true, true],
  ])("holds against %j the pod of case %#", (parameters, pod, isAllowed, inNext) => {
    expect(judge("1.66", parameters, pod).messages).toHaveLength(isAllowed ? 0 : 1);
    expect(judge("1.76", parameters, pod).messages).toHaveLength(isAllowed ? 0 : 1);
    expect(judge("next", parameters, pod).messages).toHaveLength(inNext ? 0 : 1);
  });

  it.each([
    [
      "1.66",
      ofType("Foo"),
      `Seccomp profile 'Foo' is not allowed for container 'app'. Found at: container securityContext. Allowed profiles: SET`,
    ],
    [
      "1.66",
      ofType("Localhost", "b"),
      `Seccomp profile 'Localhost' with file 'b' is not allowed for container 'app'. Found at: container securityContext. Allowed profiles: SET`,
    ],
    [
      "1.76",
      UNSET,
      `Seccomp profile is not allowed for container 'app'. | Actual profile: 'undefined' (found at: no explicit profile found) | Allowed profiles: SET`,
    ],
    [
      "1.76",
      ofType("Localhost", "b"),
      `Seccomp profile is not allowed for container 'app'. | Actual profile: 'Localhost' with file 'b' (found at: container securityContext) | Allowed profiles: SET`,
    ],
    [
      "next",
      ofType("Localhost", "b"),
      `Seccomp profile is not allowed, container: app | value: localhost/b | policy allows: SET`,
    ],
  ] as const)("words a violation as %s does in case %#", (release, pod, words) => {
    const printed = release === "next" ? '{"Localhost", "localhost", "localhost/a"}' : '{"Localhost", "localhost/a"}';
    expect(judge(release, allow(["Localhost"], ["a"]), pod).messages).toEqual([words.replace("SET", printed)]);
  });

  it("looks at containers of all three kinds, and says where", () => {
    const { results } = judge("1.66", allow([]), podWithEach({ securityContext: { seccompProfile: { type: "Foo" } } }));
    expect(results.map(({ message }) => message.split("'")[3])).toEqual(["init", "app", "debug"]);
    expect(results[0]?.findings).toEqual([
      {
        path: ["spec", "initContainers", 0, "securityContext", "seccompProfile", "type"],
        container: { list: "initContainers", index: 0, name: "init" },
        found: "Foo",
        allowed: [],
      },
    ]);
  });

  it.each([
    ["1.66", ofType("Foo"), ["Foo"], 1],
    ["1.76", ofType("Foo"), ["Foo"], 0],
    ["1.76", UNSET, ["undefined"], 0],
    ["1.76", annotated("runtime/default"), ["RuntimeDefault"], 1],
    ["1.76", ofType("Foo"), ["*"], 1],
    ["1.76", ofType("Localhost", "a"), ["localhost/b"], 0],
    ["1.76", ofType("Localhost", "a"), ["Localhost"], 0],
    ["1.76", ofType("Localhost", "a"), ["Foo", "localhost/*"], 0],
    ["1.76", ofType("Localhost", "a"), ["Foo"], 1],
    ["1.76", annotated("localhost/a"), ["localhost/*"], 0],
    ["1.76", annotated("localhost/a"), ["localhost/b"], 1],
    ["next", ofType("Unconfined"), ["unconfined"], 1],
    ["next", ofType("Unconfined"), ["Un*"], 0],
    ["next", ofType("Localhost", "a"), ["localhost/a"], 0],
    ["next", ofType("Localhost", "a"), ["Localhost"], 1],
    ["next", ofType(""), ["undefined"], 0],
    ["next", ofType(""), ["Foo"], 1],
  ] as const)("takes an exception in %s, for the pod of case %#, that lists %j", (release, pod, values, violations) => {
    expect(judge(release, allow([]), pod, excepted(...values)).messages).toHaveLength(violations);
  });

  it.each([
    ["1.76", [], " | SecurityPolicyException allowed profiles: []"],
    ["1.76", ["z", "y"], ' | SecurityPolicyException allowed profiles: ["z", "y"]'],
    ["next", [], ""],
    ["next", ["z", "y"], ' | SPE allows: {"y", "z"}'],
  ] as const)("shows an exception as %s does: %j", (release, values, suffix) => {
    const [plain] = judge(release, allow([]), ofType("Foo")).messages;
    expect(judge(release, allow([]), ofType("Foo"), excepted(...values)).messages).toEqual([`${plain}${suffix}`]);
  });

  it("never refuses more for longer lists", () => {
    const profiles = fc.array(fc.constantFrom("RuntimeDefault", "Localhost", "undefined", "localhost/a", "*"), {
      maxLength: 3,
    });
    const files = fc.array(fc.constantFrom("a", "b", "*"), { maxLength: 2 });
    const pods = fc.constantFrom(ofType("Localhost", "a"), ofType("RuntimeDefault"), UNSET, annotated("localhost/b"));
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASES),
        profiles,
        files,
        profiles,
        files,
        pods,
        (release, some, of, more, others, pod) => {
          const long = judge(release, allow([...some, ...more], [...of, ...others]), pod).messages.length;
          expect(long).toBeLessThanOrEqual(judge(release, allow(some, of), pod).messages.length);
        },
      ),
    );
  });
});
