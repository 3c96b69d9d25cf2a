import { describe, expect, it } from "vitest";
import { makeNamespace, makePod } from "../../test/requests.js";
import { evaluate } from "../evaluate.js";
import { readPolicies } from "../read-policies.js";
import { deckhouse } from "./deckhouse.js";
import { reportUnknownStandards } from "./unknown-standard.js";

const POLICY = "security.deckhouse.io/pod-policy";
const ACTION = "security.deckhouse.io/pod-policy-action";
const messagesOf = (labels: Readonly<Record<string, string>>) =>
  reportUnknownStandards(new Map(Object.entries(labels))).map(({ message }) => message);

describe("a label that chooses a standard", () => {
  it.each(["Restricted", "restrictd", "strict", " baseline"])("and says `%s` is reported: it chooses none", (value) => {
    expect(messagesOf({ [POLICY]: value })).toEqual([
      `namespace: \`metadata.labels[${POLICY}]\`: expected one of privileged, baseline, restricted, found \`${value}\`: the default policy holds as it is`,
    ]);
  });

  it.each(["Warn", "off", "enforce"])("or its action, and says `%s`, is reported", (value) => {
    expect(messagesOf({ [ACTION]: value })).toEqual([
      `namespace: \`metadata.labels[${ACTION}]\`: expected one of deny, warn, dryrun, found \`${value}\`: the default action holds`,
    ]);
  });

  it.each<[Readonly<Record<string, string>>]>([
    [{}],
    [{ [POLICY]: "" }],
    [{ [POLICY]: "restricted", [ACTION]: "dryrun" }],
    [{ "pod-security.kubernetes.io/enforce": "none" }],
  ])("is no problem: %j", (labels) => {
    expect(messagesOf(labels)).toEqual([]);
  });
});

it("a pod is judged as a cluster does, and the label is reported with the profile of Deckhouse alone", () => {
  const labels = { ...makeNamespace().metadata.labels, [POLICY]: "restrictd" };
  for (const [profile, count] of [["deckhouse", 1] as const, ["kubernetes", 0] as const]) {
    const policies = readPolicies([], { kinds: [deckhouse({ profile })] });
    const { allowed, problems } = evaluate(makePod(), labels, policies);
    expect([allowed, problems.map(({ code }) => code)]).toEqual([true, Array(count).fill("invalid-label")]);
  }
});
