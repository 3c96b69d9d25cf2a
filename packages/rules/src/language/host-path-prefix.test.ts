import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostPathSegments, isBelowHostPath } from "./host-path-prefix.js";

const isBelow = (prefix: string, path: string): boolean =>
  isBelowHostPath(hostPathSegments(prefix), hostPathSegments(path));

describe("isBelowHostPath", () => {
  it.each([
    ["/foo", "/foo"],
    ["/foo", "/foo/"],
    ["/foo/", "/foo"],
    ["foo", "/foo/bar"],
    ["/foo", "/foo/bar/baz"],
    ["/", "/"],
    ["/", "/etc"],
    ["/", ""],
    ["", ""],
    ["", "//"],
    ["/a//b", "/a//b/c"],
    ["/srv/../etc", "/srv/../etc/x"],
  ])("finds below %j the path %j", (prefix, path) => {
    expect(isBelow(prefix, path)).toBe(true);
  });

  it.each([
    ["/foo", "/food"],
    ["/foo", "/etc/foo"],
    ["/foo", "/"],
    ["/foo", ""],
    ["", "/"],
    ["", "/a"],
    ["//", "/a"],
    ["/Foo", "/foo"],
    ["/etc", "/srv/../etc"],
    ["/a/b", "/a//b"],
    ["/fo*", "/foo"],
  ])("does not find below %j the path %j", (prefix, path) => {
    expect(isBelow(prefix, path)).toBe(false);
  });

  it("finds every path below itself, and below whatever it is below once more", () => {
    const path = fc.array(fc.constantFrom("a", "b", ""), { maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
    fc.assert(
      fc.property(path, path, path, (upper, middle, lower) => {
        expect(isBelow(upper, upper)).toBe(true);
        if (isBelow(upper, middle) && isBelow(middle, lower)) expect(isBelow(upper, lower)).toBe(true);
      }),
    );
  });

  it("takes time in proportion for slashes without end", () => {
    expect(hostPathSegments(`a${"/".repeat(1_000_000)}b`)).toHaveLength(1_000_001);
    expect(hostPathSegments("/".repeat(1_000_000))).toEqual([""]);
  });
});
