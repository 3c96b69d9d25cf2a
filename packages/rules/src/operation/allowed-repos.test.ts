import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith, podWithEach } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { allowedRepos, allowedReposField } from "./allowed-repos.js";

const judge = (repos: readonly string[], object: unknown) => judgeConstraint(allowedRepos, "1.76", { repos }, object);
const withImage = (image: unknown) => podWith({ containers: [{ name: "app", image }] });

describe("allowedRepos", () => {
  it.each(RELEASES)("takes a list of strings in %s", (release) => {
    expect(fieldIssues(allowedReposField, release, ["registry.example.com/", ""])).toEqual([]);
    expect(fieldIssues(allowedReposField, release, [])).toEqual([]);
    expect(fieldIssues(allowedReposField, release, "x")).toEqual(["allowedRepos: expected array, found `x`"]);
    expect(fieldIssues(allowedReposField, release, [1])).toEqual(["allowedRepos[0]: expected string, found 1"]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(allowedRepos.generate(release, { allowedRepos: ["a/"] })).toEqual({ repos: ["a/"] });
    expect(allowedRepos.generate(release, { allowedRepos: [] })).toEqual({ repos: [] });
    expect(allowedRepos.generate(release, {})).toBeUndefined();
  });

  it("judges Pods", () => {
    expect(allowedRepos.objects({})).toEqual([{ apiGroups: [""], kinds: ["Pod"] }]);
  });

  it.each([
    ["my.repo/app:1", ["my.repo/"]],
    ["my.repo/app:1", ["other", "my.repo/a"]],
    ["registry.example.com.evil.example/x", ["registry.example.com"]],
    ["anything", [""]],
    ["my.repo", ["my.repo"]],
  ])("allows the image %s of %j", (image, repos) => {
    expect(judge(repos, withImage(image)).messages).toEqual([]);
  });

  it.each([
    ["nginx", ["docker.io/library/"]],
    ["my.repo", ["my.repo/"]],
    ["My.repo/app", ["my.repo/"]],
    [" my.repo/app", ["my.repo/"]],
    ["my.repo/app", []],
  ])("refuses the image %s of %j", (image, repos) => {
    expect(judge(repos, withImage(image)).places).toEqual([`spec.containers[0].image: "${image}"`]);
  });

  it.each([
    ["1.66", ["initContainer <init>", "container <app>", "ephemeralContainer <debug>"]],
    ["1.76", ["initContainer <init>", "container <app>", "ephemeralContainer <debug>"]],
    ["next", ["container <init>", "container <app>", "container <debug>"]],
  ] as const)("names containers of all three kinds as %s does", (release, names) => {
    const { messages } = judgeConstraint(allowedRepos, release, { repos: ["a/", "b/"] }, podWithEach({ image: "c/x" }));
    expect(messages).toEqual(
      names.map((name) => `${name} has an invalid image repo <c/x>, allowed repos are ["a/", "b/"]`),
    );
  });

  it("says where, what was found, and what would be allowed", () => {
    expect(judge(["a/"], withImage("b/x")).results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "image"],
        container: { list: "containers", index: 0, name: "app" },
        found: "b/x",
        allowed: ["a/"],
      },
    ]);
  });

  it.each([undefined, null])("shows an image that is %s as empty", (image) => {
    const { messages, places, faults } = judge(["a/"], withImage(image));
    expect(messages).toEqual(['container <app> has an invalid image repo <>, allowed repos are ["a/"]']);
    expect(places).toEqual(["spec.containers[0].image: absent"]);
    expect(faults).toEqual([]);
  });

  it("takes an image of another type for a fault", () => {
    expect(judge([""], withImage(5)).faults).toEqual(["spec.containers[0].image: string, not number"]);
  });

  it.each([
    ["1.66", 1],
    ["1.76", 1],
    ["next", 1],
  ] as const)("finds in %s %i violations in a container without a name", (release, count) => {
    const { messages } = judgeConstraint(allowedRepos, release, null, podWith({ containers: [{ image: "x" }] }));
    expect(messages).toHaveLength(count);
  });

  const image = fc.string({ unit: fc.constantFrom(..."ab./:"), maxLength: 6 });
  const repos = fc.array(fc.string({ unit: fc.constantFrom(..."ab./"), maxLength: 3 }), { maxLength: 4 });

  it("never refuses more images of a longer list", () => {
    fc.assert(
      fc.property(image, repos, repos, (anyImage, list, more) => {
        const wide = judge([...list, ...more], withImage(anyImage)).messages.length;
        expect(wide).toBeLessThanOrEqual(judge(list, withImage(anyImage)).messages.length);
      }),
    );
  });

  it("allows exactly what starts with a listed string", () => {
    fc.assert(
      fc.property(image, repos, (anyImage, list) => {
        const isAllowed = list.some((repo) => anyImage.slice(0, repo.length) === repo);
        expect(judge(list, withImage(anyImage)).messages).toHaveLength(isAllowed ? 0 : 1);
      }),
    );
  });
});
