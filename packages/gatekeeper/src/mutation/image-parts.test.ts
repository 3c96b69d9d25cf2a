import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkParts, joinImage, replaceParts, splitImage } from "./image-parts.js";

const NOTHING = { domain: "", path: "", tag: "" };

describe("an image reference in parts", () => {
  it.each([
    ["", "", "", ""],
    ["nginx", "", "nginx", ""],
    ["library/nginx:1", "", "library/nginx", ":1"],
    ["localhost/a", "localhost", "a", ""],
    ["localhost:5000/a", "localhost:5000", "a", ""],
    ["a.b/c/d:1@sha256:00", "a.b", "c/d", ":1@sha256:00"],
    ["a.b", "", "a.b", ""],
    ["a.b:80", "", "a.b", ":80"],
    ["/a", "", "/a", ""],
    ["a//b", "", "a//b", ""],
    ["a@b/c", "", "a", "@b/c"],
  ])("%j: %j, %j, %j", (reference, domain, path, tag) => {
    expect(splitImage(reference)).toEqual({ domain, path, tag });
  });

  it("gives the reference when it is put together", () => {
    const text = fc.string({ unit: fc.constantFrom(..."a.:/@-") });
    fc.assert(
      fc.property(text, (reference) => {
        expect(joinImage(splitImage(reference))).toBe(reference);
      }),
    );
  });
});

it.each([
  ["a.b/c:1", { domain: "d.e" }, "d.e/c:1"],
  ["a.b/c:1", { path: "x/y" }, "a.b/x/y:1"],
  ["a.b/c:1", { tag: "@sha256:0" }, "a.b/c@sha256:0"],
  ["", { tag: ":1" }, ":1"],
  ["", { domain: "d.e" }, "d.e/"],
])("in %j %j gives %j", (reference, parts, expected) => {
  expect(replaceParts(reference, { ...NOTHING, ...parts })).toBe(expected);
});

describe("checking parts", () => {
  const DIGEST = `@sha256:${"0a".repeat(16)}`;
  it.each([
    [{}, "missing-components"],
    [{ domain: "a.b" }, undefined],
    [{ domain: "a.b:80" }, undefined],
    [{ domain: "localhost:80" }, undefined],
    [{ domain: "localhost" }, undefined],
    [{ domain: "nodot" }, "invalid-domain"],
    [{ domain: "-a.b" }, "invalid-domain"],
    [{ domain: "a.b." }, "invalid-domain"],
    [{ domain: "é.com" }, "invalid-domain"],
    [{ domain: "a.b\n" }, "invalid-domain"],
    [{ path: "a/b_c__d-e--f.g" }, undefined],
    [{ path: "a___b" }, "invalid-path"],
    [{ path: "a..b" }, "invalid-path"],
    [{ path: "a/" }, "invalid-path"],
    [{ path: "A" }, "invalid-path"],
    [{ path: "a\n" }, "invalid-path"],
    [{ path: "a.b/c" }, "domain-like-path"],
    [{ path: "localhost/c" }, "domain-like-path"],
    [{ domain: "d.e", path: "a.b/c" }, undefined],
    [{ tag: ":latest" }, undefined],
    [{ tag: `:${"a".repeat(128)}` }, undefined],
    [{ tag: `:${"a".repeat(129)}` }, "invalid-tag"],
    [{ tag: "latest" }, "invalid-tag"],
    [{ tag: DIGEST }, undefined],
    [{ tag: `:1${DIGEST}` }, "invalid-tag"],
    [{ tag: DIGEST.slice(0, -1) }, "invalid-tag"],
  ])("%j: %j", (parts, code) => {
    const outcome = checkParts({ ...NOTHING, ...parts });
    expect(outcome.ok ? undefined : outcome.error.code).toBe(code);
  });

  it("makes sure that replacing twice changes nothing more, unless there was a slash behind a colon", () => {
    const part = fc.string({ unit: fc.constantFrom(..."ab.:/@-_5"), maxLength: 8 });
    const parts = fc.record({ domain: part, path: part, tag: part }).filter((given) => checkParts(given).ok);
    const reference = part.filter((text) => !splitImage(text).tag.includes("/"));
    fc.assert(
      fc.property(reference, parts, (text, given) => {
        const once = replaceParts(text, given);
        expect(replaceParts(once, given)).toBe(once);
      }),
    );
  });
});
