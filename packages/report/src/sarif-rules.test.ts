import { describe, expect, it } from "vitest";
import { createRuleIndex } from "./sarif-rules.js";

const PAGE = "https://example.com/page#part";

describe("the rules of a SARIF log", () => {
  it("stand there once each, in the order of their first violation", () => {
    const rules = createRuleIndex();
    const add = (id: string) => rules.add({ id, reason: undefined, help: undefined });
    expect([add("a"), add("b"), add("a"), add("c")]).toEqual([0, 1, 0, 2]);
    expect(rules.list()).toHaveLength(3);
  });

  it("are described by the reason and the link of a violation", () => {
    const rules = createRuleIndex();
    rules.add({ id: "hostPorts", reason: "hostPort", help: PAGE });
    expect(rules.list()).toEqual([
      {
        id: "hostPorts",
        shortDescription: { text: "hostPort" },
        fullDescription: { text: "hostPort" },
        help: { text: `hostPort\n\nSee ${PAGE}`, markdown: `hostPort\n\nSee <${PAGE}>` },
        helpUri: PAGE,
        properties: { tags: ["security", "kubernetes"] },
      },
    ]);
  });

  it("are described by whoever knows them", () => {
    const rules = createRuleIndex((id) => ({ summary: `${id} in short`, description: `${id} at length` }));
    rules.add({ id: "a", reason: "reason", help: undefined });
    expect(rules.list()).toMatchObject([
      {
        shortDescription: { text: "a in short" },
        fullDescription: { text: "a at length" },
        help: { text: "a at length" },
      },
    ]);
  });

  it("have no link that is no address of a web page", () => {
    const rules = createRuleIndex();
    rules.add({ id: "a", reason: undefined, help: "javascript:alert(1)" });
    expect(JSON.stringify(rules.list())).not.toContain("javascript");
  });
});
