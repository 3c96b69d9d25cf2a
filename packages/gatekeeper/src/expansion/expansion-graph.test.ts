import { expect, it } from "vitest";
import { makeExpansion } from "../../test/expansion-templates.js";
import { ExpansionGraph } from "./expansion-graph.js";
import { type ExpansionTemplate, readExpansionTemplate } from "./expansion-template.js";

const make = (name: string, from: string, to: string): ExpansionTemplate => {
  const read = readExpansionTemplate(makeExpansion(name, `g/v1 ${from}`, `g/v1 ${to}`), "3.23");
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};

const graphOf = (...templates: readonly ExpansionTemplate[]): ExpansionGraph => {
  const graph = new ExpansionGraph();
  for (const template of templates) graph.upsert(template);
  return graph;
};

const namesOf = (templates: Iterable<ExpansionTemplate>) => [...templates].map(({ name }) => name).sort();

it("templates are found by the kind that they apply to", () => {
  const graph = graphOf(make("one", "A", "B"), make("two", "A", "C"), make("three", "B", "C"));
  expect(namesOf(graph.templatesFor({ group: "g", version: "v1", kind: "A" }))).toEqual(["one", "two"]);
  expect(namesOf(graph.templatesFor({ group: "", version: "g/v1", kind: "A" }))).toEqual([]);
});

it("all members of a cycle are in it, and nobody else", () => {
  const [ab, bc, ca, cd, xa] = [
    make("ab", "A", "B"),
    make("bc", "B", "C"),
    make("ca", "C", "A"),
    make("cd", "C", "D"),
    make("xa", "X", "A"),
  ];
  const graph = graphOf(ab, bc, ca, cd, xa);
  expect(namesOf(graph.cyclic())).toEqual(["ab", "bc", "ca"]);
  expect([ab, bc, ca, cd, xa].filter((template) => graph.isInCycle(template))).toEqual([ab, bc, ca]);
});

it("an update takes the place of the template of its name", () => {
  const graph = graphOf(make("one", "A", "B"), make("two", "B", "A"), make("two", "B", "C"));
  expect(namesOf(graph.cyclic())).toEqual([]);
  expect(namesOf(graph.templatesFor({ group: "g", version: "v1", kind: "B" }))).toEqual(["two"]);
});
