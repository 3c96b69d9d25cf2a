import { describe, expect, it } from "vitest";
import { EXPAND_DEPLOYMENTS, makeExpansion } from "../../test/expansion-templates.js";
import { isExpansionTemplate, readExpansionTemplates } from "./read-expansion-templates.js";

const make = (name: string, from: string, to: string) => makeExpansion(name, `g/v1 ${from}`, `g/v1 ${to}`);

it.each([
  ["expansion.gatekeeper.sh", "ExpansionTemplate", true],
  ["expansion.gatekeeper.sh", "Expansion", false],
  ["templates.gatekeeper.sh", "ExpansionTemplate", false],
])("%s %s is an ExpansionTemplate: %j", (group, kind, expected) => {
  expect(isExpansionTemplate({ group, kind })).toBe(expected);
});

describe("templates are read", () => {
  it("into the order of their names, a later one in place of an earlier one of its name", () => {
    const documents = [make("two", "A", "B"), make("one", "A", "C"), make("two", "A", "D")];
    const { problems, templates } = readExpansionTemplates(documents);
    const kind = { group: "g", version: "v1", kind: "A" };
    expect(templates.templates.map(({ name, generated }) => name + generated.kind)).toEqual(["oneC", "twoD"]);
    expect(templates.templatesFor(kind)).toEqual(templates.templates);
    expect(problems).toEqual([]);
  });

  it("an invalid one leaves an earlier one of its name alone", () => {
    const broken = { ...EXPAND_DEPLOYMENTS, spec: {} };
    const { problems, templates } = readExpansionTemplates([EXPAND_DEPLOYMENTS, broken]);
    expect(templates.templates).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "invalid-template", document: 1, effect: "deny" }]);
  });

  it("members of a cycle expand nothing; the one that closes it is told", () => {
    const { problems, templates } = readExpansionTemplates([make("ab", "A", "B"), make("ba", "B", "A")]);
    expect([...templates.disabled].map(({ name }) => name)).toEqual(["ab", "ba"]);
    expect(templates.templatesFor({ group: "g", version: "v1", kind: "A" })).toEqual([]);
    expect(problems).toEqual([
      {
        code: "expansion-cycle",
        message: "template forms expansion cycle",
        policy: { kind: "ExpansionTemplate", name: "ba" },
        document: 1,
        effect: "deny",
      },
    ]);
  });

  it.each([null, 7, [], { kind: "ExpansionTemplate" }, { ...EXPAND_DEPLOYMENTS, apiVersion: "v1" }])(
    "%j is of no kind that is known",
    (document) => {
      expect(readExpansionTemplates([document]).problems).toMatchObject([{ code: "unknown-kind", document: 0 }]);
    },
  );

  it("a getter that throws is a problem", () => {
    const document = {
      get kind(): string {
        throw new Error("no");
      },
    };
    expect(readExpansionTemplates([document]).problems).toMatchObject([{ message: "could not be read: no" }]);
  });
});

it("10,000 templates in a ring are read, and all disabled", () => {
  const count = 10_000;
  const documents = Array.from({ length: count }, (_, index) =>
    make(`t${index}`, `K${index}`, `K${(index + 1) % count}`),
  );
  expect(readExpansionTemplates(documents).templates.disabled.size).toBe(count);
});

it("10,000 templates among 100 kinds, in many cycles at once, are read in less than the time of a search for each", () => {
  const documents = Array.from({ length: 10_000 }, (_, index) =>
    make(`t${index}`, `K${index % 100}`, `K${(index * 31 + 7) % 100}`),
  );
  const { templates, problems } = readExpansionTemplates(documents);
  expect([templates.disabled.size, problems.length]).toEqual([10_000, 9902]);
});
