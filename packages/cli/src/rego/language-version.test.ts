import { expect, test } from "vitest";
import { languageVersion, type VersionFlags } from "./language-version.js";

test.each<[flags: VersionFlags, version: string]>([
  [{}, "v1"],
  [{ v1Compatible: true }, "v1"],
  [{ v0Compatible: true }, "v0"],
  [{ v0Compatible: true, v1Compatible: true }, "v0"],
])("%j asks for %s", (flags, version) => {
  expect(languageVersion(flags)).toBe(version);
});
