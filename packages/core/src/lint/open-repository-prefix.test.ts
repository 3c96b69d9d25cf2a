import { describe, expect, it } from "vitest";
import { makeOperationPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const CODE = "open-repository-prefix";

describe("a prefix in allowedRepos that has no slash at its end", () => {
  it.each([
    ["registry.example.com", "registry.example.com.evil.example/app:1.0"],
    ["registry.example.com/team", "registry.example.com/team-evil/app:1.0"],
  ])("%j also admits %s", (prefix, image) => {
    const policy = makeOperationPolicy({ allowedRepos: ["a/", prefix] });
    expect(lintInEach(CODE, policy)).toEqual(Array(3).fill(["spec.policies.allowedRepos.1 admitted"]));
    const [finding] = findingsOf(CODE, [policy], "1.76");
    expect(finding?.message).toBe(`\`${prefix}\` also admits \`${image}\`: end it with a slash`);
    expect(finding?.evidence?.object).toMatchObject({ spec: { containers: [{ image }] } });
  });

  it.each([[[]], [["registry.example.com/"]], [["registry.example.com/app:1"]], [["a/b@sha256:"]], [[""]], [["a/*"]]])(
    "none: %j",
    (allowedRepos) => {
      expect(lintInEach(CODE, makeOperationPolicy({ allowedRepos }))).toEqual([[], [], []]);
    },
  );

  it("a port is no tag", () => {
    expect(lintInEach(CODE, makeOperationPolicy({ allowedRepos: ["localhost:5000"] }))[1]).toHaveLength(1);
    expect(lintInEach(CODE, makeOperationPolicy({}))).toEqual([[], [], []]);
  });
});
