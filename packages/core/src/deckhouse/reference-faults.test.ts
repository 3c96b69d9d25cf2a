import { describe, expect, it } from "vitest";
import { makeSecurityPolicy } from "../../test/deckhouse.js";
import { readPolicies } from "../read-policies.js";
import { deckhouse } from "./deckhouse.js";
import type { Policy } from "./generate-constraints.js";
import { referenceFaults } from "./reference-faults.js";

const policiesOf = (references: readonly string[]) => ({
  verifyImageSignatures: references.map((reference) => ({ reference, publicKeys: ["key"] })),
});

const verifying = (name: string, ...references: readonly string[]): Policy => ({
  kind: "SecurityPolicy",
  name,
  spec: { enforcementAction: "Deny", match: {}, policies: policiesOf(references) },
});

const faultsOf = (references: readonly string[], ...others: readonly Policy[]) =>
  referenceFaults(verifying("new", ...references), others).map(({ path, message }) => `${path[3]} ${message}`);

const intersection = (index: number, reference: string, other: string): string =>
  `${index} the webhook refuses the policy: ImageReference "${reference}" has intersection in the SecurityPolicy "${other}"`;

describe("the webhook refuses a policy beside another", () => {
  it.each([
    ["that is narrower", "r.example.com/*", "r.example.com/team/*"],
    ["that is wider", "r.example.com/team/*", "r.example.com/*"],
    ["with an image within", "r.example.com/team/app:1", "r.example.com/team/*"],
    ["with a name that goes on, though they can not clash", "r.example.com/app", "r.example.com/application"],
  ])("%s", (_what, reference, theirs) => {
    expect(faultsOf([reference], verifying("old", theirs))).toEqual([intersection(0, reference, "old")]);
  });

  it("for the first reference that it comes upon, policy by policy", () => {
    const others = [verifying("a", "z.example.com/*"), verifying("b", "r.example.com/x/*", "q.example.com/x/*")];
    expect(faultsOf(["q.example.com/*", "r.example.com/*"], ...others)).toEqual([
      intersection(1, "r.example.com/*", "b"),
    ]);
  });
});

describe("the verifier refuses what the webhook does not see", () => {
  it.each([
    ["a reference within another of the same policy", ["r.example.com/*", "r.example.com/team/*"], [], 1],
    ["an image within a reference of the same policy", ["r.example.com/app:1", "r.example.com/*"], [], 1],
    ["references that are alike but for the `*`", ["r.example.com/team/"], ["r.example.com/team/*"], 0],
  ])("%s", (_what, references, theirs, index) => {
    expect(faultsOf(references, verifying("old", ...theirs))).toEqual([
      expect.stringMatching(new RegExp(`^${index} the verifier of signatures refuses .* overlaps with it$`)),
    ]);
  });
});

it("the verifier takes no empty reference", () => {
  expect(faultsOf(["r.example.com/*", ""])).toEqual(["1 the verifier of signatures takes no empty text"]);
});

describe("nothing is refused of", () => {
  it.each<[string, string[], string[]]>([
    ["references that are equal, whose keys are merged", ["r.example.com/a/*"], ["r.example.com/a/*"]],
    ["references that differ", ["r.example.com/a/*"], ["r.example.com/b/*"]],
    ["a reference to all images", ["*"], ["r.example.com/*", "*"]],
    ["images one of which is called like the beginning of another, in one policy", ["r/app", "r/application"], []],
    ["an empty list", [], ["r.example.com/*"]],
  ])("%s", (_what, references, theirs) => {
    expect(faultsOf(references, verifying("old", ...theirs))).toEqual([]);
  });
});

describe("policies that are read", () => {
  const read = (first: string, second: string, release: "1.66" | "1.76" | "next") => {
    const documents = [
      makeSecurityPolicy(policiesOf(["r/*"]), {}, first),
      makeSecurityPolicy(policiesOf(["r/a*"]), {}, second),
    ];
    return readPolicies(documents, { kinds: [deckhouse({ release })] }).problems;
  };

  it.each(["1.76", "next"] as const)("refuse until those are mended that come later, in %s", (release) => {
    expect(read("one", "two", release)).toMatchObject([
      {
        code: "invalid-policy",
        document: 1,
        effect: "deny",
        path: ["spec", "policies", "verifyImageSignatures", 0, "reference"],
        policy: { kind: "SecurityPolicy", name: "two" },
      },
    ]);
  });

  it("are not compared in 1.66, which verifies no signatures", () => {
    expect(read("one", "two", "1.66").map(({ code }) => code)).toEqual(["unknown-field", "unknown-field"]);
  });

  it("are not compared with another state of themselves", () => {
    expect(read("one", "one", "1.76").map(({ code }) => code)).toEqual(["duplicate-policy"]);
  });
});
