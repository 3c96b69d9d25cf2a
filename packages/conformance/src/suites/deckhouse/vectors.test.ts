import { describe, expect, it } from "vitest";
import { judgeLines } from "../../../test/judge-lines.js";
import { deckhouse } from "../deckhouse.js";

const object = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "one", namespace: "shop" },
  spec: { containers: [{ name: "app", image: "nginx" }], initContainers: [{ name: "init", image: "nginx" }] },
};
const line = {
  suite: "allowed-repos",
  case: "two",
  constraintKind: "D8AllowedRepos",
  parameters: { repos: ["my.repo/"] },
  object,
};
const messages = (word: string) => [
  'container <app> has an invalid image repo <nginx>, allowed repos are ["my.repo/"]',
  `${word} <init> has an invalid image repo <nginx>, allowed repos are ["my.repo/"]`,
];
const nameless = { ...object, spec: { containers: [{ image: "nginx" }] } };
const emptyName = 'container <> has an invalid image repo <nginx>, allowed repos are ["my.repo/"]';

const judge = async (difference: object, file = "operation-edge.jsonl") =>
  (await judgeLines(deckhouse, file, [{ ...line, profile: "newest", ...difference }]))["allowed-repos two"];

describe("one constraint and one object", () => {
  it.each<[string, object]>([
    ["whether there is a violation", { expectViolations: "yes" }],
    ["whether one of the messages matches", { expectViolations: "yes", message: "^container <init>" }],
    ["whether none does", { expectViolations: "no", message: "^initContainer" }],
    ["all messages, in any order", { expectMessages: messages("container").reverse() }],
    ["messages that were derived", { derivedMessages: messages("container") }],
    ["details", { expectDetails: [] }],
    ["the words of the release", { profile: "v1.66", expectMessages: messages("initContainer") }],
  ])("are compared by %s", async (_, difference) => {
    expect(await judge(difference)).toEqual({ kind: "passed" });
  });

  it.each<[string, object]>([
    ["violated", { expectViolations: "no" }],
    ["violated", { expectViolations: "yes", message: "^initContainer" }],
    ["messages", { expectMessages: messages("container").slice(1) }],
    ["details", { expectDetails: [{ msg: "no", details: {} }] }],
  ])("and fail when %s differs: %j", async (field, difference) => {
    const text = expect.stringContaining(`${field}: expected`);
    expect(await judge(difference)).toEqual({ kind: "failed", difference: text });
  });

  it.each<[string, object]>([
    ["the collection says so", { expectMessages: [emptyName], expectReal: [] }],
    ["all that we say has an empty name in it", { expectMessages: [] }],
  ])("deviate where the real engine is silent for want of a name: %s", async (_, difference) => {
    const outcome = await judge({ profile: "v1.66", object: nameless, ...difference });
    expect(outcome).toMatchObject({ kind: "deviation" });
  });

  it("fail where our answer is not the one that is called ours", async () => {
    expect(await judge({ expectMessages: messages("no").slice(1), expectReal: [] })).toMatchObject({ kind: "failed" });
  });

  it("are skipped when they belong to later development", async () => {
    expect(await judge({ later: true, constraintKind: "D8Gpu" })).toEqual({ kind: "skipped", reason: "later" });
  });

  it("fail when they cannot be judged", async () => {
    expect(await judge({ constraintKind: "D8Nothing" })).toMatchObject({ kind: "failed" });
    expect(await judge({ profile: "v1.99" })).toMatchObject({ kind: "failed", difference: "unknown profile v1.99" });
  });
});
