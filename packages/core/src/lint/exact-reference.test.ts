import { describe, expect, it } from "vitest";
import { makeSecurityPolicy } from "../../test/deckhouse.js";
import { findingsOf, lintInEach } from "../../test/lint.js";

const verifying = (name: string, ...references: readonly string[]) =>
  makeSecurityPolicy(
    {
      allowPrivileged: true,
      allowPrivilegeEscalation: true,
      verifyImageSignatures: references.map((reference) => ({ reference, publicKeys: ["key"] })),
    },
    {},
    name,
  );

describe("a reference that names one image", () => {
  it.each(["registry.example.com/app", "localhost:5000/app"])("%s is compared with the whole of it", (reference) => {
    const place = "spec.policies.verifyImageSignatures.1.reference";
    const found = (release: "1.76" | "next") =>
      findingsOf("exact-reference", [verifying("own", "a/*", reference)], release).map(({ path }) => path.join("."));
    expect([found("1.76"), found("next")]).toEqual([[place], [place]]);
  });

  it.each(["registry.example.com/app:1.0", "registry.example.com/*", "app@sha256:0a"])(
    "%s is meant so",
    (reference) => {
      expect(findingsOf("exact-reference", [verifying("own", reference)], "1.76")).toEqual([]);
    },
  );

  it("1.66 knows of no signatures", () => {
    expect(lintInEach("exact-reference", makeSecurityPolicy({}))).toEqual([[], [], []]);
  });
});
