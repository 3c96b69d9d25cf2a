import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldIssues, judgeConstraint, podWith, podWithEach } from "../../test/judge-constraint.js";
import { RELEASES } from "../release.js";
import { disallowedImageTags, disallowedImageTagsField } from "./disallowed-image-tags.js";

const judge = (tags: readonly string[], object: unknown) =>
  judgeConstraint(disallowedImageTags, "1.76", { tags }, object);
const withImage = (image: unknown) => podWith({ containers: [{ name: "app", image }] });

describe("disallowedImageTags", () => {
  it.each(RELEASES)("takes a list of strings in %s", (release) => {
    expect(fieldIssues(disallowedImageTagsField, release, ["latest"])).toEqual([]);
    expect(fieldIssues(disallowedImageTagsField, release, [null])).toEqual([
      "disallowedImageTags[0]: expected string, found null",
    ]);
  });

  it.each(RELEASES)("makes a constraint of what a policy gives, an empty list included, in %s", (release) => {
    expect(disallowedImageTags.generate(release, { disallowedImageTags: ["a"] })).toEqual({ tags: ["a"] });
    expect(disallowedImageTags.generate(release, { disallowedImageTags: [] })).toEqual({ tags: [] });
    expect(disallowedImageTags.generate(release, {})).toBeUndefined();
  });

  it.each([
    "app:1.0",
    "app:not-latest",
    "app:LATEST",
    "localhost:5000/app",
    "app@sha256:0123",
    "app:latest@sha256:0123",
    "app:",
    "latest:1",
  ])("allows the image %s where latest and dev are disallowed", (image) => {
    expect(judge(["latest", "dev"], withImage(image)).messages).toEqual([]);
  });

  it.each(["app:latest", "localhost:5000/app:dev", ":dev", "app:1:latest"])("refuses the tag of %s", (image) => {
    expect(judge(["latest", "dev"], withImage(image)).messages).toEqual([
      `container <app> uses a disallowed tag <${image}>; disallowed tags are ["latest", "dev"]`,
    ]);
  });

  it.each(["app", "my.repo/app", "latest", ""])(
    "refuses %j for it has no tag, whatever tags are disallowed",
    (image) => {
      expect(judge([], withImage(image)).messages).toEqual([`container <app> didn't specify an image tag <${image}>`]);
    },
  );

  it("refuses an image that ends in a colon where the empty tag is disallowed", () => {
    expect(judge([""], withImage("app:")).messages).toHaveLength(1);
  });

  it.each(RELEASES)("calls containers of all three kinds containers in %s", (release) => {
    const { messages } = judgeConstraint(disallowedImageTags, release, null, podWithEach({ image: "x" }));
    expect(messages).toEqual(
      ["init", "app", "debug"].map((name) => `container <${name}> didn't specify an image tag <x>`),
    );
  });

  it("says where and what was found", () => {
    expect(judge(["latest"], withImage("x:latest")).results[0]?.findings).toEqual([
      {
        path: ["spec", "containers", 0, "image"],
        container: { list: "containers", index: 0, name: "app" },
        found: "x:latest",
      },
    ]);
  });

  it("takes an absent image for an empty one, and one of another type for a fault besides", () => {
    expect(judge([], withImage(undefined))).toMatchObject({
      messages: ["container <app> didn't specify an image tag <>"],
      places: ["spec.containers[0].image: absent"],
      faults: [],
    });
    expect(judge([], withImage({})).faults).toEqual(["spec.containers[0].image: string, not object"]);
  });

  it("never allows more images of a longer list", () => {
    const image = fc.string({ unit: fc.constantFrom(..."ab:@"), maxLength: 6 });
    const tags = fc.array(fc.string({ unit: fc.constantFrom(..."ab"), maxLength: 2 }), { maxLength: 4 });
    fc.assert(
      fc.property(image, tags, tags, (anyImage, list, more) => {
        const long = judge([...list, ...more], withImage(anyImage)).messages.length;
        expect(long).toBeGreaterThanOrEqual(judge(list, withImage(anyImage)).messages.length);
      }),
    );
  });
});
