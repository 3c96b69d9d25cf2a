import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { RELEASES, type Release } from "../release.js";
import { seLinux, seLinuxField } from "./se-linux.js";

type Options = Readonly<Record<string, string>>;

const withOptions = (seLinuxOptions: unknown) => podWith({ securityContext: { seLinuxOptions } });
const excepted = (...allowedValues: readonly unknown[]) => ({
  exception: { securityContext: { seLinuxOptions: { allowedValues } } },
});
const judge = (release: Release, allowedSELinuxOptions: readonly Options[], pod: unknown, circumstances = {}) =>
  judgeSecurity(seLinux, release, { allowedSELinuxOptions }, pod, circumstances);

describe("seLinux", () => {
  it.each(RELEASES)("takes a list of options in %s, and drops what is empty", (release) => {
    expect(fieldIssues(seLinuxField, release, [{ type: "a", level: "s0", role: "", user: "u" }, {}])).toEqual([]);
    expect(fieldIssues(seLinuxField, release, [{ Type: "a" }])).toHaveLength(1);
    expect(seLinux.generate(release, { seLinux: [{ type: "" }, { type: "a", user: "" }] })).toEqual({
      allowedSELinuxOptions: [{}, { type: "a" }],
    });
    expect(seLinux.generate(release, { seLinux: [] })).toEqual({ allowedSELinuxOptions: [] });
    expect(seLinux.generate(release, {})).toBeUndefined();
  });

  it.each<[readonly Options[], Options, readonly number[]]>([
    [[{ type: "t" }], { type: "t" }, [0, 0, 0]],
    [[{ type: "t" }], { type: "T" }, [1, 1, 1]],
    [[{ type: "t" }], { type: "t", level: "s0" }, [1, 0, 0]],
    [[{ type: "t", level: "s1" }], { type: "t", level: "s0" }, [1, 1, 1]],
    [[{ type: "t" }], { level: "s0" }, [1, 0, 1]],
    [[{ type: "t" }], { type: "t", user: "u" }, [1, 1, 0]],
    [[{ type: "t", user: "u" }], { type: "t" }, [0, 0, 1]],
    [[{}], { type: "t" }, [1, 1, 0]],
    [[{ type: "" }], { level: "s0" }, [1, 0, 0]],
    [[{}], {}, [0, 0, 0]],
    [[], {}, [1, 1, 1]],
    [[], { type: "" }, [1, 1, 1]],
    [[{ type: "a" }, { role: "r" }], { role: "r" }, [0, 0, 0]],
  ])("holds against %j the options %j in all releases", (list, options, violations) => {
    const counts = RELEASES.map((release) => judge(release, list, withOptions(options)).messages.length);
    expect(counts).toEqual(violations);
  });

  it.each(RELEASES)("judges pod and containers each by itself in %s, and lets who sets nothing pass", (release) => {
    const seLinuxOptions = { type: "t" };
    const pod = podWith({
      securityContext: { seLinuxOptions },
      containers: [{ name: "app", securityContext: { seLinuxOptions } }, { name: "silent" }],
      initContainers: [{ name: "init", securityContext: { seLinuxOptions } }],
    });
    expect(judge(release, [], pod).places).toEqual([
      'spec.securityContext.seLinuxOptions: {"type":"t"}',
      'spec.initContainers[0].securityContext.seLinuxOptions: {"type":"t"}',
      'spec.containers[0].securityContext.seLinuxOptions: {"type":"t"}',
    ]);
    expect(judge(release, [], podWith({ containers: [{}] })).messages).toEqual([]);
  });

  it.each([
    ["1.66", "SELinux options is not allowed, WHERE. Allowed options: LIST"],
    ["1.76", "SELinux options are not allowed, WHERE. | Actual SELinux options: FOUND | Allowed options: LIST"],
    ["next", "SELinux options are not allowed, WHERE. | Actual SELinux options: FOUND | Allowed options: LIST"],
  ] as const)("words violations as %s does", (release, words) => {
    const seLinuxOptions = { user: "u", type: "t" };
    const pod = podWith({
      securityContext: { seLinuxOptions },
      containers: [{ name: "app", securityContext: { seLinuxOptions } }],
    });
    const message = words
      .replace("FOUND", '{"type": "t", "user": "u"}')
      .replace("LIST", '[{"type": ""}, {"level": "s0"}]');
    const { messages, results } = judge(release, [{ type: "" }, { level: "s0" }], pod);
    const expected =
      release === "next" ? [] : [message.replace("WHERE", "pod: p"), message.replace("WHERE", "pod: p, container app")];
    expect(messages).toEqual(expected);
    expect(results.map(({ findings }) => findings[0]?.container?.name)).toEqual(
      release === "next" ? [] : [undefined, "app"],
    );
  });

  it.each([
    ["1.66", [{ type: "t" }], 1],
    ["1.76", [{ type: "x" }, { type: "t" }], 0],
    ["1.76", [{}], 1],
    ["next", [{}], 0],
    ["next", [], 1],
  ] as const)("takes an exception in %s that lists %j", (release, values, violations) => {
    const circumstances = release === "1.66" ? {} : excepted(...values);
    expect(judge(release, [], withOptions({ type: "t" }), circumstances).messages).toHaveLength(violations);
  });

  it("takes in next a container's own exception", () => {
    const pod = podWith({ containers: [{ name: "app", securityContext: { seLinuxOptions: { type: "t" } } }] });
    const exceptions = { app: excepted({ type: "t" }).exception };
    expect(judge("next", [], pod, { exceptions }).messages).toEqual([]);
    expect(judge("next", [], withOptions({ type: "t" }), { exceptions }).messages).toHaveLength(1);
  });

  it.each([
    ["1.76", [], " | SecurityPolicyException allowed options: []"],
    ["1.76", [{ type: "x", role: "r" }], ' | SecurityPolicyException allowed options: [{"role": "r", "type": "x"}]'],
    ["next", [{ type: "x" }], ""],
  ] as const)("shows an exception as %s does: %j", (release, values, suffix) => {
    const pod = withOptions({ type: "t" });
    const [plain] = judge(release, [], pod).messages;
    expect(judge(release, [], pod, excepted(...values)).messages).toEqual([`${plain}${suffix}`]);
  });

  it("never refuses more for a longer list", () => {
    const member = fc.constantFrom("", "a", "b");
    const options = fc.record({ type: member, level: member, role: member, user: member }, { requiredKeys: [] });
    const list = fc.array(options, { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...RELEASES), list, list, options, (release, some, more, found) => {
        const count = (entries: readonly Options[]) => judge(release, entries, withOptions(found)).messages.length;
        expect(count([...some, ...more])).toBeLessThanOrEqual(count(some));
      }),
    );
  });
});
