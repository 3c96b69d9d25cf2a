import { describe, expect, it } from "vitest";
import { readTag, resolveTaggedScalar } from "./tag.js";

describe("readTag", () => {
  it.each([
    ["!", { known: true }],
    ["!!str", { core: "str", known: true }],
    ["!!map", { core: "map", known: true }],
    ["!!other", { core: "other", known: false }],
    ["!<tag:yaml.org,2002:int>", { core: "int", known: true }],
    ["!<tag:example.org,2000:x>", { known: false }],
    ["!local", { known: false }],
    ["!h!x", { known: false }],
  ])("knows what %s is", (written, tag) => {
    expect(readTag(written, [])).toEqual(tag);
  });

  it.each([
    ["!", "!str"],
    ["!!", "!!str"],
    ["!k-s!", "!k-s!str"],
  ])("follows a %%TAG directive for the handle %s", (handle, written) => {
    const tag = readTag(written, [{ kind: "tag", handle, prefix: "tag:yaml.org,2002:" }]);
    expect(tag).toEqual({ core: "str", known: true });
  });
});

describe("resolveTaggedScalar resolves as go-yaml v2", () => {
  it.each([
    ["!", "12", "12"],
    ["!!str", "12", "12"],
    ["!!null", "~", null],
    ["!!null", "x", undefined],
    ["!!bool", "yes", true],
    ["!!bool", "1", undefined],
    ["!!int", "0x10", 16],
    ["!!int", "12345678901234567890", 12345678901234567890n],
    ["!!int", "1.0", undefined],
    ["!!int", "", undefined],
    ["!!float", "1", 1],
    ["!!float", "x", undefined],
    ["!!timestamp", "2001-01-01", "2001-01-01"],
    ["!!timestamp", "2001-12-14t21:59:43.10-05:00", "2001-12-14t21:59:43.10-05:00"],
    ["!!timestamp", "yesterday", undefined],
    ["!!binary", "aGk=", "hi"],
    ["!!binary", "aG\nk=", "hi"],
    ["!!binary", "/w==", "\uFFFD"],
    ["!!binary", "aGk", undefined],
    ["!!binary", "aG k=", undefined],
    ["!!set", "12", "12"],
    ["!local", "12", "12"],
  ])("%s %j", (written, text, value) => {
    expect(resolveTaggedScalar(readTag(written, []), text)).toBe(value);
  });
});
