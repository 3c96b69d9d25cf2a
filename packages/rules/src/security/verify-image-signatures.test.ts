import { describe, expect, it } from "vitest";
import { fieldIssues, podWith } from "../../test/judge-constraint.js";
import { judgeSecurity } from "../../test/judge-security.js";
import { verifyImageSignatures, verifyImageSignaturesField } from "./verify-image-signatures.js";

const SINCE = ["1.76", "next"] as const;
const KEYS = { publicKeys: ["-----BEGIN PUBLIC KEY-----"] };

describe("verifyImageSignatures", () => {
  it("does not exist in 1.66", () => {
    expect(fieldIssues(verifyImageSignaturesField, "1.66", [])).toEqual(["verifyImageSignatures: no such field"]);
    expect(verifyImageSignatures.generate("1.66", { verifyImageSignatures: [] })).toBeUndefined();
    expect(verifyImageSignatures.prepare("1.66", {})).toBeUndefined();
  });

  it.each(["registry.example.com/app/*", "*", "", "a:1@sha256"])("takes the reference %j", (reference) => {
    for (const release of SINCE) {
      const value = [{ reference, ca: "", dockerCfg: "", ...KEYS }];
      expect(fieldIssues(verifyImageSignaturesField, release, value)).toEqual([]);
    }
  });

  it.each([
    [{ reference: "A", ...KEYS }],
    [{ reference: "a*b", ...KEYS }],
    [{ reference: "a" }],
    [{ ...KEYS }],
    [{ reference: "a", publicKeys: "x" }],
    [{ reference: "a", ...KEYS, key: "" }],
  ])("refuses %j", (entry) => {
    for (const release of SINCE) expect(fieldIssues(verifyImageSignaturesField, release, [entry])).toHaveLength(1);
  });

  it.each(SINCE)("makes a constraint with the references in %s", (release) => {
    const value = [
      { reference: "a/*", ...KEYS },
      { reference: "b", ...KEYS },
    ];
    expect(verifyImageSignatures.generate(release, { verifyImageSignatures: value })).toEqual({
      references: ["a/*", "b"],
    });
    expect(verifyImageSignatures.generate(release, {})).toBeUndefined();
  });

  it.each(SINCE)("leaves the verdict to who can look images up in %s", (release) => {
    const pod = podWith({ containers: [{ name: "app", image: "a/b" }] });
    expect(judgeSecurity(verifyImageSignatures, release, { references: ["*"] }, pod).messages).toEqual([]);
  });
});
