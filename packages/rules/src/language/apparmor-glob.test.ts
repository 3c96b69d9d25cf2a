import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileAppArmorGlob } from "./apparmor-glob.js";

const fits = (pattern: string, text: string): boolean => compileAppArmorGlob(pattern)(text);

describe("compileAppArmorGlob", () => {
  it.each([
    ["runtime/default", "runtime/default"],
    ["", ""],
    ["localhost/*", "localhost/"],
    ["localhost/*", "localhost/a/b"],
    ["*", "unconfined"],
    ["**", "localhost/my.profile"],
    ["localhost/**", "localhost/a.b.c"],
    ["localhost/my.*", "localhost/my.profile"],
    ["localhost/f?o", "localhost/foo"],
    ["?", "😀"],
    ["localhost/[a-m]oo", "localhost/foo"],
    ["localhost/[!a-e]oo", "localhost/foo"],
    ["[abc]", "b"],
    ["[!abc]", "."],
    ["[\\]]", "]"],
    ["[a\\-]", "-"],
    ["[-]", "-"],
    ["{runtime,docker}/default", "docker/default"],
    ["{a,{b,c}d}", "cd"],
    ["{,a}b", "b"],
    ["{a,b", "b"],
    ["a}", "a}"],
    ["a,b", "a,b"],
    ["localhost/\\*", "localhost/*"],
    ["\\{a\\}", "{a}"],
    ["a\\", "a"],
    ["a*b*c", "a-b-b-c"],
  ])("lets %j fit %j", (pattern, text) => {
    expect(fits(pattern, text)).toBe(true);
  });

  it.each([
    ["runtime/default", "Runtime/default"],
    ["runtime/default", "runtime/default2"],
    ["", "a"],
    ["localhost/*", "localhost/my.profile"],
    ["localhost/f?o", "localhost/f.o"],
    ["*", "a.b"],
    ["[!a-m]", "f"],
    ["[a-c]", "d"],
    ["[a-c]", "B"],
    ["{a,b}", "ab"],
    ["{a,b}", "a,b"],
    ["localhost/\\*", "localhost/x"],
  ])("does not let %j fit %j", (pattern, text) => {
    expect(fits(pattern, text)).toBe(false);
  });

  it.each(["[", "[a", "[]", "[!]", "[z-a]", "[a-]", "[a-", "[a-cd]", "[\\", "a[b\\"])(
    "lets the malformed %j fit nothing, not even itself",
    (pattern) => {
      expect(fits(pattern, pattern)).toBe(false);
      expect(fits(pattern, "a")).toBe(false);
    },
  );

  it("takes a text without special characters for itself", () => {
    const plain = fc.stringMatching(/^[a-z0-9./:-]*$/);
    fc.assert(fc.property(plain, plain, (pattern, text) => fits(pattern, text) === (pattern === text)));
  });

  it("agrees with regular expressions on runs and single characters", () => {
    const pattern = fc.array(fc.constantFrom("a", "b", ".", "*", "?"), { maxLength: 6 }).map((parts) => parts.join(""));
    const text = fc.stringMatching(/^[ab.]{0,6}$/);
    fc.assert(fc.property(pattern, text, (glob, name) => fits(glob, name) === toRegex(glob).test(name)));
  });

  it("takes any pattern and any text", () => {
    const odd = fc.string({ unit: fc.constantFrom(..."ab.*?[]{},!-\\😀"), maxLength: 30 });
    fc.assert(fc.property(odd, odd, (pattern, text) => typeof fits(pattern, text) === "boolean"));
  });

  it("takes time in proportion for patterns that make others try every way", () => {
    expect(fits(`${"{a,aa}".repeat(200)}b`, "a".repeat(300))).toBe(false);
    expect(fits(`${"*a".repeat(100)}b`, "a".repeat(1000))).toBe(false);
    expect(fits(`${"{".repeat(10_000)}a`, "a")).toBe(true);
  });
});

const toRegex = (glob: string): RegExp =>
  new RegExp(
    `^${glob.replace(/\*\*|[*?.]/g, (part) => ({ "**": ".*", "*": "[^.]*", "?": "[^.]", ".": "\\." })[part] ?? "")}$`,
  );
